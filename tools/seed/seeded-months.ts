import { workingDays, type Day } from "../../rules/dates.ts";
import { monthsOn } from "../../rules/months.ts";

/** The months that are seeded: the trial's six, and the six before it. */
export const YEAR: readonly string[] = Array.from({ length: 12 }, (_, index) => monthsOn("2024-04", index));

/** The first month that lies in the trial. */
export const TRIAL_FROM = "2024-10";

/** How many months of the trial have begun: 0 before it, 1 in October 2024. */
export const trialMonth = (month: string): number => Math.max(0, YEAR.indexOf(month) - YEAR.indexOf(TRIAL_FROM) + 1);

/** The day itself, or the last working day before it: nobody meets a family on Christmas Day. */
export function workday(day: Day): Day {
  let at = day;
  while (workingDays(at - 1, at) === 0) at -= 1;
  return at;
}
