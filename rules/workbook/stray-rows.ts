import type { Cell } from "../read.ts";
import { isBlankCell } from "../sheet.ts";
import type { Allocations } from "./allocations.ts";
import { looksLikeCase } from "./column-content.ts";
import { isInside, type Grid } from "./grid.ts";

/** A list, or the register, by where it stands. */
type Stood = Pick<Allocations, "left" | "headers" | "headerRow">;

/** Whether a cell belongs to a list: it stands in its columns, from its headers down. */
const isOf = ({ left, headers, headerRow }: Stood, row: number, column: number): boolean =>
  row >= headerRow - 1 && column >= left && column < left + headers.length;

/** The numbers of the rows that hold what looks like a case beside the lists of a sheet, below headers that nobody knows or none at all. */
export function strayRows({ rows, tables }: Grid, lists: readonly Stood[]): number[] {
  const isTaken = (row: number, column: number): boolean =>
    lists.some((list) => isOf(list, row, column)) || tables.some((table) => isInside(table, row, column));
  return rows.flatMap((cells, row) => {
    const beside = cells.filter((cell: Cell, column) => !isBlankCell(cell) && !isTaken(row, column));
    return looksLikeCase(beside) ? [row + 1] : [];
  });
}
