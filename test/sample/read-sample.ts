import { readFileSync } from "node:fs";
import { readWorkbook } from "../../xlsx/read-workbook.ts";
import type { CellValue, Sheet, Table, Workbook } from "../../xlsx/workbook.ts";
import { check } from "../../rules/check.ts";
import { isoDay } from "../../rules/dates.ts";
import { mapHeaders } from "../../rules/headers.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { registerFromTable } from "../../rules/register-table.ts";
import { SAMPLE_FILE } from "../../tools/sample/file.ts";

export const bytes = new Uint8Array(readFileSync(SAMPLE_FILE));

function opened(): Workbook {
  const workbook = readWorkbook(bytes);
  if ("unreadable" in workbook) throw new Error(workbook.unreadable);
  return workbook;
}

export const workbook = opened();

export interface ReadTable {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly headers: readonly CellValue[];
  readonly rows: readonly (readonly CellValue[])[];
}

function tableNamed(name: string): ReadTable {
  for (const sheet of workbook.sheets) {
    const table = sheet.tables.find((one) => one.name === name);
    if (!table) continue;
    const lines = sheet.rows.slice(table.top, table.bottom + 1).map((row) => row.slice(table.left, table.right + 1));
    return { sheet, table, headers: lines[0] ?? [], rows: lines.slice(1) };
  }
  throw new Error(`There is no table "${name}".`);
}

export const cases = tableNamed("Allocations");
export const staff = tableNamed("Practitioners");

/** A column of a table, by its header. */
export const column = ({ headers, rows }: ReadTable, header: string): CellValue[] => {
  const at = headers.indexOf(header);
  return rows.map((row) => row[at] ?? "");
};

/** The columns beside the cases, row by row. */
export const beside = (header: string): CellValue[] => {
  const { sheet, table } = cases;
  const at = (sheet.rows[table.top] ?? []).indexOf(header);
  return sheet.rows.slice(table.top + 1, table.bottom + 1).map((row) => row[at] ?? "");
};

/** What the rules say of the file as it stands. */
export const checked = check(
  {
    columns: mapHeaders(cases.headers).columns,
    rows: cases.rows,
    rowNumbers: cases.rows.map((_, at) => cases.table.top + 2 + at),
  },
  {
    asOf: isoDay("2024-11-30"),
    policy: kentTrial2024,
    register: registerFromTable(staff.headers, staff.rows, kentTrial2024),
  },
);

export const findings = checked.rows.flatMap((row) => row?.findings ?? []);
