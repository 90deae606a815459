import type { FieldId } from "../fields.ts";
import { knownHeaders, mapHeaders } from "../headers.ts";
import { isBlankCell } from "../sheet.ts";
import { fold } from "../text.ts";
import type { Allocations } from "./allocations.ts";
import type { Grid, TableRange } from "./grid.ts";
import { looksLikeAllocations, type HeaderRow, type HeaderWords } from "./header-row.ts";
import { searchHeaders } from "./header-search.ts";
import type { SaidOfSheet } from "./said-of-sheet.ts";
import { rowsOfList, type Place } from "./rows-of-list.ts";
import { SheetCells } from "./sheet-cells.ts";

/** Tables of this product that are no list of allocations, whatever their columns are called. */
const OTHER_TABLES = ["practitioners", "policy"];

type Top = Omit<Place, "bottom">;

function tableTop(cells: SheetCells, table: TableRange, said: Pick<HeaderWords, "chosen" | "headerRows">): Top[] {
  const { name, top, left, right, bottom, headerRows, totalsRows } = table;
  if (headerRows === 0 || OTHER_TABLES.includes(fold(name))) return [];
  const { chosen } = said;
  const headers = cells.headers(top).slice(left, right + 1);
  const mapping = mapHeaders(headers, chosen);
  const isNamed = said.headerRows.has(top) && mapping.columns.size > 0;
  if (!isNamed && !looksLikeAllocations(headers, mapping)) return [];
  const tableEnd = bottom - totalsRows;
  const totals = Array.from({ length: totalsRows }, (_, at) => tableEnd + 1 + at);
  return [{ table: name, headerRow: top, left, right, headers, mapping, chosen, tableEnd, totals }];
}

/** The last row that may be a list's: before the next list, or the next table, in any of its columns. */
function bottomOf(cells: SheetCells, own: Top, all: readonly Top[]): number {
  const isBelow = (row: number, left: number, right: number): boolean =>
    row > Math.max(own.headerRow, own.tableEnd ?? 0) && left <= own.right && right >= own.left;
  const below = [
    ...all.filter(({ headerRow, left, right }) => isBelow(headerRow, left, right)).map(({ headerRow }) => headerRow),
    ...cells.grid.tables
      .filter(({ top, left, right, headerRows }) => headerRows > 0 && isBelow(top, left, right))
      .map(({ top }) => top),
  ];
  const next = Math.min(cells.height, ...below);
  let end = next - 1;
  if (next === cells.height) return end;
  // The lines right above the next list are its title.
  for (; end > Math.max(own.headerRow, own.tableEnd ?? 0); end -= 1) {
    const filled = cells.across(end, own.left, own.right).filter((cell) => !isBlankCell(cell));
    if (filled.length > 1 || filled.some((cell) => typeof cell !== "string" || /^\S*\d\S*$/.test(cell))) break;
  }
  return end;
}

/** What was found on a sheet. */
export interface OnSheet {
  /** In the order of the sheet. */
  readonly lists: readonly Allocations[];
  /** What may be a list and whose headers are too little known to check it. */
  readonly doubtful: readonly Allocations[];
}

/**
 * Finds the lists of allocations of a sheet: every Excel table that looks like one, with the rows below its end, and the
 * rows below every other row of headers.
 */
export function findOnSheet(grid: Grid, { chosen, headerRows }: Pick<SaidOfSheet, "chosen" | "headerRows">): OnSheet {
  const cells = new SheetCells(grid);
  const words = { chosen, headerRows: new Set(headerRows.map((row) => row - 1)), fieldOf: knownHeaders(chosen) };
  const inTables = grid.tables.flatMap((table) => tableTop(cells, table, words));
  const plain = searchHeaders(cells, words).map(
    ({ row, left, headers, mapping, isDoubtful }): Top & Pick<HeaderRow, "isDoubtful"> => ({
      table: undefined,
      headerRow: row,
      left,
      right: left + headers.length - 1,
      headers,
      mapping,
      chosen,
      tableEnd: undefined,
      totals: [],
      isDoubtful,
    }),
  );
  const all = [...inTables.map((top) => ({ ...top, isDoubtful: false })), ...plain].sort(
    (a, b) => a.headerRow - b.headerRow || a.left - b.left,
  );
  const read = (top: Top): Allocations => rowsOfList(cells, { ...top, bottom: bottomOf(cells, top, all) });
  return {
    lists: all.filter(({ isDoubtful }) => !isDoubtful).map(read),
    doubtful: all.filter(({ isDoubtful }) => isDoubtful).map(read),
  };
}

/** The lists alone. */
export const findAllocations = (
  grid: Grid,
  chosen: ReadonlyMap<string, FieldId | null> = new Map(),
): readonly Allocations[] => findOnSheet(grid, { chosen, headerRows: [] }).lists;
