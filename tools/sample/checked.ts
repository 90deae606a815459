import { check, type Checked } from "../../rules/check.ts";
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
    {
      columns: mapHeaders(cases.headers).columns,
      rows: cases.rows,
      rowNumbers: cases.rows.map((_, at) => HEADER_ROW + 2 + at),
    },
    { asOf: AS_OF, policy: kentTrial2024, register: registerFromTable(staff.headers, staff.rows, kentTrial2024) },
  );
