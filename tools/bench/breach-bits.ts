import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { keyOf, type Finding } from "../../rules/finding.ts";
import type { Rule } from "../../rules/rule.ts";

/** A bit for each key. */
const bits = <K extends string>(...keys: readonly K[]): Readonly<Record<K, number>> =>
  Object.fromEntries(keys.map((key, index) => [key, 1 << index])) as Record<K, number>;

/** The breaches of the common subset about who leads: a bit each in the first word of a row's verdict. */
export const WHO = bits(
  "LP-01/no-social-worker",
  "LP-01/not-named",
  "LP-03/not-social-worker",
  "LP-03/registration-ended",
  "LP-03/cannot-tell",
  "LP-04/not-registered",
  "LP-04/role-not-offered",
  "LP-04/role-unknown",
  "LP-04/cannot-tell",
  "LP-05/outside-trial",
  "LP-05/team-unknown",
  "LP-06/before-trial",
  "LP-06/allocated-after-end",
  "LP-06/trial-ended",
  "LP-06/trial-ended-confirm",
  "LP-06/no-date",
  "LP-06/allocated-before-start",
  "LP-06/trial-ending",
  "LP-07/assessment-by-other",
  "LP-08/not-named",
  "LP-08/own-overseer",
  "LP-08/not-qualified",
  "LP-08/lapsed",
  "LP-08/not-a-supervisor",
  "LP-08/cannot-tell",
  "LP-08/perhaps-not-overseen",
  "LP-09/too-complex",
  "LP-09/level-unknown",
);

/** The breaches about how they lead: the second word. */
export const HOW = bits(
  "LP-11/not-agreed",
  "LP-12/decided-by-other",
  "LP-12/not-recorded",
  "LP-12/agencies-not-asked",
  "LP-13/overdue",
  "LP-13/never",
  "LP-13/due-soon",
  "LP-14/not-qualified",
  "LP-14/cannot-tell",
  "LP-17/missing-agencies",
  "LP-19/not-recorded",
  "LP-21/none",
  "LP-21/old",
  "LP-22/none",
  "LP-22/old",
  "LP-26/no-time",
  "LP-27/not-escalated",
  "LP-27/escalated-by-other",
);

export type WhoKey = keyof typeof WHO;
export type HowKey = keyof typeof HOW;

const KEYS: readonly (readonly string[])[] = [Object.keys(WHO), Object.keys(HOW)];
const IDS = new Set(KEYS.flat().map((key) => key.slice(0, 5)));

/** The rules that every contestant works out: those that a general rules engine can express on one row's facts. */
export const SUBSET: readonly Rule[] = CATALOGUE.filter(({ id }) => IDS.has(id));

/** Two words a row, one row after another. */
export type Verdicts = Uint32Array;

/** The keys of the breaches that a row's two words stand for. */
export const keysOf = (verdicts: Verdicts, row: number): string[] =>
  KEYS.flatMap((keys, word) => keys.filter((_, index) => ((verdicts[row * 2 + word] ?? 0) & (1 << index)) !== 0));

const WORDS = new Map<string, readonly [word: number, bit: number]>(
  KEYS.flatMap((keys, word) => keys.map((key, index) => [key, [word, 1 << index]] as const)),
);

/** Enters a finding of the subset into its row's words. */
export function enter(finding: Finding, row: number, verdicts: Verdicts): void {
  const [word, bit] = WORDS.get(keyOf(finding)) ?? [0, 0];
  const at = row * 2 + word;
  verdicts[at] = (verdicts[at] ?? 0) | bit;
}

/** One number that differs, in all likelihood, where any verdict does (FNV-1a). */
export function checksum(verdicts: Verdicts): number {
  let sum = 0x811c9dc5;
  for (const word of verdicts) sum = Math.imul(sum ^ word, 0x01000193);
  return sum >>> 0;
}
