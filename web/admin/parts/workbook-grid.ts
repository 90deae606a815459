import type { Grid } from "../../../rules/workbook/grid.ts";
import { cellKey } from "../../../xlsx/addresses.ts";
import type { Sheet } from "../../../xlsx/workbook.ts";

/** A sheet of a file as the rules look for tables in it. */
export const gridOf = ({ rows, tables, merges, formulas, notCalculated, shownTexts }: Sheet): Grid => ({
  rows,
  tables,
  merges,
  isFormula: (row, column) => formulas.has(cellKey(row, column)),
  isNotCalculated: (row, column) => notCalculated.has(cellKey(row, column)),
  shownText: (row, column) => shownTexts.get(cellKey(row, column)),
});
