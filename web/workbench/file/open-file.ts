import { cellKey } from "../../../xlsx/addresses.ts";
import { typedFormula } from "../../../xlsx/formulas/function-names.ts";
import type { Look } from "../../../xlsx/looks/look.ts";
import type { SheetLooks } from "../../../xlsx/looks/sheet-looks.ts";
import { readLooks, type WorkbookLooks } from "../../../xlsx/read-looks.ts";
import { readWorkbook } from "../../../xlsx/read-workbook.ts";
import type { CellValue, Sheet, Unreadable, Workbook } from "../../../xlsx/workbook.ts";
import { blocksOf, type Block } from "./blocks.ts";
import { checkColumnsOf, type CheckColumn } from "./check-columns.ts";

/** A sheet as the grid is to show it. */
export interface OpenedSheet extends Pick<
  Sheet,
  "name" | "visibility" | "rows" | "dates" | "hiddenRows" | "hiddenColumns" | "tables" | "merges"
> {
  /** What stands in the cells of the file, where the grid is given something else: results that it works out anew. */
  readonly fileRows: Sheet["rows"];
  /** By `cellKey`, with "=": the formulas that the grid calculates, too. */
  readonly formulas: ReadonlyMap<number, string>;
  /** How the file has the sheet look; undefined where that cannot be read. */
  readonly looks: SheetLooks | undefined;
  readonly blocks: readonly Block[];
  readonly checkColumns: readonly CheckColumn[];
}

export interface Opened {
  readonly date1904: boolean;
  readonly names: ReadonlyMap<string, string>;
  /** What add-ins keep in the file: key to JSON text. */
  readonly settings: ReadonlyMap<string, string>;
  /** How the cell styles of the file look, by their number. */
  readonly styles: readonly Look[];
  readonly sheets: readonly OpenedSheet[];
  /** How many formulas only Excel can calculate: they stand as the values that they had. */
  readonly formulasAsValues: number;
}

/** A file that is open: what is saved is this one, changed. */
export interface OpenedFile extends Opened {
  readonly bytes: Uint8Array;
}

/** What separates the two calendars that a workbook may count its dates in. */
export const SHIFT_1904 = 1_462;
/** The namespace of the add-in's functions. */
export const NAMESPACE = "LP";

const NO_LOOKS: WorkbookLooks = { styles: [], sheets: new Map() };

/** Reads a file for the grid; gives a sentence for one that cannot be read. */
export function openFile(bytes: Uint8Array): OpenedFile | Unreadable {
  const workbook = readWorkbook(bytes);
  return "unreadable" in workbook ? workbook : { bytes, ...openedFrom(workbook, readLooks(bytes)) };
}

export function openedFrom(
  { sheets, names, settings, date1904 }: Workbook,
  { styles, sheets: looks }: WorkbookLooks = NO_LOOKS,
): Opened {
  const opened = sheets.map((sheet) => openSheet(sheet, looks.get(sheet.name), date1904));
  const formulas = sheets.reduce((sum, { formulas: { size } }) => sum + size, 0);
  const live = opened.reduce((sum, sheet) => sum + sheet.checkColumns.length + sheet.formulas.size, 0);
  return {
    date1904,
    names: date1904 ? shiftedNames(names) : names,
    settings,
    styles,
    sheets: opened,
    formulasAsValues: Math.max(0, formulas - live),
  };
}

function openSheet(sheet: Sheet, looks: SheetLooks | undefined, date1904: boolean): OpenedSheet {
  const { name, visibility, dates, hiddenRows, hiddenColumns, tables, merges } = sheet;
  const blocks = blocksOf(sheet);
  const checkColumns = blocks.flatMap((block) => checkColumnsOf(sheet, block));
  // The grid counts from 1900 only.
  const shifted = (value: CellValue, row: number, column: number): CellValue =>
    date1904 && typeof value === "number" && dates.has(cellKey(row, column)) ? value + SHIFT_1904 : value;
  // What a formula had spilled would stand in the way of its new results.
  const isSpilled = (row: number, column: number): boolean =>
    checkColumns.some((one) => one.column === column && row > one.headerRow && row <= one.bottom);
  const fileRows = sheet.rows.map((cells, row) => cells.map((value, column) => shifted(value, row, column)));
  const rows = fileRows.map((cells, row) => cells.map((value, column) => (isSpilled(row, column) ? "" : value)));
  const own = new Set(checkColumns.map(({ headerRow, column }) => cellKey(headerRow + 1, column)));
  const formulas = new Map(
    [...(looks?.formulas ?? [])].flatMap(([key, { text, range, isDataTable }]) => {
      const isExcels = isDataTable || range !== undefined;
      const typed = isExcels || own.has(key) ? undefined : typedFormula(text, NAMESPACE);
      return typed === undefined ? [] : [[key, `=${typed}`] as const];
    }),
  );
  return {
    name,
    visibility,
    rows,
    fileRows,
    formulas,
    looks,
    dates,
    hiddenRows,
    hiddenColumns,
    tables,
    merges,
    blocks,
    checkColumns,
  };
}

const shiftedNames = (names: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...names].map(([name, formula]) => [
      name,
      /^LP_CheckDate$/i.test(name) && /^\d+$/.test(formula) ? String(Number(formula) + SHIFT_1904) : formula,
    ]),
  );
