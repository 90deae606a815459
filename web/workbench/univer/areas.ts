import type { IRange } from "@univerjs/core";
import type { Area } from "../grid.ts";

export const areaOf = ({ startRow, endRow, startColumn, endColumn }: IRange): Area => ({
  top: startRow,
  left: startColumn,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});

export const rangeOf = ({ top, left, rows, columns }: Area): IRange => ({
  startRow: top,
  endRow: top + rows - 1,
  startColumn: left,
  endColumn: left + columns - 1,
});

export const cellsIn = ({ top, left, rows, columns }: Area): { readonly row: number; readonly column: number }[] =>
  Array.from({ length: rows * columns }, (_, at) => ({
    row: top + Math.floor(at / columns),
    column: left + (at % columns),
  }));
