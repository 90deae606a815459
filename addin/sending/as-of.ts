import { parseIso, type Day } from "../../rules/dates.ts";
import { DAYS_AFTER, firstDay, mayBeAsOf, MONTH, usualAsOf } from "../../rules/months.ts";

/** The day that a month is as of, or why it cannot be, as a sentence. By default its last day; in the current month, today. */
export function asOfFor(
  month: string,
  given: string | undefined,
  today: Day,
): { readonly day: Day; readonly block?: string } {
  if (!MONTH.test(month)) return { day: today, block: "Choose a month." };
  const usual = usualAsOf(month, today);
  if (firstDay(month) > today)
    return { day: usual, block: "This month has not begun. Send the list of the current month, or of one before it." };
  if (given === undefined) return { day: usual };
  const day = parseIso(given);
  if (day !== undefined && mayBeAsOf(month, day)) return { day };
  return {
    day: usual,
    block: `The date that the list is as of must lie in the month, or within the ${DAYS_AFTER} days after it.`,
  };
}
