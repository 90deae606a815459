import type { MeasureCount, Month } from "../../../addin/history/history.ts";
import { reportOf, type ReportFacts } from "../../../addin/report/report.ts";
import type { Verdict } from "../../../rules/finding.ts";

const VERDICTS: Readonly<Record<Verdict, number>> = { clear: 12, advice: 3, check: 2, action: 2, "not-eligible": 1 };

export const MEASURES: Readonly<Record<string, MeasureCount>> = {
  cases: { count: 19 },
  "led-by-others": { count: 8 },
  "cin-led-by-others": { count: 5 },
  "eh-led-by-others": { count: 3 },
  "supervision-in-time": { count: 6, of: 8 },
  "meetings-chaired": { count: 0, of: 0 },
  "oversight-in-place": { count: 8, of: 8 },
  "training-complete": { count: 2, of: 4 },
  "step-ups": { count: 1 },
  "lead-changes": { count: 2 },
  "not-checked": { count: 3 },
};

/** A month of an invented team, as the service would hold it. */
export const aMonth = (month: string, change: Partial<Month["receipt"]> = {}, measures = MEASURES): Month => ({
  receipt: {
    team: "dover",
    month,
    version: 1,
    asOf: `${month}-28`,
    rows: 20,
    verdicts: VERDICTS,
    policyHash: "0123456789abcdef",
    contentHash: "Zm9vYmFyYmF6cXV4",
    at: `${month}-28T16:05:00Z`,
    ...change,
  },
  measures,
  versions: 1,
});

const NOT_CHECKED = {
  rule: "LP-16",
  why: "no-column",
  fields: [],
  line: "Add the columns 'Review CIN meeting' and 'Review chair' to check LP-16.",
} as const;

export const reportOn = (change: Partial<ReportFacts> = {}) =>
  reportOf({
    team: "Dover",
    month: aMonth("2024-11"),
    earlier: [aMonth("2024-10")],
    policy: "Kent trial 2024",
    coverage: { summary: "29 of 30 rules checked", notChecked: [NOT_CHECKED] },
    ...change,
  });
