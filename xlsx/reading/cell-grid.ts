import type { CellValue } from "../workbook.ts";
import { sentences, UnreadableFile } from "./unreadable.ts";

/** How much more may be held, for the whole workbook; each sheet takes from it. */
export interface Budget {
  cells: number;
  rows: number;
}

// A cell far right or far down is padded to column A and row 1, so the padding is counted and not the cells of the file.
/** At most 5,000,000 cells held; rows without a cell take next to nothing, so they may be more. */
export const newBudget = (): Budget => ({ cells: 5_000_000, rows: 8_000_000 });

const NO_CELLS: readonly CellValue[] = Object.freeze([]);

/** Gathers the cells of one sheet, in any order. */
export class CellGrid {
  private readonly held: CellValue[][] = [];

  constructor(private readonly budget: Budget) {}

  /** Makes a place for what is held besides values (a formula, a hidden row). */
  spend(kind: keyof Budget, count = 1): void {
    this.budget[kind] -= count;
    if (this.budget[kind] < 0) throw new UnreadableFile(sentences.tooManyCells);
  }

  set(row: number, column: number, value: CellValue): void {
    if (row >= this.held.length) this.spend("rows", row + 1 - this.held.length);
    const cells = (this.held[row] ??= []);
    if (column >= cells.length) this.spend("cells", column + 1 - cells.length);
    while (cells.length < column) cells.push("");
    cells[column] = value;
  }

  rows(): readonly (readonly CellValue[])[] {
    return Array.from(this.held, (row: CellValue[] | undefined) => row ?? NO_CELLS);
  }
}
