import { isoDay, parseIso, toIso } from "../../../rules/dates.ts";

/** The first day after an extended trial, from the last day that a person gives; undefined for a date that extends nothing. */
export function endAfter(lastDay: string, presentEnd: string): string | undefined {
  const day = parseIso(lastDay);
  return day === undefined || day < isoDay(presentEnd) ? undefined : toIso(day + 1);
}
