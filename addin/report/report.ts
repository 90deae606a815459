import type { Coverage } from "../../rules/coverage.ts";
import { parseIso, showDay } from "../../rules/dates.ts";
import { count } from "../../rules/text.ts";
import type { Month } from "../history/history.ts";
import type { ReportChart, ReportSheet, ReportTable } from "../workbook/report-content.ts";
import { monthName, monthsOn, shortMonthAndYear } from "../../rules/months.ts";
import { trendUpTo, type MonthOfTrend } from "./trend.ts";
import {
  balanceTable,
  measuresTable,
  notCheckedTable,
  sharesTable,
  verdictsTable,
  verdictTrendTable,
} from "./tables.ts";

export interface ReportFacts {
  /** The team's name. */
  readonly team: string;
  readonly month: Month;
  /** Months sent before it, in any order; those of other teams and later ones are left out. */
  readonly earlier: readonly Month[];
  /** The title of the policy that the month was checked by; undefined where it is not known here. */
  readonly policy: string | undefined;
  /** Of the sheet as it stands; undefined where none is open. */
  readonly coverage: Pick<Coverage, "summary" | "notChecked"> | undefined;
}

const shown = (iso: string): string => {
  const day = parseIso(iso);
  return day === undefined ? iso : showDay(day);
};

function notesOn(
  { month: { receipt, measures }, policy, coverage }: ReportFacts,
  trend: readonly MonthOfTrend[],
): string[] {
  const by =
    policy === undefined
      ? `a policy that is not known here (its hash begins ${receipt.policyHash.slice(0, 8)})`
      : policy;
  const before = monthName(monthsOn(receipt.month, -1));
  const isWithoutBefore = measures["step-ups"] === undefined || measures["lead-changes"] === undefined;
  const gaps = trend.filter(({ sent }) => !sent).map(({ month }) => shortMonthAndYear(month));
  return [
    `As of ${shown(receipt.asOf)}, by ${by}.`,
    `Version ${receipt.version}, sent on ${shown(receipt.at)}: ${count(receipt.rows, "row")}. Its receipt begins ${receipt.contentHash.slice(0, 8)}.`,
    ...(receipt.erased
      ? [
          `${count(receipt.erased, "row")} of it ${receipt.erased === 1 ? "has" : "have"} been erased since; the figures are those of the day it was sent.`,
        ]
      : []),
    "Clear means that no rule was broken on the data given, never more.",
    "Where a share is blank, nothing was counted that it could be out of.",
    ...(isWithoutBefore
      ? [`Without figures of ${before} that it can be compared with, steps up and changes of lead are left out.`]
      : []),
    ...(gaps.length > 0 ? [`Nothing was sent for ${gaps.join(", ")}: those months are blank.`] : []),
    ...(trend.length < 2 ? ["Nothing earlier was sent, so there is no trend to draw yet."] : []),
    ...(coverage ? [`On the sheet as it stands, ${coverage.summary}.`] : []),
  ];
}

/** A month's report: its figures, the trend over the months sent, and what was not checked. */
export function reportOf(reported: ReportFacts): ReportSheet {
  const { team, month, earlier, coverage } = reported;
  const trend = trendUpTo(month, earlier);
  const tables: ReportTable[] = [verdictsTable(month), measuresTable(month)];
  const charts: ReportChart[] = [];
  if (trend.length > 1) {
    charts.push({
      title: "Verdicts by month, in rows",
      kind: "stacked-columns",
      table: tables.push(verdictTrendTable(trend)) - 1,
    });
    charts.push({ title: "Shares by month", kind: "line", table: tables.push(sharesTable(trend)) - 1 });
    tables.push(balanceTable(trend));
  }
  if (coverage && coverage.notChecked.length > 0) tables.push(notCheckedTable(coverage));
  return {
    name: `Report ${shortMonthAndYear(month.receipt.month)} ${team}`,
    title: `${team}, ${monthName(month.receipt.month)}: who leads, and what the rules found`,
    notes: notesOn(reported, trend),
    tables,
    charts,
  };
}
