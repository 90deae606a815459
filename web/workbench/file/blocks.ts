import { fieldOf, type FieldId, type Kind } from "../../../rules/fields.ts";
import { findAllocations } from "../../../rules/workbook/find-lists.ts";
import { headerText, mapHeaders } from "../../../rules/headers.ts";
import { looksLikeRegister, mapRegisterHeaders } from "../../../rules/register-table.ts";
import { fold } from "../../../rules/text.ts";
import { cellKey, type Range } from "../../../xlsx/addresses.ts";
import type { CellValue, Table } from "../../../xlsx/workbook.ts";

/** A sheet as a block is looked for in it. */
export interface Cells {
  readonly rows: readonly (readonly CellValue[])[];
  readonly formulas: ReadonlySet<number>;
  readonly tables: readonly Table[];
}

/** Rows under headers: a table, or the list of allocations of a sheet without one. Its range begins with the header row. */
export interface Block extends Range {
  readonly table: string | undefined;
  readonly headers: readonly CellValue[];
  /** What each column holds, as far as its header says. */
  readonly kinds: readonly (Kind | undefined)[];
  readonly isAllocations: boolean;
}

const REGISTER_KINDS: Partial<Readonly<Record<string, Kind>>> = {
  name: "person",
  role: "role",
  team: "team",
  registeredTo: "date",
  signedOffOn: "date",
  absentFrom: "date",
  absentTo: "date",
  protectedTime: "yes-no",
};

function registerKind(header: CellValue): Kind | undefined {
  const [id] = mapRegisterHeaders([header]).columns.keys();
  if (id !== undefined) return REGISTER_KINDS[id];
  return /(completed|booked)$/.test(fold(headerText(header))) ? "date" : undefined;
}

function kindsOf(headers: readonly CellValue[], isAllocations: boolean): (Kind | undefined)[] {
  if (!isAllocations) return headers.map((header) => (looksLikeRegister(headers) ? registerKind(header) : undefined));
  const fields = new Map<number, FieldId>([...mapHeaders(headers).columns].map(([field, column]) => [column, field]));
  return headers.map((_, column) => {
    const field = fields.get(column);
    return field === undefined ? undefined : fieldOf(field).kind;
  });
}

/** The check columns beside a list are not part of it. */
export const isCheckHeader = (cell: CellValue | undefined): boolean =>
  typeof cell === "string" && ["lpcheck", "lpwhy"].includes(fold(cell));

export function blocksOf(cells: Cells): Block[] {
  const found = findAllocations({
    rows: cells.rows,
    tables: cells.tables,
    isFormula: (row, column) => cells.formulas.has(cellKey(row, column)),
  });
  const listed = new Set(found.map(({ table }) => table));
  const tables = cells.tables
    .filter(({ headerRows }) => headerRows > 0)
    .map(({ name, top, left, bottom, right, totalsRows }): Block => {
      const headers = (cells.rows[top] ?? []).slice(left, right + 1);
      const isAllocations = listed.has(name);
      return {
        table: name,
        top,
        left,
        bottom: bottom - totalsRows,
        right,
        headers,
        isAllocations,
        kinds: kindsOf(headers, isAllocations),
      };
    });
  const plain = found
    .filter(({ table }) => table === undefined)
    .map(({ headers, headerRow, rowNumbers, left }): Block => {
      const filled = headers.findLastIndex(
        (header) => headerText(header) !== "" && !isCheckHeader(header as CellValue),
      );
      const own = headers.slice(0, filled + 1) as readonly CellValue[];
      return {
        table: undefined,
        top: headerRow - 1,
        left,
        bottom: (rowNumbers.at(-1) ?? headerRow) - 1,
        right: left + filled,
        headers: own,
        isAllocations: true,
        kinds: kindsOf(own, true),
      };
    });
  return [...tables, ...plain];
}
