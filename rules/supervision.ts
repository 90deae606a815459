import type { Day } from "./dates.ts";
import type { Terms } from "./terms.ts";

/** The dates that formal supervision is counted from; undefined where there is none. */
export interface SupervisionDates {
  readonly lastSupervision: Day | undefined;
  readonly leadFrom: Day | undefined;
}

/** The last supervision, where it counts: one before the lead took the case does not. */
export const supervisionThatCounts = ({ lastSupervision, leadFrom }: SupervisionDates): Day | undefined =>
  lastSupervision !== undefined && leadFrom !== undefined && lastSupervision < leadFrom ? undefined : lastSupervision;

/** When the next is due: an interval after the last that counts, else after allocation; undefined without a date to count from. */
export function supervisionDue(dates: SupervisionDates, terms: Terms): Day | undefined {
  const from = supervisionThatCounts(dates) ?? dates.leadFrom;
  return from === undefined ? undefined : terms.supervisionDue(from);
}
