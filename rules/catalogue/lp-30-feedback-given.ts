import { showDay, type Day } from "../dates.ts";
import { around, blank, broken, met, type Example } from "../example.ts";
import { breach, rule } from "../rule.ts";
import { kent } from "../sources.ts";
import { teamsOwing } from "./returns.ts";

const none = breach<{ team: string; monthEnd: Day }>("none", {
  severity: "advice",
  message: ({ team, monthEnd }) => `${team} gave the evaluation no feedback in the month to ${showDay(monthEnd)}.`,
  nextStep: "Write a line about what helped or hindered, in the pane, 'Feedback', this month: anyone in the team.",
});

export const feedbackGiven = rule({
  id: "LP-30",
  title: "The team gave feedback to the evaluation last month",
  sources: [kent("the evaluation")],
  scope: "trial",
  statuses: "all",
  lead: "any",
  starts: [],
  answers: [],
  isFromService: true,
  breaches: [none],
  checkSheet: (context) => teamsOwing(context, ({ hasFeedback }) => !hasFeedback).map((owing) => none.found(owing)),
});

const dover = (hasFeedback: boolean) => ({ service: { returns: [{ team: "Dover", hasSnapshot: true, hasFeedback }] } });

export const examples = (): readonly Example[] => [
  met("given", dover(true)),
  broken("none", "not given", dover(false)),
  ...around("the trial's first whole month begins", "2024-11-01", (asOf) => ({ asOf, ...dover(false) }), [
    "",
    "none",
    "none",
  ]),
  ...around("the month after its end is over", "2025-06-01", (asOf) => ({ asOf, ...dover(false) }), ["none", "", ""]),
  met("the scheme was adopted", { ...dover(false), policy: { scheme: "adopted" } }),
  blank("", "the service knows no team", { service: {} }),
];
