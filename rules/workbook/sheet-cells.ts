import type { Cell } from "../read.ts";
import { isBlankCell } from "../sheet.ts";
import { NOT_CALCULATED } from "../read.ts";
import { isInside, type Grid } from "./grid.ts";

const NO_CELLS: readonly Cell[] = [];

/** A sheet's cells as they are read: a merged cell's value is that of each row that it covers. */
export class SheetCells {
  readonly grid: Grid;
  /** Row -> the columns whose value stands in a merged cell further up, with that row. */
  readonly #merged = new Map<number, Map<number, number>>();

  constructor(grid: Grid) {
    this.grid = grid;
    for (const { top, left, bottom } of grid.merges ?? []) {
      for (let row = top + 1; row <= Math.min(bottom, grid.rows.length - 1); row += 1) {
        const columns = this.#merged.get(row) ?? new Map<number, number>();
        this.#merged.set(row, columns.set(left, top));
      }
    }
  }

  get height(): number {
    return this.grid.rows.length;
  }

  /** What a cell holds, with the merged cells that it is part of; a formula without a stored value is told from a blank. */
  at(row: number, column: number): Cell {
    const from = this.#merged.get(row)?.get(column) ?? row;
    if (this.grid.isNotCalculated?.(from, column) === true) return NOT_CALCULATED;
    return this.grid.rows[from]?.[column];
  }

  /** A row as headers: one that is merged over several rows names its column in each of them. */
  headers(row: number): readonly Cell[] {
    const cells = this.grid.rows[row] ?? NO_CELLS;
    const merged = this.#merged.get(row);
    if (!merged) return cells;
    const heads = [...cells];
    for (const [column, from] of merged) {
      while (heads.length < column) heads.push("");
      heads[column] = this.grid.rows[from]?.[column];
    }
    return heads;
  }

  /** The cells of a row from one column to another. */
  across(row: number, left: number, right: number): readonly Cell[] {
    const cells = (this.grid.rows[row] ?? NO_CELLS).slice(left, right + 1);
    const merged = this.#merged.get(row);
    if (merged === undefined && this.grid.isNotCalculated === undefined) return cells;
    for (let column = left; column <= right; column += 1) {
      const cell = this.at(row, column);
      if (cell === cells[column - left] || (isBlankCell(cell) && column - left >= cells.length)) continue;
      while (cells.length < column - left) cells.push("");
      cells[column - left] = cell;
    }
    return cells;
  }

  /** The columns of a row, counted from `left`, whose value stands in a merged cell further up. */
  mergedOn(row: number, left: number, right: number): ReadonlySet<number> {
    const columns = [...(this.#merged.get(row)?.keys() ?? [])];
    return new Set(columns.filter((column) => column >= left && column <= right).map((column) => column - left));
  }

  isInTable(row: number, column: number): boolean {
    return this.grid.tables.some((table) => table.headerRows > 0 && isInside(table, row, column));
  }
}
