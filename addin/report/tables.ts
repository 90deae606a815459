import type { MeasureId } from "../../functions/snapshots/measure-ids.ts";
import type { Coverage } from "../../rules/coverage.ts";
import { SEVERITIES, SHOWN_AS, type Verdict } from "../../rules/finding.ts";
import type { MeasureCount, Month } from "../history/history.ts";
import type { ReportTable } from "../workbook/report-content.ts";
import { BALANCE, MEASURE_NAMES, TREND } from "./measure-names.ts";
import { shortMonthAndYear } from "../../rules/months.ts";
import type { MonthOfTrend } from "./trend.ts";

type Row = ReportTable["rows"][number];

const COUNT = "0";
const SHARE = "0%";
/** Where nothing was counted or sent; a chart leaves a gap for it. */
const BLANK = "";
const NOT_RECORDED = "not recorded";

const VERDICTS: readonly Verdict[] = ["clear", ...SEVERITIES];

/** A share as a fraction; blank where there was nothing that it could be out of. */
const share = ({ count, of }: MeasureCount): number | "" => (of === undefined || of === 0 ? BLANK : count / of);

export function verdictsTable({ receipt: { verdicts } }: Month): ReportTable {
  const all = VERDICTS.reduce((sum, verdict) => sum + verdicts[verdict], 0);
  return {
    heading: "Verdicts of the month",
    headers: ["Verdict", "Rows", "Share"],
    rows: VERDICTS.map((verdict): Row => [
      SHOWN_AS[verdict],
      verdicts[verdict],
      share({ count: verdicts[verdict], of: all }),
    ]),
    formats: [undefined, COUNT, SHARE],
  };
}

export const measuresTable = ({ measures }: Month): ReportTable => ({
  heading: "Figures of the month",
  headers: ["Measure", "Count", "Out of", "Share"],
  rows: Object.entries(MEASURE_NAMES).flatMap(([id, name]): Row[] => {
    const measured = measures[id];
    if (measured === null) return [[name, NOT_RECORDED, BLANK, BLANK]];
    return measured ? [[name, measured.count, measured.of ?? BLANK, share(measured)]] : [];
  }),
  formats: [undefined, COUNT, COUNT, SHARE],
});

interface Column {
  readonly id: MeasureId;
  readonly header: string;
}

const byMonth = (
  heading: string,
  trend: readonly MonthOfTrend[],
  columns: readonly Column[],
  format: string,
  value: (measured: MeasureCount) => number | "",
): ReportTable => ({
  heading,
  headers: ["Month", ...columns.map(({ header }) => header)],
  rows: trend.map(({ month, sent }): Row => [
    shortMonthAndYear(month),
    ...columns.map(({ id }) => {
      const measured = sent?.measures[id];
      return measured ? value(measured) : BLANK;
    }),
  ]),
  formats: [undefined, ...columns.map(() => format)],
});

export const sharesTable = (trend: readonly MonthOfTrend[]): ReportTable =>
  byMonth("Shares by month", trend, TREND, SHARE, share);

export const balanceTable = (trend: readonly MonthOfTrend[]): ReportTable =>
  byMonth("Who leads, by month", trend, BALANCE, COUNT, ({ count }) => count);

export const verdictTrendTable = (trend: readonly MonthOfTrend[]): ReportTable => ({
  heading: "Verdicts by month",
  headers: ["Month", ...VERDICTS.map((verdict) => SHOWN_AS[verdict])],
  rows: trend.map(({ month, sent }): Row => [
    shortMonthAndYear(month),
    ...VERDICTS.map((verdict) => sent?.receipt.verdicts[verdict] ?? BLANK),
  ]),
  formats: [undefined, ...VERDICTS.map(() => COUNT)],
});

export const notCheckedTable = ({ notChecked }: Pick<Coverage, "notChecked">): ReportTable => ({
  heading: "Not checked on the sheet as it stands",
  headers: ["Rule", "Why"],
  rows: notChecked.map(({ rule, line }): Row => [rule, line]),
});
