import { check, type Checked, type CheckedRow } from "../../rules/check.ts";
import { SHOWN_AS } from "../../rules/finding.ts";
import { mapHeaders } from "../../rules/headers.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { registerFromTable } from "../../rules/register-table.ts";
import { AS_OF, HEADER_ROW } from "./columns.ts";

/** A table's headers, and the cells below them. */
export interface TableCells {
  readonly headers: readonly (string | number | boolean)[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
}

/** What the rules say of the cases, each row known by the number that the sheet shows beside it. */
export const checkCases = (cases: TableCells, staff: TableCells): Checked =>
  check(
    { columns: mapHeaders(cases.headers).columns, rows: cases.rows, rowNumbers: cases.rows.map((_, at) => HEADER_ROW + 2 + at) },
    { asOf: AS_OF, policy: kentTrial2024, register: registerFromTable(staff.headers, staff.rows, kentTrial2024) },
  );

/** A row as LP.CHECK shows it; "" for a blank row. */
export const shownCheck = (row: CheckedRow | undefined): string => (row ? SHOWN_AS[row.verdict] : "");

/** A row as LP.WHY shows it: a line for each finding. */
export const shownWhy = (row: CheckedRow | undefined): string =>
  (row?.findings ?? []).map(({ rule, message, nextStep }) => `${rule}: ${message} Next: ${nextStep}`).join("\n");
