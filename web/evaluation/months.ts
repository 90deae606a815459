import { edate, isoDay, showDay, toIso } from "../../rules/dates.ts";

const firstDay = (month: string): number => isoDay(`${month}-01`);

const monthOf = (isoDate: string): string => isoDate.slice(0, 7);
export const monthAfter = (month: string, by = 1): string => monthOf(toIso(edate(firstDay(month), by)));

/** From one month to another, both included. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month);
  return months;
}

/** "Nov 2024". */
export const showMonth = (month: string): string => showDay(firstDay(month)).slice(2);

export interface Span {
  readonly from: string;
  readonly to: string;
}

const BASELINE_MONTHS = -6;

/** The trial's months and as many before it, as far as they have begun: without the month that it ends in, which is hardly the trial's. */
export function spanOf(trial: { readonly start: string; readonly end: string }, now: string): Span {
  const first = monthOf(trial.start);
  const last = [first, monthAfter(monthOf(trial.end), -1)].sort().at(-1) ?? first;
  const to = last < now ? last : now;
  return { from: monthAfter(first < to ? first : to, BASELINE_MONTHS), to };
}
