import { cellKey, rangeAddress, type Range } from "../../../xlsx/addresses.ts";
import type { Area, Grid, GridSheet, GridTable } from "../grid.ts";
import type { CellValue, Table } from "../../../xlsx/workbook.ts";
import type { CellModel, SheetModel, TableModel } from "../../../xlsx/writing/model.ts";
import { blocksOf } from "./blocks.ts";
import { frameOf, styleAt } from "./saved-look.ts";
import { storedFormula } from "./stored-formulas.ts";

/** A grid that can be saved. */
export interface SavedGrid extends Pick<
  Grid,
  "sheets" | "activeSheetId" | "usedArea" | "values" | "formulas" | "tables" | "names" | "settings"
> {
  /** The area that each formula fills, where it fills more than its own cell. */
  spills(sheetId: string): readonly Area[];
  /** Whether a cell is shown as a date. */
  isDate(sheetId: string, row: number, column: number): boolean;
}

const rangeOf = ({ top, left, rows, columns }: Area): Range => ({
  top,
  left,
  bottom: top + rows - 1,
  right: left + columns - 1,
});

const holds = ({ top, left, bottom, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

const tableOf = ({ name, area, hasHeader, hasTotals }: GridTable): Table => ({
  name,
  ...rangeOf(area),
  headerRows: Number(hasHeader),
  totalsRows: Number(hasTotals),
});

/** Excel takes no table without rows, or whose headers are not texts that differ; its cells are then written without it. */
function tableModel(
  { name, top, left, bottom, right, totalsRows }: Table,
  rows: readonly (readonly CellValue[])[],
): TableModel[] {
  const last = bottom - totalsRows;
  const headers = Array.from({ length: right - left + 1 }, (_, at) => rows[top]?.[left + at] ?? "");
  const isFit =
    last > top &&
    headers.every((header) => typeof header === "string" && header !== "" && header.length <= 255) &&
    new Set(headers.map((header) => String(header).toLowerCase())).size === headers.length;
  return isFit ? [{ name, range: rangeAddress({ top, left, bottom: last, right }), style: "TableStyleLight1" }] : [];
}

/** A sheet of the grid as it is written. A formula of ours stays one; any other is written as the value that it shows. */
export function sheetModel(grid: SavedGrid, { id, name, isVisible }: GridSheet): SheetModel {
  const used = grid.usedArea(id);
  const area = { top: 0, left: 0, rows: used ? used.top + used.rows : 0, columns: used ? used.left + used.columns : 0 };
  const [values, formulas] = used ? [grid.values(id, area), grid.formulas(id, area)] : [[], []];
  const tables = grid
    .tables()
    .filter(({ sheetId }) => sheetId === id)
    .map(tableOf);
  const blocks = blocksOf({ rows: values, formulas: new Set(), tables });
  const spills = new Map(grid.spills(id).map((spill) => [cellKey(spill.top, spill.left), spill]));
  const spillRanges = [...spills.values()].map(rangeOf);

  const dates = new Set(
    values.flatMap((cells, row) =>
      cells.flatMap((value, column) =>
        typeof value === "number" && grid.isDate(id, row, column) ? [cellKey(row, column)] : [],
      ),
    ),
  );

  const storedAt = (row: number, column: number): string | undefined => {
    const formula = formulas[row]?.[column];
    return typeof formula === "string" && formula.startsWith("=") && formula !== values[row]?.[column]
      ? storedFormula(formula)
      : undefined;
  };
  /** A spill whose formula is written writes its own cells; that of another function stays as plain values. */
  const isSpilled = (row: number, column: number): boolean =>
    spillRanges.some(
      (range) =>
        holds(range, row, column) &&
        (range.top !== row || range.left !== column) &&
        storedAt(range.top, range.left) !== undefined,
    );
  const cellAt = (value: CellValue, row: number, column: number): CellModel => {
    const style = styleAt(values, blocks, row, column) ?? (dates.has(cellKey(row, column)) ? "date" : undefined);
    const look = style === undefined ? {} : { style };
    if (isSpilled(row, column)) return "";
    const formula = storedAt(row, column);
    if (formula === undefined) return style === undefined ? value : { value, ...look };
    // In a table nothing spills, and Excel keeps a formula there as an ordinary one.
    if (tables.some((table) => holds(table, row, column))) return { formula, value, ...look };
    return {
      formula,
      spill: grid.values(id, spills.get(cellKey(row, column)) ?? { top: row, left: column, rows: 1, columns: 1 }),
      ...look,
    };
  };
  return {
    name,
    visibility: isVisible ? "visible" : "hidden",
    ...frameOf(values, blocks, dates),
    rows: values.map((cells, row) => cells.map((value, column) => cellAt(value, row, column))),
    tables: tables.flatMap((table) => tableModel(table, values)),
  };
}
