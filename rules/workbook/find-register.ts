import { mapHeaders, type ChosenColumns, type Mapping } from "../headers.ts";
import { looksLikePeople, looksLikeRegister, mapRegisterHeaders } from "../register-table.ts";
import type { RegisterField } from "../register-fields.ts";
import type { Cell } from "../read.ts";
import { isBlankCell } from "../sheet.ts";
import { fold } from "../text.ts";
import type { Grid, TableRange } from "./grid.ts";
import { looksLikeAllocations } from "./header-row.ts";
import { SheetCells } from "./sheet-cells.ts";

/** The register of a workbook, as its cells stand. */
export interface RegisterTable {
  readonly headers: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly mapping: Mapping<RegisterField>;
  /** The Excel table's name; undefined for rows below a header. */
  readonly table: string | undefined;
  /** The number that Excel shows beside its headers, and the sheet's column (from 0) that they begin in. */
  readonly headerRow: number;
  readonly left: number;
}

const NAME = "practitioners";
/** A register's headers stand among the first rows of its sheet. */
const SEARCHED = 50;

function readFrom(
  cells: SheetCells,
  headerRow: number,
  [left, right]: readonly [number, number],
  end: number,
  chosen: ChosenColumns<RegisterField>,
  table?: TableRange,
): RegisterTable {
  const headers = cells.headers(headerRow).slice(left, right + 1);
  const mapping = mapRegisterHeaders(headers, chosen);
  const shown = [mapping.columns.get("id"), mapping.columns.get("name")];
  const rows: (readonly Cell[])[] = [];
  for (let row = headerRow + 1; row < cells.height; row += 1) {
    const found = cells.across(row, left, right);
    // People typed just below a table belong to it, up to the first blank row.
    if (row > end && (found.every(isBlankCell) || cells.isInTable(row, left))) break;
    rows.push(
      found.map((cell, at) =>
        typeof cell === "number" && shown.includes(at) ? (cells.grid.shownText?.(row, left + at, cell) ?? cell) : cell,
      ),
    );
  }
  return { headers, rows, mapping, table: table?.name, headerRow: headerRow + 1, left };
}

const inTable = (cells: SheetCells, table: TableRange, chosen: ChosenColumns<RegisterField>): RegisterTable =>
  table.totalsRows > 0
    ? withoutTotals(readFrom(cells, table.top, [table.left, table.right], table.bottom, chosen, table), table)
    : readFrom(cells, table.top, [table.left, table.right], table.bottom, chosen, table);

/** A table with a row of totals ends there: nobody is typed below it. */
const withoutTotals = (register: RegisterTable, { top, bottom, totalsRows }: TableRange): RegisterTable => ({
  ...register,
  rows: register.rows.slice(0, bottom - totalsRows - top),
});

/** The part of a row that is filled. */
function filledSpan(cells: readonly Cell[]): readonly [number, number] {
  const first = cells.findIndex((cell) => !isBlankCell(cell));
  return [
    Math.max(0, first),
    Math.max(
      0,
      cells.findLastIndex((cell) => !isBlankCell(cell)),
    ),
  ];
}

function belowHeaders(
  grid: Grid,
  chosen: ChosenColumns<RegisterField>,
  isHeader: (headers: readonly Cell[]) => boolean,
): RegisterTable | undefined {
  const cells = new SheetCells(grid);
  const top = grid.rows.slice(0, SEARCHED).findIndex(isHeader);
  return top < 0 ? undefined : readFrom(cells, top, filledSpan(grid.rows[top] ?? []), cells.height, chosen);
}

/** What nobody can be told apart, or qualified, without. */
export const lackingIn = ({ mapping: { columns } }: Pick<RegisterTable, "mapping">): readonly RegisterField[] => [
  ...(columns.has("name") || columns.has("id") ? [] : ["name" as const]),
  ...(columns.has("registration") ? [] : ["registration" as const]),
];

/** The register that a sheet has by name: a table named "Practitioners", or rows below such headers on a sheet of that name. */
export function findRegister(
  grid: Grid,
  sheetName: string,
  chosen: ChosenColumns<RegisterField> = new Map(),
): RegisterTable | undefined {
  const table = grid.tables.find(({ name, headerRows }) => fold(name) === NAME && headerRows > 0);
  if (table) return inTable(new SheetCells(grid), table, chosen);
  if (fold(sheetName) !== NAME) return undefined;
  return belowHeaders(grid, chosen, looksLikeRegister) ?? belowHeaders(grid, chosen, looksLikePeople);
}

/** A register under another name: a table or rows whose headers are a name, or staff number, and a registration. */
export function findUnnamedRegister(
  grid: Grid,
  chosen: ChosenColumns<RegisterField> = new Map(),
): RegisterTable | undefined {
  const cells = new SheetCells(grid);
  const table = grid.tables.find(
    ({ top, left, right, headerRows }) =>
      headerRows > 0 && looksLikeRegister(cells.headers(top).slice(left, right + 1)),
  );
  if (table) return inTable(cells, table, chosen);
  return belowHeaders(
    grid,
    chosen,
    (headers) => looksLikeRegister(headers) && !looksLikeAllocations(headers, mapHeaders(headers)),
  );
}
