import type { Cells } from "./arguments.ts";

/** Above these a formula answers with a sentence, and the pane writes a plain column instead. */
export const MOST_ROWS_OF_WHY = 2_000;
export const MOST_CHARACTERS = 3_000_000;
/** What one cell of Excel holds. */
export const LONGEST_TEXT = 32_767;

/** Quotation marks and a comma: what a cell takes on its way besides its text. */
const AROUND_TEXT = 3;
const NUMBER_LENGTH = 6;

/** About how many characters cells take on their way between Excel and the add-in. */
export function sizeOf(cells: Cells): number {
  let size = 0;
  for (const row of cells)
    for (const cell of row) size += typeof cell === "string" ? cell.length + AROUND_TEXT : NUMBER_LENGTH;
  return size;
}
