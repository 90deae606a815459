import type { Cell } from "../read.ts";
import { isBlankCell } from "../sheet.ts";
import { headerText } from "../headers.ts";
import { fold } from "../text.ts";
import { FEWEST_FIELDS, headerRowsIn, type HeaderRow, type HeaderWords } from "./header-row.ts";
import type { SheetCells } from "./sheet-cells.ts";

const rightOf = ({ left, headers }: HeaderRow): number => left + headers.length - 1;

const overlaps = (a: HeaderRow, b: HeaderRow): boolean => a.left <= rightOf(b) && b.left <= rightOf(a);

const isSame = (a: HeaderRow, b: HeaderRow): boolean =>
  a.headers.every((header, at) => {
    const text = fold(headerText(header));
    return text === "" || text === fold(headerText(b.headers[a.left + at - b.left]));
  });

const filledIn = (cells: readonly Cell[]): readonly Cell[] => cells.filter((cell) => !isBlankCell(cell));

/** Whether the cells between two rows hold no row of a list: blank, or a title of a single text. */
function isOnlyTitles(cells: SheetCells, from: number, to: number, { left, headers }: HeaderRow): boolean {
  for (let row = from; row < to; row += 1) {
    const filled = filledIn(cells.across(row, left, left + headers.length - 1));
    if (filled.length > 1 || filled.some((cell) => typeof cell !== "string")) return false;
  }
  return true;
}

/** Finds every row of a sheet that names the columns of a list, outside tables, from top to bottom. */
export function searchHeaders(cells: SheetCells, words: HeaderWords): HeaderRow[] {
  let found: HeaderRow[] = [];
  for (let row = 0; row < cells.height; row += 1) {
    const whole = cells.headers(row);
    if (!words.headerRows.has(row) && !hasKnown(whole, words)) continue;
    for (const header of headerRowsIn(row, outside(cells, row, whole, found, words), words)) {
      const above = found.findLast((one) => overlaps(one, header));
      // Of a row that may be one only what stands below another list, set apart from it, is worth a question.
      if (header.isDoubtful && !(above && isSetApart(cells, row, above))) continue;
      if (above && isSame(above, header)) continue;
      if (above && isOnlyTitles(cells, above.row + 1, row, above)) {
        // Two rows of headings and no case between them: the one that says more names the columns.
        if (above.mapping.columns.size > header.mapping.columns.size || words.headerRows.has(above.row)) continue;
        found = found.filter((one) => one !== above);
      }
      found.push(header);
    }
  }
  return found;
}

function hasKnown(cells: readonly Cell[], { fieldOf }: HeaderWords): boolean {
  let known = 0;
  for (const cell of cells) if (fieldOf(cell) !== undefined) known += 1;
  return known >= FEWEST_FIELDS - 1;
}

/** Whether a row stands apart from the rows of a list above it, below a blank row or a title. */
const isSetApart = (cells: SheetCells, row: number, list: HeaderRow): boolean =>
  filledIn(cells.across(row - 1, list.left, rightOf(list))).length < 2;

/** A row's cells as headers, without those of tables and without those that are a row of a list found further up. */
function outside(
  cells: SheetCells,
  row: number,
  whole: readonly Cell[],
  found: readonly HeaderRow[],
  words: HeaderWords,
): readonly Cell[] {
  const heads: Cell[] = whole.map((cell, column) => (cells.isInTable(row, column) ? "" : cell));
  for (const list of found) {
    const part = heads.slice(list.left, rightOf(list) + 1);
    if (isNewHeader(cells, row, list, part, words)) continue;
    for (let column = list.left; column <= rightOf(list); column += 1) if (column in heads) heads[column] = "";
  }
  return heads;
}

/** Whether cells in a list's columns are headers of another and no row of this one: set apart, or hardly anything but headers. */
function isNewHeader(
  cells: SheetCells,
  row: number,
  list: HeaderRow,
  part: readonly Cell[],
  words: HeaderWords,
): boolean {
  const filled = filledIn(part);
  const fields = filled.map(words.fieldOf).filter((field) => field !== undefined);
  if (words.headerRows.has(row)) return true;
  if (!filled.every((cell) => typeof cell === "string")) return false;
  const known = new Set(fields).size;
  const isMostlyKnown = known * 2 >= filled.length;
  if (isSetApart(cells, row, list)) return known >= FEWEST_FIELDS || (known === FEWEST_FIELDS - 1 && isMostlyKnown);
  return known >= FEWEST_FIELDS && isMostlyKnown;
}
