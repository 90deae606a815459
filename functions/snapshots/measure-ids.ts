import type { Verdict } from "../../rules/finding.ts";

export const VERDICTS = ["clear", "advice", "check", "action", "not-eligible"] as const satisfies readonly Verdict[];

/** The measures, in the order in which they are shown. */
export const MEASURE_IDS = [
  "cases",
  "accepted",
  "registrations-ending",
  "led-by-others",
  "cin-led-by-others",
  "eh-led-by-others",
  ...VERDICTS,
  "oversight-in-place",
  "supervision-in-time",
  "meetings-chaired",
  "training-complete",
  "concerns-in-time",
  "unallocated",
  "step-ups",
  "lead-changes",
  "not-checked",
  "feedback",
] as const;

export type MeasureId = (typeof MEASURE_IDS)[number];
