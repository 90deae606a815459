import { isOverdue } from "../context.ts";
import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

const notEscalated = breach<{ due: Day; days: number }>("not-escalated", {
  severity: "action",
  message: ({ due, days }) =>
    `A partner's action was due on ${showDay(due)}, more than ${days} working days ago, and nobody has escalated it.`,
  nextStep: "Escalate it to the partner's manager this week, and enter the date: the overseer, not the lead.",
});
const escalatedByOther = breach<{ by: string; on: Day }>("escalated-by-other", {
  severity: "check",
  message: ({ by, on }) => `${by} escalated a partner's action on ${showDay(on)}, in a role that is no manager's.`,
  nextStep: "Take it up with the partner's manager this week, and enter who did and when: the overseer, not the lead.",
  fields: ["escalatedBy", "escalatedOn"],
  needs: ["escalatedBy"],
});

export const actionsEscalated = rule({
  id: "LP-27",
  title: "Overdue partner actions are escalated by someone with authority",
  sources: [article("authority")],
  scope: "concern",
  statuses: "all",
  lead: "any",
  starts: ["partnerActionDue"],
  answers: ["escalatedOn"],
  countsWorkingDays: ["not-escalated"],
  breaches: [notEscalated, escalatedByOther],
  check({ partnerActionDue: due, escalatedOn: on, escalatedBy: by }, context) {
    if (due === undefined) return undefined;
    if (on !== undefined) return by?.isOfOtherKind ? escalatedByOther.found({ by: by.name, on }) : undefined;
    const days = context.terms.policy.escalationWorkingDays;
    return isOverdue(days, due, context) ? notEscalated.found({ due, days }) : undefined;
  },
});

const action = (partnerActionDue: string, escalatedOn = "", escalatedBy = "") => ({
  partnerActionDue,
  escalatedOn,
  escalatedBy,
});
const by = (escalatedBy: string) => ({ set: action("2024-11-01", "2024-11-11", escalatedBy) });

export const examples = (): readonly Example[] => [
  met("no action is due"),
  ...around("the tenth working day", "2024-11-15", (asOf) => ({ asOf, set: action("2024-11-01") }), [
    "",
    "",
    "not-escalated",
  ]),
  blank("not-escalated", "no date of escalation", { set: action("2024-11-01") }),
  met("escalated by a manager", by("Pat Supervisor")),
  broken("escalated-by-other", "escalated by an assistant", by("Sam Assistant")),
  broken("escalated-by-other", "escalated by a senior social worker", by("Sal Senior")),
  met("escalated by a manager whose registration is not shown", by("Max Manager")),
  met("escalated by someone nobody knows", by("Una Nowhere")),
  blank("", "nothing says who escalated it", by("")),
  met("the name of who did cannot be read: LP-32 says so", by("#N/A")),
  met("the sheet does not say who escalates", { ...by("Sam Assistant"), drop: ["escalatedBy"] }),
  broken("not-escalated", "somebody is named and no date is given", {
    set: action("2024-11-01", "", "Pat Supervisor"),
  }),
  met("an action still to come", { set: action("2024-12-20") }),
  met("past the end of the bank-holiday list", { asOf: "2028-03-01", set: action("2028-01-10") }),
  met("a date of escalation that cannot be read: LP-31 says so", { set: action("2024-11-01", "done") }),
  met("the sheet does not say what was escalated", { set: action("2024-11-01"), drop: ["escalatedOn"] }),
];
