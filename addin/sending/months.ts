import { edate, isoDay, parseIso, toIso, type Day } from "../../rules/dates.ts";

/** How many days after its end a month's list may still be as of. */
const DAYS_AFTER = 10;

const isMonth = (month: string): boolean => /^(199\d|20\d\d)-(0[1-9]|1[0-2])$/.test(month);

const firstDay = (month: string): Day => isoDay(`${month}-01`);
const lastDay = (month: string): Day => edate(firstDay(month), 1) - 1;

/** The day that a month is as of, or why it cannot be, as a sentence. By default its last day; in the current month, today. */
export function asOfFor(
  month: string,
  given: string | undefined,
  today: Day,
): { readonly day: Day; readonly block?: string } {
  if (!isMonth(month)) return { day: today, block: "Choose a month." };
  const isCurrent = month === toIso(today).slice(0, 7);
  const usual = isCurrent ? today : lastDay(month);
  if (firstDay(month) > today)
    return { day: usual, block: "This month has not begun. Send the list of the current month, or of one before it." };
  if (given === undefined) return { day: usual };
  const day = parseIso(given);
  if (day !== undefined && day >= firstDay(month) && day <= lastDay(month) + DAYS_AFTER) return { day };
  return {
    day: usual,
    block: `The date that the list is as of must lie in the month, or within the ${DAYS_AFTER} days after it.`,
  };
}
