import { edate, isoDay, toIso } from "../../rules/dates.ts";
import { DAYS_AFTER, firstDay, mayBeAsOf, usualAsOf } from "../../rules/months.ts";
import { Refusal } from "../http/problem.ts";

/** Kept a little longer than the policy says, so that nothing goes while someone reads it. */
const GRACE_DAYS = 7;
const SECONDS_A_DAY = 86_400;

/** The day that a month's snapshot is as of: the one given, else the month's last, or today in the current month. */
export function asOfFor(month: string, given: string | undefined, today: string): string {
  if (firstDay(month) > isoDay(today))
    throw new Refusal(422, "This month has not begun. Send the list of the current month, or of one before it.", [
      "month",
    ]);
  if (given === undefined) return toIso(usualAsOf(month, isoDay(today)));
  if (mayBeAsOf(month, isoDay(given))) return given;
  throw new Refusal(422, `The date must lie in the month or within the ${DAYS_AFTER} days after it.`, ["asOf"]);
}

/** When what was recorded as of a day is no longer kept, in seconds since 1970. */
export const expiryOf = (asOf: string, retentionYears: number): number =>
  (edate(isoDay(asOf), retentionYears * 12) + GRACE_DAYS) * SECONDS_A_DAY;
