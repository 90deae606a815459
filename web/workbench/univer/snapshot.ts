import {
  BooleanNumber,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import { cellKey } from "../../../xlsx/addresses.ts";
import type { Block } from "../file/blocks.ts";
import type { Opened, OpenedSheet } from "../file/open-file.ts";
import { widthsOf } from "../file/widths.ts";
import { cellOf } from "./values.ts";

export const DATE_FORMAT = "dd/mm/yyyy";

const heading: IStyleData = {
  bl: BooleanNumber.TRUE,
  bg: { rgb: "#1F3864" },
  cl: { rgb: "#FFFFFF" },
  tb: WrapStrategy.WRAP,
  vt: VerticalAlign.MIDDLE,
};
const STYLES = {
  title: { bl: BooleanNumber.TRUE, fs: 14, cl: { rgb: "#1F3864" } },
  heading,
  checkHeading: { ...heading, bg: { rgb: "#44546A" } },
  date: { n: { pattern: DATE_FORMAT }, ht: HorizontalAlign.LEFT },
} as const satisfies Readonly<Record<string, IStyleData>>;

type StyleName = keyof typeof STYLES;

/** Rows and columns beyond what is filled, to type into. */
const SPARE = { rows: 60, columns: 8 };
const LEAST = { rows: 100, columns: 26 };
const PIXELS_A_CHARACTER = 7;
const HEADING_HEIGHT = 54;
const ROW_HEIGHT = 24;

/** A file's sheets as Univer opens them; tables, names and lists of choices are added to it afterwards. */
export function snapshotOf({ sheets }: Opened, id: string): Partial<IWorkbookData> {
  const ids = sheets.map((_, at) => sheetId(at));
  return {
    id,
    name: "Workbook",
    styles: STYLES,
    sheetOrder: ids,
    sheets: Object.fromEntries(sheets.map((sheet, at) => [sheetId(at), sheetOf(sheet, at)])),
  };
}

export const sheetId = (at: number): string => `sheet${at + 1}`;

function sheetOf(sheet: OpenedSheet, at: number): Partial<IWorksheetData> {
  const { name, visibility, rows, dates, hiddenRows, hiddenColumns, blocks } = sheet;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const rowData: Record<number, { h?: number; hd?: BooleanNumber }> = {};
  for (const row of hiddenRows) rowData[row] = { hd: BooleanNumber.TRUE };
  for (const { top } of blocks) rowData[top] = { ...rowData[top], h: HEADING_HEIGHT };
  const columnData: Record<number, { w?: number; hd?: BooleanNumber }> = {};
  for (const [column, characters] of widthsOf(rows, blocks, dates))
    columnData[column] = { w: characters * PIXELS_A_CHARACTER + 5 };
  for (const column of hiddenColumns) columnData[column] = { ...columnData[column], hd: BooleanNumber.TRUE };
  return {
    id: sheetId(at),
    name,
    hidden: visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(LEAST.rows, rows.length + SPARE.rows),
    columnCount: Math.max(LEAST.columns, width + SPARE.columns),
    defaultStyle: { vt: VerticalAlign.MIDDLE },
    defaultRowHeight: ROW_HEIGHT,
    rowData,
    columnData,
    cellData: cellsOf(sheet),
    ...frozen(blocks),
  };
}

function frozen([first]: readonly Block[]): Pick<IWorksheetData, "freeze"> | object {
  // Univer shows a table's name above its first row; in row 1 of a frozen pane that hides the headings on scrolling.
  if (!first || first.top > 20 || (first.top === 0 && first.table !== undefined)) return {};
  const columns = first.left === 0 ? 1 : 0;
  return { freeze: { xSplit: columns, ySplit: first.top + 1, startColumn: columns, startRow: first.top + 1 } };
}

function cellsOf({ rows, dates, blocks, checkColumns }: OpenedSheet): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, data: ICellData): void => {
    (cells[row] ??= {})[column] = { ...cells[row][column], ...data };
  };
  const style = (row: number, column: number, s: StyleName): void => {
    put(row, column, { s });
  };
  rows.forEach((values, row) => {
    values.forEach((value, column) => {
      // What begins with "=" in a file is a text that says so.
      if (value !== "") put(row, column, typeof value === "string" ? cellOf(`'${value}`) : cellOf(value));
      if (dates.has(cellKey(row, column))) style(row, column, "date");
    });
  });
  for (const { top, left, right, bottom, kinds } of blocks) {
    if (top > 0 && rows[0]?.[0]) style(0, 0, "title");
    for (let column = left; column <= right; column++) style(top, column, "heading");
    kinds.forEach((kind, at) => {
      if (kind === "date") for (let row = top + 1; row <= bottom; row++) style(row, left + at, "date");
    });
  }
  for (const { column, headerRow, formula } of checkColumns) {
    style(headerRow, column, "checkHeading");
    put(headerRow + 1, column, { f: formula });
  }
  return cells;
}
