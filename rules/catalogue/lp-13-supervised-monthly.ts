import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";
import { supervisionDue, supervisionThatCounts } from "../supervision.ts";
import { count } from "../text.ts";

interface Due {
  readonly lead: string;
  /** Undefined where there is no date to count from. */
  readonly due: Day | undefined;
  readonly days: number;
  /** More than a further month late. */
  readonly isLong: boolean;
}

const hold = ({ lead, isLong }: Due): string =>
  isLong
    ? `Settle today how and when ${lead} is supervised on this case: the Service Manager.`
    : `Hold formal supervision with ${lead} on this case this week, and enter its date: the overseer.`;

const overdue = breach<Due>("overdue", {
  severity: "action",
  message: ({ lead, due = 0, days }) =>
    `${lead}'s formal supervision was due on ${showDay(due)}, ${count(days, "day")} ago.`,
  nextStep: hold,
});
const never = breach<Due>("never", {
  severity: "action",
  message: ({ lead, due, days }) =>
    due === undefined
      ? `No formal supervision of ${lead} is entered.`
      : `No formal supervision is entered since ${lead} took this case; the first was due on ${showDay(due)}, ${count(days, "day")} ago.`,
  nextStep: hold,
});
const dueSoon = breach<Due>("due-soon", {
  severity: "advice",
  message: ({ lead, due = 0 }) => `${lead}'s formal supervision is due by ${showDay(due)}.`,
  nextStep: ({ due = 0 }) => `Hold it by ${showDay(due)} and enter its date: the overseer.`,
});

export const supervisedMonthly = rule({
  id: "LP-13",
  title: "Formal supervision has taken place within the last month",
  sources: [kent("supervision")],
  scope: "local",
  must: true,
  statuses: "overseen",
  lead: "other",
  starts: ["lastSupervision"],
  answers: ["lastSupervision"],
  reads: ["leadFrom"],
  breaches: [overdue, never, dueSoon],
  check(row, { asOf, terms }) {
    const lead = row.lead.name;
    const due = supervisionDue(row, terms);
    if (due === undefined) return never.found({ lead, due, days: 0, isLong: false });
    const when: Due = { lead, due, days: asOf - due, isLong: asOf > terms.supervisionDue(due) };
    if (asOf > due) return supervisionThatCounts(row) === undefined ? never.found(when) : overdue.found(when);
    return asOf >= due - terms.policy.supervision.dueSoonDays ? dueSoon.found(when) : undefined;
  },
});

const on = (lastSupervision: string, leadFrom = "2024-10-14") => ({ lastSupervision, leadFrom });

export const examples = (): readonly Example[] => [
  met("supervised this month"),
  ...around("supervision is due", "2024-11-30", (asOf) => ({ asOf, set: on("2024-10-30") }), [
    "due-soon",
    "due-soon",
    "overdue",
  ]),
  ...around("a week before it is due", "2024-11-23", (asOf) => ({ asOf, set: on("2024-10-30") }), [
    "",
    "due-soon",
    "due-soon",
  ]),
  ...around("a month on from 31 January is due", "2025-02-28", (asOf) => ({ asOf, set: on("2025-01-31") }), [
    "due-soon",
    "due-soon",
    "overdue",
  ]),
  ...around(
    "the case is taken, as the day of supervision",
    "2024-11-14",
    (day) => ({ asOf: "2024-12-15", set: on(day, "2024-11-14") }),
    ["never", "overdue", "due-soon"],
  ),
  ...around("the first supervision is due", "2024-11-14", (asOf) => ({ asOf, set: on("") }), [
    "due-soon",
    "due-soon",
    "never",
  ]),
  ...around("it is a further month late", "2024-12-30", (asOf) => ({ asOf, set: on("2024-10-30") }), [
    "overdue",
    "overdue",
    "overdue",
  ]),
  ...around(
    "four weeks are over, where those are the interval",
    "2024-11-27",
    (asOf) => ({ asOf, set: on("2024-10-30"), policy: { supervision: { every: { days: 28 } } } }),
    ["due-soon", "due-soon", "overdue"],
  ),
  blank("never", "neither a supervision nor a date of allocation", { set: on("", "") }),
  broken("overdue", "no date of allocation: counted from the supervision alone", { set: on("2024-10-10", "") }),
  broken("overdue", "no column for it", { set: on("2024-10-10"), drop: ["leadFrom"] }),
  met("a date that does not exist: LP-31 says so", { set: on("31/09/2024") }),
  met("a date of allocation that cannot be read", { set: on("2024-10-10", "4/10/24") }),
  broken("no-column", "the sheet has no supervision dates", { drop: ["lastSupervision"] }),
  met("a social worker leads", { set: { ...on(""), lead: "Kim Socialworker" } }),
  met("a social worker whose registration has ended", { set: { ...on(""), lead: "Lee Lapsed" } }),
  broken("never", "family help, where that is overseen", {
    set: { ...on("", ""), status: "FH" },
    policy: { familyHelp: "own-status", overseen: ["FH"] },
  }),
];
