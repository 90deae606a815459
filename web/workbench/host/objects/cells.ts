import type { Area } from "../../grid.ts";
import type { CellValue } from "../../../../xlsx/workbook.ts";
import { intersection } from "../areas.ts";
import type { Book } from "../book.ts";
import { entered } from "../entered.ts";
import { invalidArgument, wrongShape } from "../failure.ts";

/** Above this Excel answers with nothing instead of values. */
const MOST_CELLS = 5_000_000;

export const cellsOf = <T>({ rows, columns }: Area, read: () => T): T | null =>
  rows * columns > MOST_CELLS ? null : read();

/** How a value shows without a number format. */
export const shown = (value: CellValue): string =>
  typeof value === "boolean" ? String(value).toUpperCase() : String(value);

const isCell = (value: unknown): value is CellValue | null =>
  value === null ||
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && Number.isFinite(value));

/** What was given for an area, cell by cell: rows of its very shape, or one value for all its cells. */
function cellsGiven<T>(area: Area, given: unknown, isOne: (value: unknown) => value is T): T[][] {
  if (!Array.isArray(given)) {
    if (!isOne(given) || given === null) throw invalidArgument();
    return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => given));
  }
  const rows = given as unknown[];
  if (rows.length !== area.rows) throw wrongShape();
  return rows.map((row) => {
    if (!Array.isArray(row) || row.length !== area.columns) throw wrongShape();
    return row.map((cell: unknown) => {
      if (!isOne(cell)) throw invalidArgument();
      return cell;
    });
  });
}

/** Writes as somebody who types: a text that reads as a number becomes one. */
export function writeCells(book: Book, sheetId: string, whole: Area, given: unknown): void {
  book.mustBeOpen(sheetId);
  const area = given === "" ? usedPart(book, sheetId, whole) : whole;
  if (!area) return;
  const cells = cellsGiven(area, given, isCell).map((row, y) =>
    row.map((cell, x) =>
      typeof cell === "string"
        ? entered(cell, book.formats.at(sheetId, area.top + y, area.left + x) ?? "General")
        : cell,
    ),
  );
  book.grid.write(sheetId, area, cells);
}

/** Clearing whole columns touches only cells that hold something. */
function usedPart(book: Book, sheetId: string, area: Area): Area | undefined {
  const used = book.grid.usedArea(sheetId);
  return used && intersection(used, area);
}

const isFormat = (value: unknown): value is string | null => value === null || typeof value === "string";

export function setFormats(book: Book, sheetId: string, area: Area, given: unknown): void {
  book.mustBeOpen(sheetId);
  const set = (part: Area, format: string): void => {
    book.grid.numberFormat(sheetId, part, format);
    book.formats.set(sheetId, part, format);
  };
  if (typeof given === "string") {
    set(area, given);
    return;
  }
  const formats = cellsGiven(area, given, isFormat);
  const first = formats[0]?.[0];
  if (typeof first === "string" && formats.every((row) => row.every((format) => format === first))) {
    set(area, first);
    return;
  }
  for (const [y, row] of formats.entries()) {
    for (const [x, format] of row.entries())
      if (format !== null) set({ top: area.top + y, left: area.left + x, rows: 1, columns: 1 }, format);
  }
}

export const formatsIn = (book: Book, sheetId: string, { top, left, rows, columns }: Area): string[][] =>
  Array.from({ length: rows }, (_, y) =>
    Array.from(
      { length: columns },
      (__, x) =>
        book.formats.at(sheetId, top + y, left + x) ??
        book.grid.numberFormatAt?.(sheetId, top + y, left + x) ??
        "General",
    ),
  );
