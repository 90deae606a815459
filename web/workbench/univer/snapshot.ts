import {
  BooleanNumber,
  VerticalAlign,
  type ICellData,
  type IRange,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import { MAX_COLUMNS } from "../../../xlsx/addresses.ts";
import type { Block } from "../file/blocks.ts";
import { pixelsOf } from "../file/layout-changes.ts";
import type { Opened, OpenedSheet } from "../file/open-file.ts";
import { OWN_LOOKS, styleName } from "../file/own-looks.ts";
import { shownCells } from "../file/shown-cells.ts";
import { widthsOf } from "../file/widths.ts";
import { styleData } from "./style-data.ts";
import { cellOf } from "./values.ts";

/** Rows and columns beyond what is filled, to type into. */
const SPARE = { rows: 60, columns: 8 };
const LEAST = { rows: 100, columns: 26 };
const HEADING_HEIGHT = 54;
const ROW_HEIGHT = 24;
/** 96 pixels go on 72 points. */
const PIXELS_A_POINT = 96 / 72;
/** Beside its characters a column has some pixels of padding. */
const PADDING = 5;

/** A file's sheets as Univer opens them; tables, names and lists of choices are added to it afterwards. */
export function snapshotOf({ sheets, styles }: Opened, id: string): Partial<IWorkbookData> {
  const ids = sheets.map((_, at) => sheetId(at));
  const own = Object.entries(OWN_LOOKS).map(([name, look]): [string, IStyleData] => [name, styleData(look)]);
  const ofFile = styles.map((look, number): [string, IStyleData] => [styleName(number), styleData(look)]);
  return {
    id,
    name: "Workbook",
    styles: Object.fromEntries([...own, ...ofFile]),
    sheetOrder: ids,
    sheets: Object.fromEntries(sheets.map((sheet, at) => [sheetId(at), sheetOf(sheet, at)])),
  };
}

export const sheetId = (at: number): string => `sheet${at + 1}`;

function sheetOf(sheet: OpenedSheet, at: number): Partial<IWorksheetData> {
  const { name, visibility, rows, blocks, merges, looks } = sheet;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const height = merges.reduce((most, { bottom }) => Math.max(most, Math.min(bottom + 1, rows.length)), rows.length);
  return {
    id: sheetId(at),
    name,
    hidden: visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(LEAST.rows, height + SPARE.rows),
    columnCount: Math.max(LEAST.columns, width + SPARE.columns),
    defaultStyle: { vt: looks?.styles.size ? VerticalAlign.BOTTOM : VerticalAlign.MIDDLE },
    defaultRowHeight: ROW_HEIGHT,
    rowData: rowData(sheet),
    columnData: columnData(sheet),
    cellData: cellData(sheet),
    mergeData: mergeData(sheet),
    ...frozen(blocks, looks?.frozen),
  };
}

function rowData({ looks, hiddenRows, blocks }: OpenedSheet): IWorksheetData["rowData"] {
  const data: Record<number, { h?: number; hd?: BooleanNumber; s?: string }> = {};
  const put = (row: number, part: (typeof data)[number]): void => {
    data[row] = { ...data[row], ...part };
  };
  for (const { top } of blocks) put(top, { h: HEADING_HEIGHT });
  for (const [row, points] of looks?.rowHeights ?? [])
    put(row, { h: Math.max(ROW_HEIGHT, Math.round(points * PIXELS_A_POINT)) });
  for (const [row, style] of looks?.rowStyles ?? []) put(row, { s: styleName(style) });
  for (const row of hiddenRows) put(row, { hd: BooleanNumber.TRUE });
  return data;
}

function columnData({ rows, blocks, dates, looks, hiddenColumns }: OpenedSheet): IWorksheetData["columnData"] {
  const data: Record<number, { w?: number; hd?: BooleanNumber; s?: string }> = {};
  const put = (column: number, part: (typeof data)[number]): void => {
    data[column] = { ...data[column], ...part };
  };
  for (const [column, characters] of widthsOf(rows, blocks, dates)) put(column, { w: pixelsOf(characters) + PADDING });
  for (const [column, characters] of looks?.columnWidths ?? []) put(column, { w: pixelsOf(characters) });
  for (const [column, style] of looks?.columnStyles ?? []) put(column, { s: styleName(style) });
  for (const column of hiddenColumns) put(column, { hd: BooleanNumber.TRUE });
  return data;
}

/** A merge of whole columns reaches to a row that the grid does not have. */
const mergeData = ({ merges, rows }: OpenedSheet): IRange[] =>
  merges.map(({ top, left, bottom, right }) => ({
    startRow: top,
    endRow: Math.min(bottom, Math.max(rows.length, top + 1) + LEAST.rows),
    startColumn: left,
    endColumn: Math.min(right, left + LEAST.columns),
  }));

function frozen(
  [first]: readonly Block[],
  ofFile: { readonly rows: number; readonly columns: number } | undefined,
): Pick<IWorksheetData, "freeze"> | object {
  const freeze = (rows: number, columns: number): Pick<IWorksheetData, "freeze"> => ({
    freeze: { xSplit: columns, ySplit: rows, startColumn: columns, startRow: rows },
  });
  // Univer shows a table's name above its first row; in row 1 of a frozen pane that hides the headings on scrolling.
  if (first?.top === 0 && first.table !== undefined) return {};
  if (ofFile) return freeze(ofFile.rows, ofFile.columns);
  return first && first.top <= 20 ? freeze(first.top + 1, first.left === 0 ? 1 : 0) : {};
}

function cellData(sheet: OpenedSheet): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  for (const [key, { value, formula, style }] of shownCells(sheet)) {
    const row = (cells[Math.floor(key / MAX_COLUMNS)] ??= {});
    // What begins with "=" in a file is a text that says so.
    const content = value === "" ? {} : typeof value === "string" ? cellOf(`'${value}`) : cellOf(value);
    row[key % MAX_COLUMNS] = {
      ...content,
      ...(formula === undefined ? {} : { f: formula }),
      ...(style === undefined ? {} : { s: style }),
    };
  }
  return cells;
}
