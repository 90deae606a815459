import { cellKey } from "../../../xlsx/addresses.ts";
import { readWorkbook } from "../../../xlsx/read-workbook.ts";
import type { CellValue, Sheet, Unreadable, Workbook } from "../../../xlsx/workbook.ts";
import { blocksOf, type Block } from "./blocks.ts";
import { checkColumnsOf, type CheckColumn } from "./check-columns.ts";

/** A sheet as the grid is to show it. */
export interface OpenedSheet extends Pick<
  Sheet,
  "name" | "visibility" | "rows" | "dates" | "hiddenRows" | "hiddenColumns" | "tables"
> {
  readonly blocks: readonly Block[];
  readonly checkColumns: readonly CheckColumn[];
}

export interface Opened {
  readonly names: ReadonlyMap<string, string>;
  /** What add-ins keep in the file: key to JSON text. */
  readonly settings: ReadonlyMap<string, string>;
  readonly sheets: readonly OpenedSheet[];
  /** How many formulas of the file stand as the values that they had. */
  readonly formulasAsValues: number;
}

/** What separates the two calendars that a workbook may count its dates in. */
const SHIFT_1904 = 1_462;

/** Reads a file for the grid; gives a sentence for one that cannot be read. */
export function openFile(bytes: Uint8Array): Opened | Unreadable {
  const workbook = readWorkbook(bytes);
  return "unreadable" in workbook ? workbook : openedFrom(workbook);
}

export function openedFrom({ sheets, names, settings, date1904 }: Workbook): Opened {
  const opened = sheets.map((sheet) => openSheet(sheet, date1904));
  const formulas = sheets.reduce((sum, { formulas: { size } }) => sum + size, 0);
  const own = opened.reduce((sum, { checkColumns }) => sum + checkColumns.length, 0);
  return { names: date1904 ? shiftedNames(names) : names, settings, sheets: opened, formulasAsValues: formulas - own };
}

function openSheet(sheet: Sheet, date1904: boolean): OpenedSheet {
  const { name, visibility, dates, hiddenRows, hiddenColumns, tables } = sheet;
  const blocks = blocksOf(sheet);
  const checkColumns = blocks.flatMap((block) => checkColumnsOf(sheet, block));
  // The grid counts from 1900 only.
  const shifted = (value: CellValue, row: number, column: number): CellValue =>
    date1904 && typeof value === "number" && dates.has(cellKey(row, column)) ? value + SHIFT_1904 : value;
  // What a formula had spilled would stand in the way of its new results.
  const isSpilled = (row: number, column: number): boolean =>
    checkColumns.some((one) => one.column === column && row > one.headerRow && row <= one.bottom);
  const rows = sheet.rows.map((cells, row) =>
    cells.map((value, column) => (isSpilled(row, column) ? "" : shifted(value, row, column))),
  );
  return { name, visibility, rows, dates, hiddenRows, hiddenColumns, tables, blocks, checkColumns };
}

const shiftedNames = (names: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...names].map(([name, formula]) => [
      name,
      /^LP_CheckDate$/i.test(name) && /^\d+$/.test(formula) ? String(Number(formula) + SHIFT_1904) : formula,
    ]),
  );
