import { columnName } from "../../../xlsx/addresses.ts";
import { FIELD_IDS, type FieldId } from "../../../rules/fields.ts";
import { CASES } from "../../../tools/sample/cases.ts";
import { CASE_COLUMNS, HEADER_ROW } from "../../../tools/sample/columns.ts";

const FIRST = HEADER_ROW + 2;
/** A blank column stands between the cases and what is said of them. */
const BESIDE = CASE_COLUMNS.length + 1;

/** Where the sample's sheet of cases has what it has, as Excel counts: columns by letters, rows from 1. */
export const SAMPLE = {
  cases: CASES.length,
  /** Those that verdicts are counted of. */
  open: CASES.filter(({ status }) => status !== "Closed").length,
  columns: CASE_COLUMNS.length,
  first: FIRST,
  last: FIRST + CASES.length - 1,
  check: columnName(BESIDE),
  why: columnName(BESIDE + 1),
} as const;

/** What the sample's check column shows, as an address. */
export const CHECKS = `${SAMPLE.check}${SAMPLE.first}:${SAMPLE.check}${SAMPLE.last}`;

/** The column of a field. */
export const letterOf = (field: FieldId): string => columnName(FIELD_IDS.indexOf(field));

/** The first row of a child. */
export function rowOf(ref: string): number {
  const at = CASES.findIndex(({ childRef }) => childRef === ref);
  if (at < 0) throw new Error(`The sample has no child ${ref}.`);
  return FIRST + at;
}

/** The heading over the findings of the sample. */
export const FINDINGS = new RegExp(`^\\d+ findings in \\d+ of ${String(SAMPLE.open)} rows, and 1 accepted$`);
