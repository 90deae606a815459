import { trialMonth } from "./seeded-months.ts";
import type { SeededTeam } from "./staff.ts";

/** How likely things are in a month: what the year's trends are made of. */
export interface Likely {
  /** That an assistant is named for a child in need who would have had a social worker. */
  readonly handedToAssistant: number;
  /** That an other lead has supervision within the month. */
  readonly otherSupervised: number;
  readonly chairedByLead: number;
  /** That nobody oversees an other lead. */
  readonly notOverseen: number;
  readonly concernReviewed: number;
}

/** Taking up the trial, slowly at first; supervision dips at Christmas and then mends. */
const HANDED = [0, 0.3, 0.4, 0.4, 0.5, 0.55, 0.55];
const SUPERVISED = [0.7, 0.62, 0.74, 0.6, 0.8, 0.88, 0.93];
const CHAIRED_BY_LEAD = [0.1, 0.3, 0.22, 0.2, 0.12, 0.08, 0.05];
const NOT_OVERSEEN = [0, 0.3, 0.2, 0.15, 0.1, 0.06, 0.03];

const at = (shares: readonly number[], month: string): number => shares[trialMonth(month)] ?? 0;

export const likelyIn = (month: string, { isInTrial }: SeededTeam): Likely => ({
  handedToAssistant: isInTrial ? at(HANDED, month) : 0,
  otherSupervised: at(SUPERVISED, month),
  chairedByLead: at(CHAIRED_BY_LEAD, month),
  notOverseen: at(NOT_OVERSEEN, month),
  concernReviewed: isInTrial && trialMonth(month) > 2 ? 0.9 : 0.7,
});
