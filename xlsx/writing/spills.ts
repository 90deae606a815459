import type { CellValue } from "../workbook.ts";
import type { CellModel } from "./model.ts";
import { insist } from "./rules-of-excel.ts";

/** A cell of the model, or a value that a spill further up or left put there. */
export type LaidCell = CellModel | { readonly spilled: CellValue; readonly style?: string };

/** The rows with the results of each spilling formula put into the blank cells it fills. */
export function spreadSpills(rows: readonly (readonly CellModel[])[]): readonly (readonly LaidCell[])[] {
  const spread: LaidCell[][] = rows.map((row) => [...row]);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (typeof cell !== "object" || !("spill" in cell)) return;
      const width = cell.spill[0]?.length ?? 0;
      const isRectangle = width > 0 && cell.spill.every((results) => results.length === width);
      insist(isRectangle, `The results of "${cell.formula}" are not a rectangle.`);
      cell.spill.forEach((results, down) => {
        results.forEach((result, across) => {
          if (down > 0 || across > 0) fill(spread, row + down, column + across, result, cell.formula);
        });
      });
    });
  });
  return spread;
}

function fill(rows: LaidCell[][], row: number, column: number, spilled: CellValue, formula: string): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row] ?? [];
  while (cells.length <= column) cells.push("");
  const there = cells[column] ?? "";
  const style = typeof there === "object" ? there.style : undefined;
  const isBlank = typeof there === "object" ? Object.keys(there).every((key) => key === "style") : there === "";
  insist(isBlank, `The results of "${formula}" would fall on a cell that is not blank.`);
  cells[column] = style === undefined ? { spilled } : { spilled, style };
}
