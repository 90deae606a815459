import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";
import { teamsOwing } from "./returns.ts";

const missing = breach<{ team: string; monthEnd: Day }>("missing", {
  severity: "action",
  message: ({ team, monthEnd }) => `No snapshot of ${team} has been sent for the month to ${showDay(monthEnd)}.`,
  nextStep: "Send it from the pane, 'Send snapshot': the team manager.",
});

export const snapshotSent = rule({
  id: "LP-29",
  title: "The team's snapshot for last month has been sent",
  sources: [kent("the evaluation")],
  scope: "trial",
  statuses: "all",
  lead: "any",
  starts: [],
  answers: [],
  isFromService: true,
  breaches: [missing],
  checkSheet: (context) => teamsOwing(context, ({ hasSnapshot }) => !hasSnapshot).map((owing) => missing.found(owing)),
});

const dover = (hasSnapshot: boolean) => ({ service: { returns: [{ team: "Dover", hasSnapshot, hasFeedback: true }] } });

export const examples = (): readonly Example[] => [
  met("sent", dover(true)),
  broken("missing", "not sent", dover(false)),
  ...around("the trial's first whole month begins", "2024-11-01", (asOf) => ({ asOf, ...dover(false) }), [
    "",
    "missing",
    "missing",
  ]),
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
  met("the scheme was adopted", { ...dover(false), policy: { scheme: "adopted" } }),
];
