import { cellKey } from "../../../xlsx/addresses.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import type { OpenedSheet } from "./open-file.ts";
import { styleName, type OwnLook } from "./own-looks.ts";

/** A cell as the grid is given it. */
export interface ShownCell {
  readonly value: CellValue;
  /** With "=". */
  readonly formula?: string;
  /** The name of its style; undefined where it looks like any other. */
  readonly style?: string;
}

const BLANK: ShownCell = { value: "" };

/** The cells of an opened sheet, by `cellKey`, as the grid shows them before anybody changes anything. */
export function shownCells(sheet: OpenedSheet): ReadonlyMap<number, ShownCell> {
  const { rows, formulas, looks, dates, blocks, checkColumns } = sheet;
  const cells = new Map<number, ShownCell>();
  const put = (key: number, part: Partial<ShownCell>): void => {
    cells.set(key, { ...BLANK, ...cells.get(key), ...part });
  };
  rows.forEach((values, row) => {
    values.forEach((value, column) => {
      if (value !== "") put(cellKey(row, column), { value });
    });
  });
  for (const [key, formula] of formulas) put(key, { formula });
  for (const [key, style] of looks?.styles ?? []) put(key, { style: styleName(style) });

  /** Where the file gives a cell no look of its own. */
  const putOwn = (row: number, column: number, style: OwnLook): void => {
    const key = cellKey(row, column);
    if (cells.get(key)?.style === undefined && !hasOwnLook(sheet, row, column)) put(key, { style });
  };
  for (const key of dates) if (cells.get(key)?.style === undefined) put(key, { style: "date" });
  for (const { top, left, right, bottom, kinds } of blocks) {
    if (top > 0 && (rows[0]?.[0] ?? "") !== "") putOwn(0, 0, "title");
    for (let column = left; column <= right; column++) putOwn(top, column, "heading");
    kinds.forEach((kind, at) => {
      if (kind === "date") for (let row = top + 1; row <= bottom; row++) putOwn(row, left + at, "date");
    });
  }
  for (const { column, headerRow, formula } of checkColumns) {
    putOwn(headerRow, column, "checkHeading");
    put(cellKey(headerRow + 1, column), { formula, value: "" });
  }
  return cells;
}

/** A blank cell that the file does not have looks like its row or column. */
const hasOwnLook = ({ looks }: OpenedSheet, row: number, column: number): boolean =>
  looks !== undefined && (looks.rowStyles.has(row) || looks.columnStyles.has(column));
