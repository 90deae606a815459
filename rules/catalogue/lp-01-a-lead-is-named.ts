import { blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

const notNamed = breach<{ isUrgent: boolean }>("not-named", {
  severity: "action",
  message: "Nobody is named as lead professional (a team, 'duty' or 'TBC' is not a person).",
  nextStep: ({ isUrgent }) =>
    isUrgent
      ? "Name a registered social worker as lead today: the team manager."
      : "Name one person as lead professional: the team manager.",
});

export const aLeadIsNamed = rule({
  id: "LP-01",
  title: "Every open case names its lead professional",
  sources: [article("one named lead")],
  scope: "concern",
  statuses: "all",
  lead: "any",
  starts: ["lead"],
  answers: ["lead"],
  breaches: [notNamed],
  check({ lead, status }, { terms }) {
    if (lead) return undefined;
    return notNamed.found({ isUrgent: status !== undefined && terms.policy.socialWorkerOnly.includes(status) });
  },
});

export const examples = (): readonly Example[] => [
  met("someone is named"),
  blank("not-named", "nobody is named", { set: { lead: "" } }),
  broken("not-named", "'Duty' is nobody", { set: { lead: "Duty" } }),
  broken("not-named", "a team's name is nobody", { set: { lead: "Gravesham" } }),
  broken("not-named", "nobody is named for a child on a protection plan", { set: { lead: "TBC", status: "CP" } }),
  broken("not-named", "nobody is named and the status is blank", { set: { lead: "", status: "" } }),
  met("a closed case needs nobody", { set: { lead: "", status: "Closed" } }),
  met("a cell with an Excel error is not a blank", { set: { lead: "#N/A" } }),
];
