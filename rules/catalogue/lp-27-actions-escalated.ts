import { isOverdue } from "../context.ts";
import { showDay, type Day } from "../dates.ts";
import { around, blank, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { article } from "../sources.ts";

const notEscalated = breach<{ due: Day; days: number }>("not-escalated", {
  severity: "action",
  message: ({ due, days }) =>
    `A partner's action was due on ${showDay(due)}, more than ${days} working days ago, and nobody has escalated it.`,
  nextStep: "Escalate it to the partner's manager, and enter the date: the overseer, not the lead.",
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
  breaches: [notEscalated],
  check({ partnerActionDue: due, escalatedOn }, context) {
    const days = context.terms.policy.escalationWorkingDays;
    if (due === undefined || escalatedOn !== undefined || !isOverdue(days, due, context)) return undefined;
    return notEscalated.found({ due, days });
  },
});

const action = (partnerActionDue: string, escalatedOn = "") => ({ partnerActionDue, escalatedOn });

export const examples = (): readonly Example[] => [
  met("no action is due"),
  ...around("the tenth working day", "2024-11-15", (asOf) => ({ asOf, set: action("2024-11-01") }), [
    "",
    "",
    "not-escalated",
  ]),
  blank("not-escalated", "no date of escalation", { set: action("2024-11-01") }),
  met("escalated", { set: action("2024-11-01", "2024-11-11") }),
  met("an action still to come", { set: action("2024-12-20") }),
  met("past the end of the bank-holiday list", { asOf: "2028-03-01", set: action("2028-01-10") }),
  met("a date of escalation that cannot be read: LP-31 says so", { set: action("2024-11-01", "done") }),
  met("the sheet does not say what was escalated", { set: action("2024-11-01"), drop: ["escalatedOn"] }),
];
