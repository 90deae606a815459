import { edate, showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";
import { count } from "../text.ts";

const none = breach("none", {
  severity: "action",
  message: "Nothing says that a shared assessment was completed.",
  nextStep: "Complete the assessment with the agencies involved this month, and enter its date: the lead professional.",
});
const old = breach<{ on: Day; months: number }>("old", {
  severity: "advice",
  message: ({ on, months }) => `The assessment is of ${showDay(on)}, more than ${count(months, "month")} ago.`,
  nextStep: "Go over it with the agencies involved at the next meeting, and enter the new date: the lead professional.",
});

export const sharedAssessment = rule({
  id: "LP-21",
  title: "A shared assessment stands behind the plan",
  sources: [article("warning signs from any agency")],
  scope: "concern",
  statuses: ["EH", "FH", "CIN"],
  lead: "any",
  starts: ["assessmentOn"],
  answers: ["assessmentOn"],
  fillable: { column: "assessmentOn" },
  breaches: [none, old],
  check({ assessmentOn: on }, { asOf, terms }) {
    if (on === undefined) return none.found();
    const months = terms.policy.validMonths.assessment;
    return typeof on === "number" && edate(on, months) < asOf ? old.found({ on, months }) : undefined;
  },
});

export const examples = (): readonly Example[] => [
  met("completed this autumn"),
  blank("none", "no date", { set: { assessmentOn: "" } }),
  blank("none", "no date on an early help case", { set: { assessmentOn: "", status: "EH" } }),
  ...around("twelve months after it", "2024-11-30", (asOf) => ({ asOf, set: { assessmentOn: "2023-11-30" } }), [
    "",
    "",
    "old",
  ]),
  ...around(
    "six months after it, where the policy says six",
    "2024-11-30",
    (asOf) => ({ asOf, set: { assessmentOn: "2024-05-30" }, policy: { validMonths: { assessment: 6 } } }),
    ["", "", "old"],
  ),
  broken("none", "a family help case", {
    set: { assessmentOn: "", status: "FH" },
    policy: { familyHelp: "own-status" },
  }),
  met("'done', without a day: nothing that counts from it is looked for", { set: { assessmentOn: "done" } }),
  met("the assessment is still open", { set: { assessmentOn: "", status: "ASSESS" } }),
];
