import { edate, showDay, type Day } from "../dates.ts";
import { around, blank, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";
import { count } from "../text.ts";

const none = breach("none", {
  severity: "action",
  message: "No date says on what basis information about this child is shared.",
  nextStep:
    "Agree and record the basis with the family (consent, or why it is not needed), and enter the date: the lead professional.",
});
const old = breach<{ on: Day; months: number }>("old", {
  severity: "advice",
  message: ({ on, months }) =>
    `The basis for sharing information was recorded on ${showDay(on)}, more than ${count(months, "month")} ago.`,
  nextStep: "Go through it with the family again, and enter the new date: the lead professional.",
});

export const basisForSharing = rule({
  id: "LP-22",
  title: "The basis for sharing information is recorded",
  sources: [article("warning signs from any agency")],
  scope: "concern",
  statuses: ["EH", "CIN"],
  lead: "any",
  starts: ["sharingOn"],
  answers: ["sharingOn"],
  fillable: { column: "sharingOn" },
  breaches: [none, old],
  check({ sharingOn: on }, { asOf, terms }) {
    if (on === undefined) return none.found();
    if (typeof on !== "number") return undefined;
    const months = terms.policy.validMonths.sharing;
    return edate(on, months) < asOf ? old.found({ on, months }) : undefined;
  },
});

export const examples = (): readonly Example[] => [
  met("recorded this autumn"),
  blank("none", "no date", { set: { sharingOn: "" } }),
  ...around("twelve months after it", "2024-11-30", (asOf) => ({ asOf, set: { sharingOn: "2023-11-30" } }), [
    "",
    "",
    "old",
  ]),
  met("a child protection case needs no consent", { set: { sharingOn: "", status: "CP", lead: "Kim Socialworker" } }),
];
