import { edate, isoDay, toIso, type Day } from "../../rules/dates.ts";
import { Refused } from "../http/problem.ts";

/** How many days after its end a month's list may still be as of. */
const DAYS_AFTER = 10;
/** Kept a little longer than the policy says, so that nothing goes while someone reads it. */
const GRACE_DAYS = 7;
const SECONDS_A_DAY = 86_400;

const firstDay = (month: string): Day => isoDay(`${month}-01`);
const lastDay = (month: string): Day => edate(firstDay(month), 1) - 1;
export const monthBefore = (month: string): string => toIso(edate(firstDay(month), -1)).slice(0, 7);
export const isIn = (month: string, day: Day): boolean => day >= firstDay(month) && day <= lastDay(month);

/** The day that a month's snapshot is as of: the one given, else the month's last, or today in the current month. */
export function asOfFor(month: string, given: string | undefined, today: string): string {
  if (month > today.slice(0, 7))
    throw new Refused(422, "This month has not begun. Send the list of the current month, or of one before it.", [
      "month",
    ]);
  if (given === undefined) return month === today.slice(0, 7) ? today : toIso(lastDay(month));
  const day = isoDay(given);
  if (day >= firstDay(month) && day <= lastDay(month) + DAYS_AFTER) return given;
  throw new Refused(422, `The date must lie in the month or within the ${DAYS_AFTER} days after it.`, ["asOf"]);
}

/** When what was recorded as of a day is no longer kept, in seconds since 1970. */
export const expiryOf = (asOf: string, retentionYears: number): number =>
  (edate(isoDay(asOf), retentionYears * 12) + GRACE_DAYS) * SECONDS_A_DAY;
