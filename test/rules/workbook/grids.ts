import type { Cell } from "../../../rules/read.ts";
import type { Grid, TableRange } from "../../../rules/workbook/grid.ts";

export const HEAD = ["Child ID", "Status", "Worker"];
export const CHILD = ["C-1", "CIN", "Sam Assistant"];
export const OTHER = ["C-2", "EH", "Eli Earlyhelp"];

export const grid = (rows: readonly (readonly Cell[])[], more: Partial<Grid> = {}): Grid => ({
  rows,
  tables: [],
  isFormula: () => false,
  ...more,
});

export const table = (bottom: number, more: Partial<TableRange> = {}): TableRange => ({
  name: "Table1",
  top: 0,
  left: 0,
  bottom,
  right: 2,
  headerRows: 1,
  totalsRows: 0,
  ...more,
});
