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
