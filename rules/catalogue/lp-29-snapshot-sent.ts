import type { Context } from "../context.ts";
import { showDay, workingDays, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";
import { teamsOwing } from "./returns.ts";

const missing = breach<{ team: string; monthEnd: Day }>("missing", {
  severity: "action",
  message: ({ team, monthEnd }) => `No snapshot of ${team} has been sent for the month to ${showDay(monthEnd)}.`,
  nextStep: "Send it today from the pane, 'Send snapshot': the team manager.",
});

/** Whether so many working days have come since a month's end that its snapshot is asked for. */
const isDue = (monthEnd: Day, { asOf, terms }: Context): boolean => {
  const gone = workingDays(monthEnd, asOf);
  return gone !== undefined && gone >= terms.policy.snapshotDueDays;
};

export const snapshotSent = rule({
  id: "LP-29",
  title: "The team's snapshot for last month has been sent",
  sources: [kent("the evaluation")],
  scope: "local",
  statuses: "all",
  lead: "any",
  starts: [],
  answers: [],
  isFromService: true,
  breaches: [missing],
  countsWorkingDays: ["missing"],
  checkSheet: (context) =>
    teamsOwing(context, ({ hasSnapshot }) => !hasSnapshot)
      .filter(({ monthEnd }) => isDue(monthEnd, context))
      .map((owing) => missing.found(owing)),
});

const dover = (hasSnapshot: boolean) => ({ service: { returns: [{ team: "Dover", hasSnapshot, hasFeedback: true }] } });

export const examples = (): readonly Example[] => [
  met("sent", dover(true)),
  broken("missing", "not sent", dover(false)),
  ...around("the fifth working day after the month's end", "2024-11-07", (asOf) => ({ asOf, ...dover(false) }), [
    "",
    "missing",
    "missing",
  ]),
  ...around(
    "the trial's first whole month begins, where the snapshot is due at once",
    "2024-11-01",
    (asOf) => ({ asOf, ...dover(false), policy: { snapshotDueDays: 0 } }),
    ["", "missing", "missing"],
  ),
  ...around(
    "the third working day, where the policy says three",
    "2024-12-04",
    (asOf) => ({ asOf, ...dover(false), policy: { snapshotDueDays: 3 } }),
    ["", "missing", "missing"],
  ),
  ...around("the month after its end is over", "2025-06-01", (asOf) => ({ asOf, ...dover(false) }), [
    "missing",
    "",
    "",
  ]),
  met("a trial that began on the first: its first month is not over", {
    asOf: "2024-10-31",
    policy: { trial: { start: "2024-10-01" } },
    ...dover(false),
  }),
  blank("", "the service knows no team", { service: {} }),
  broken("missing", "the scheme was adopted, long after", {
    asOf: "2026-11-26",
    ...dover(false),
    policy: { scheme: "adopted" },
  }),
  met("past the end of the bank-holiday list", { asOf: "2028-02-20", ...dover(false), policy: { scheme: "adopted" } }),
];
