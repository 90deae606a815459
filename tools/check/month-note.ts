import { toIso, type Day } from "../../rules/dates.ts";
import { lastDay } from "../../rules/months.ts";
import type { FoundList } from "../../rules/workbook/found.ts";
import { monthInWords } from "../../rules/workbook/notes.ts";

/** What a list says of its month where it is checked as of another, with how to ask for that month's end. */
export function noteOnMonth(list: FoundList, asOf: Day): string[] {
  const sentence = monthInWords(list, asOf);
  if (sentence === undefined || list.month === undefined) return [];
  return [`${sentence} For the end of that month give --as-of ${toIso(lastDay(list.month))}.`];
}
