import type { Month } from "../history/history.ts";
import { monthsUpTo } from "../../rules/months.ts";

/** Further back a chart has no room for the names of its months. */
const MOST_MONTHS = 24;

/** A month of the calendar, and what was sent for it. */
export interface MonthOfTrend {
  readonly month: string;
  readonly sent: Month | undefined;
}

/** The months up to the one reported on, from the first that was sent: those between that were not sent stay, as gaps. */
export function trendUpTo(month: Month, earlier: readonly Month[]): readonly MonthOfTrend[] {
  const { team, month: last } = month.receipt;
  const sent = new Map<string, Month>();
  for (const one of earlier.filter(({ receipt }) => receipt.team === team && receipt.month < last)) {
    const other = sent.get(one.receipt.month);
    if (!other || other.receipt.version < one.receipt.version) sent.set(one.receipt.month, one);
  }
  sent.set(last, month);
  const all = monthsUpTo(last, MOST_MONTHS)
    .reverse()
    .map((one): MonthOfTrend => ({ month: one, sent: sent.get(one) }));
  return all.slice(all.findIndex((one) => one.sent !== undefined));
}
