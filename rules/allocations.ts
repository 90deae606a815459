import { headerText, mapHeaders, type ChosenColumns, type Mapping } from "./headers.ts";
import type { Cell } from "./read.ts";
import { looksLikePeople, looksLikeRegister } from "./register-table.ts";
import { isBlankCell } from "./sheet.ts";
import { clean, fold, isErrorValue } from "./text.ts";

/** A rectangle of a sheet that is an Excel table: rows and columns counted from 0, header and totals included. */
export interface TableRange {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly headerRows: number;
  readonly totalsRows: number;
}

/** A sheet as its cells stand: `rows[0]` is row 1, from column A. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly tables: readonly TableRange[];
  /** Whether a cell's value comes from a formula; counted from 0. */
  readonly isFormula: (row: number, column: number) => boolean;
}

/** Allocations found on a sheet: a table, or rows below a header. */
export interface Allocations {
  /** The Excel table's name; undefined for rows below a header. */
  readonly table: string | undefined;
  readonly headers: readonly Cell[];
  readonly mapping: Mapping;
  readonly rows: readonly (readonly Cell[])[];
  /** The number that Excel shows beside each of the rows. */
  readonly rowNumbers: readonly number[];
  /** The sheet's column (from 0) that the first header stands in. */
  readonly left: number;
  readonly headerRow: number;
  /** Rows after the data that are totals, not children: two at most. */
  readonly totalsRows: readonly number[];
  /** Rows whose formulas have nothing to show yet: prepared for later, and no children. */
  readonly preparedRows: readonly number[];
}

/** A header row stands among the first rows of a sheet, below titles and blank lines. */
const SEARCHED = 50;
const FEWEST_FIELDS = 3;

/** Whether headers look like those of allocations: a child or a lead, among three known columns. */
export const looksLikeAllocations = (headers: readonly Cell[], { columns }: Mapping): boolean =>
  columns.size >= FEWEST_FIELDS && (columns.has("childRef") || (columns.has("lead") && !looksLikeRegister(headers)));

/** More rows of totals than a list has: beyond them a row is a child's, whatever it says. */
const MOST_TOTALS = 2;

/** Whether a row after the data is one of totals: its first cell says so. That its values are formulas is no evidence. */
const isTotals = (cells: readonly Cell[]): boolean =>
  /^totals?\b/i.test(headerText(cells.find((cell) => !isBlankCell(cell))));

/** Whether a formula shows nothing: no text, 0 or an error. One that was never calculated may hold anything. */
const showsNothing = (cell: Cell): boolean =>
  isBlankCell(cell) || cell === 0 || (typeof cell === "string" && isErrorValue(clean(cell)));

/** Whether a row without a child ref has nothing but formulas that show nothing in the columns that are read. */
function isPrepared(cells: readonly Cell[], { columns }: Mapping, isFormula: (column: number) => boolean): boolean {
  const read = [...columns.values()];
  const childRef = columns.get("childRef");
  return (
    (childRef === undefined || showsNothing(cells[childRef])) &&
    read.some(isFormula) &&
    read.every((column) => (isFormula(column) ? showsNothing(cells[column]) : isBlankCell(cells[column])))
  );
}

function rowsBelow(
  grid: Grid,
  table: TableRange | undefined,
  headerRow: number,
  mapping: Mapping,
  headers: readonly Cell[],
  left: number,
): Allocations {
  const isHeader = (cells: readonly Cell[]): boolean =>
    headers.every((header, column) => fold(headerText(header)) === fold(headerText(cells[column])));
  let end = table ? table.bottom + 1 - table.totalsRows : grid.rows.length;
  const start = headerRow + 1;
  const cellsOf = (row: number): readonly Cell[] =>
    (grid.rows[row] ?? []).slice(left, table ? table.right + 1 : undefined);
  const totalsRows = Array.from({ length: table?.totalsRows ?? 0 }, (_, index) => end + index + 1);
  const isPreparedAt = (row: number): boolean =>
    isPrepared(cellsOf(row), mapping, (column) => grid.isFormula(row, left + column));
  const below = Array.from({ length: end - start }, (_, index) => start + index);
  const prepared = new Set(below.filter(isPreparedAt));
  for (; end > start && totalsRows.length < MOST_TOTALS; end -= 1) {
    const cells = cellsOf(end - 1);
    if (cells.every(isBlankCell) || prepared.has(end - 1)) continue;
    if (!isTotals(cells)) break;
    totalsRows.unshift(end);
  }
  const indices = below.filter((row) => row < end && !prepared.has(row) && !isHeader(cellsOf(row)));
  return {
    table: table?.name,
    headers,
    mapping,
    left,
    headerRow: headerRow + 1,
    totalsRows,
    preparedRows: [...prepared].map((row) => row + 1),
    rows: indices.map(cellsOf),
    rowNumbers: indices.map((row) => row + 1),
  };
}

/** Finds the allocations of a sheet: every Excel table that looks like them, else the rows below the best header row. */
export function findAllocations(grid: Grid, chosen?: ChosenColumns): Allocations[] {
  const inTables = grid.tables
    .filter(({ headerRows, name }) => headerRows > 0 && fold(name) !== "practitioners")
    .flatMap((table) => {
      const headers = (grid.rows[table.top] ?? []).slice(table.left, table.right + 1);
      const mapping = mapHeaders(headers, chosen);
      return looksLikeAllocations(headers, mapping)
        ? [rowsBelow(grid, table, table.top, mapping, headers, table.left)]
        : [];
    });
  if (inTables.length > 0) return inTables;

  const isInTable = (row: number, { columns }: Mapping): boolean =>
    grid.tables.some(
      ({ top, bottom, left, right }) =>
        row >= top && row <= bottom && [...columns.values()].some((column) => column >= left && column <= right),
    );
  const candidates = grid.rows
    .slice(0, SEARCHED)
    .map((headers, row) => ({ headers, row, mapping: mapHeaders(headers, chosen) }))
    .filter(({ headers, row, mapping }) => !isInTable(row, mapping) && looksLikeAllocations(headers, mapping))
    .sort((a, b) => b.mapping.columns.size - a.mapping.columns.size || a.row - b.row);
  return candidates
    .slice(0, 1)
    .map(({ headers, row, mapping }) => rowsBelow(grid, undefined, row, mapping, headers, 0));
}

/** The headers and rows of the workbook's register on this sheet: a table named "Practitioners", or rows below such headers. */
export function findRegister(
  grid: Grid,
  sheetName: string,
): { headers: readonly Cell[]; rows: readonly (readonly Cell[])[] } | undefined {
  const table = grid.tables.find(({ name }) => fold(name) === "practitioners");
  if (table) {
    const cells = (row: readonly Cell[]): readonly Cell[] => row.slice(table.left, table.right + 1);
    return {
      headers: cells(grid.rows[table.top] ?? []),
      rows: grid.rows.slice(table.top + 1, table.bottom + 1 - table.totalsRows).map(cells),
    };
  }
  if (fold(sheetName) !== "practitioners") return undefined;
  const top = grid.rows.slice(0, SEARCHED).findIndex(looksLikePeople);
  return top < 0 ? undefined : { headers: grid.rows.slice(top, top + 1).flat(), rows: grid.rows.slice(top + 1) };
}
