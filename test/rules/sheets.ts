import { check, type Checked, type CheckOptions } from "../../rules/check.ts";
import { isoDay } from "../../rules/dates.ts";
import type { Cells } from "../../rules/example.ts";
import { EXAMPLE_DAY, EXAMPLE_REGISTER, EXAMPLE_ROW } from "../../rules/example-row.ts";
import { FIELD_IDS, type FieldId } from "../../rules/fields.ts";
import { keyOf, type Finding } from "../../rules/finding.ts";
import { mapFields } from "../../rules/headers.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { Sheet } from "../../rules/sheet.ts";

/** A sheet of the given columns (all, unless told), each row a change to one that breaks nothing. */
export const sheetOf = (rows: readonly Cells[], fields: readonly FieldId[] = FIELD_IDS): Sheet => ({
  columns: mapFields(fields),
  rows: rows.map((row) => fields.map((id) => ({ ...EXAMPLE_ROW, ...row })[id])),
});

export const GIVEN: CheckOptions = {
  asOf: isoDay(EXAMPLE_DAY),
  policy: kentTrial2024,
  register: { practitioners: EXAMPLE_REGISTER },
};

/** Checks such a sheet on the day of the examples, with their register. */
export const checkRows = (
  rows: readonly Cells[],
  given: Partial<CheckOptions> = {},
  sheet: Partial<Sheet> = {},
): Checked => check({ ...sheetOf(rows), ...sheet }, { ...GIVEN, ...given });

export const keysOf = (findings: readonly Finding[] = []): string[] => findings.map(keyOf);

/** The keys of each row's findings, worst first; undefined for a blank row. */
export const keysByRow = ({ rows }: Checked): (string[] | undefined)[] =>
  rows.map((row) => row && keysOf(row.findings));

export const columnsWithout = (...dropped: readonly FieldId[]): FieldId[] =>
  FIELD_IDS.filter((id) => !dropped.includes(id));
