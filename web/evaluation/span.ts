import { isoDay } from "../../rules/dates.ts";
import { monthOf, monthsOn } from "../../rules/months.ts";

export interface Span {
  readonly from: string;
  readonly to: string;
}

const BASELINE_MONTHS = -6;

/** The trial's months and as many before it, as far as they have begun: without the month that it ends in, which is hardly the trial's. */
export function spanOf(trial: { readonly start: string; readonly end: string }, now: string): Span {
  const first = monthOf(isoDay(trial.start));
  const last = [first, monthsOn(monthOf(isoDay(trial.end)), -1)].sort().at(-1) ?? first;
  const to = last < now ? last : now;
  return { from: monthsOn(first < to ? first : to, BASELINE_MONTHS), to };
}
