import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { check } from "../../rules/check.ts";
import type { NotChecked } from "../../rules/coverage.ts";
import { keyOf, type Finding } from "../../rules/finding.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { Candidate } from "./candidates.ts";
import type { CaseSought } from "./case-sought.ts";
import { ledBy } from "./copy.ts";
import type { Load } from "./loads.ts";

const IDS: readonly string[] = [
  "LP-03",
  "LP-04",
  "LP-05",
  "LP-06",
  "LP-07",
  "LP-08",
  "LP-09",
  "LP-10",
  "LP-18",
  "LP-24",
  "LP-25",
  "LP-26",
  "LP-36",
];

/** The rules that bear on who may lead. */
export const ALLOCATION_RULES = CATALOGUE.filter(({ id }) => IDS.includes(id));

/** That a row names no cover is about the row, whoever leads it. */
export const isAboutTheLead = (finding: Finding): boolean => keyOf(finding) !== "LP-24/no-cover";

export interface FoundForEach {
  /** What the check finds on the row for each candidate, in their order, worst first. */
  readonly findings: readonly (readonly Finding[])[];
  readonly notChecked: readonly NotChecked[];
}

/**
 * Checks the case once with each candidate as its lead. The row alone is checked, and what everyone leads on the others
 * is put to the check as led elsewhere: the same findings as from the whole sheet, without checking it once a candidate.
 */
export function findingsForEach(
  sought: CaseSought,
  candidates: readonly Candidate[],
  loads: readonly Load[],
  inputs: CheckInputs,
): FoundForEach {
  const { columns, date1904 = false } = sought.sheet;
  // Two entries of one staff number are one person, whose cases are not to be counted twice.
  const first = new Map(candidates.map(({ person }, at) => [person.key, at] as const).reverse());
  const cases = Object.fromEntries(
    candidates.flatMap(({ text, person }, at): [string, number][] =>
      first.get(person.key) === at ? [[text, (loads[at]?.to ?? sought.weight) - sought.weight]] : [],
    ),
  );
  const { rows, coverage } = check(
    { columns, date1904, rows: candidates.map(({ text }) => ledBy(sought, text, inputs)) },
    {
      asOf: inputs.asOf,
      policy: inputs.policy,
      register: inputs.register,
      service: { cases },
      rules: ALLOCATION_RULES,
    },
  );
  return {
    findings: candidates.map((_, at) => (rows[at]?.findings ?? []).filter(isAboutTheLead)),
    // LP-24 is checked but for its breach about the row; that an ended trial binds nobody is no gap.
    notChecked: coverage.notChecked.filter(({ why }) => why !== "not-in-scheme" && why !== "hardly-filled"),
  };
}
