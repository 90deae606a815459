import { blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

const notOffered = breach("not-offered", {
  severity: "advice",
  message: "Nothing says that an independent advocate was offered.",
  nextStep: "Offer one to the child at the next visit, and enter the date: the lead professional.",
  reads: ["advocate"],
});
const notIndependent = breach<{ advocate: string }>("not-independent", {
  severity: "action",
  message: ({ advocate }) => `${advocate} is named as the child's advocate and leads, oversees or covers this case.`,
  nextStep: "Offer an advocate who has no part in the case, this week: the team manager.",
  fields: ["advocate"],
  needs: ["advocate"],
  reads: ["overseer", "cover"],
});

export const advocateOffered = rule({
  id: "LP-20",
  title: "An independent advocate has been offered",
  sources: [article("the child asked")],
  scope: "concern",
  statuses: ["FH", "CIN", "CP", "CLA"],
  lead: "any",
  starts: ["advocateOfferedOn"],
  answers: ["advocateOfferedOn"],
  fillable: { column: "advocateOfferedOn" },
  breaches: [notOffered, notIndependent],
  check({ advocateOfferedOn, advocate, lead, overseer, cover }) {
    if (!advocate) return advocateOfferedOn === undefined ? notOffered.found() : undefined;
    return [lead, overseer, cover].some((other) => advocate.is(other))
      ? notIndependent.found({ advocate: advocate.name })
      : undefined;
  },
});

export const examples = (): readonly Example[] => [
  met("offered"),
  blank("not-offered", "no date, nobody named", { set: { advocateOfferedOn: "" } }),
  met("an advocate is named, so one was offered", { set: { advocateOfferedOn: "", advocate: "Ivo Independent" } }),
  broken("not-offered", "a protection plan", {
    set: { advocateOfferedOn: "", status: "CP", lead: "Kim Socialworker" },
  }),
  broken("not-offered", "a looked-after child", {
    set: { advocateOfferedOn: "", status: "CLA", lead: "Kim Socialworker" },
  }),
  broken("not-offered", "a family help case", {
    set: { advocateOfferedOn: "", status: "FH" },
    policy: { familyHelp: "own-status" },
  }),
  met("'yes', without a day", { set: { advocateOfferedOn: "yes" } }),
  blank("not-offered", "'n/a' as advocate names nobody", { set: { advocateOfferedOn: "", advocate: "n/a" } }),
  broken("not-independent", "the lead", { set: { advocate: "Sam Assistant" } }),
  broken("not-independent", "the overseer", { set: { advocate: "Supervisor, Pat" } }),
  broken("not-independent", "the cover", { set: { advocate: "W3" } }),
  met("an advocate's name that cannot be read: LP-32 says so", { set: { advocateOfferedOn: "", advocate: "#N/A" } }),
  met("nobody leads", { set: { lead: "", advocate: "Ivo Independent" } }),
  met("a section 47 enquiry", { set: { status: "S47", lead: "Kim Socialworker", advocateOfferedOn: "" } }),
  met("the sheet does not name advocates", { set: { advocate: "Sam Assistant" }, drop: ["advocate"] }),
];
