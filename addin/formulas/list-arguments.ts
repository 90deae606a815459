import type { Cell } from "../../rules/read.ts";
import { parseSheetRange } from "../../xlsx/addresses.ts";
import { ArgumentError, cellOf, filledRows, rawCells, type Cells } from "./arguments.ts";
import { MOST_CHARACTERS, MOST_ROWS_OF_WHY, sizeOf } from "./limits.ts";

/** The list that LP.CHECK or LP.WHY is asked about. */
export interface ListArguments {
  readonly headers: readonly Cell[];
  /** Without the blank rows at the end. */
  readonly rows: Cells;
  /** The number that the sheet shows beside the first row. */
  readonly firstRow: number;
  /** The column of the sheet (from 0) that the first cell of each stands in. */
  readonly left: number;
}

export type ListFunction = "CHECK" | "WHY";

const instead =
  "Use 'Add check columns' in the Lead Professional pane: it writes plain columns for lists of this size.";

/** Reads the arguments of LP.CHECK and LP.WHY; throws a sentence for what no list can be made of. `address`: where the rows stand. */
export function readListArguments(
  name: ListFunction,
  headerCells: unknown,
  rowCells: unknown,
  address: string | undefined,
): ListArguments {
  const given = { headers: rawCells(headerCells), rows: rawCells(rowCells) };
  if (!given.headers || !given.rows) {
    throw new ArgumentError(
      `Give the header row and the rows below it, such as =LP.${name}(Cases[#Headers], Cases[#Data]).`,
    );
  }
  const [headers = [], ...more] = given.headers;
  if (more.length > 0) throw new ArgumentError("'headers' must be the one row that names the columns.");
  if (given.rows.some(({ length }) => length !== headers.length)) {
    throw new ArgumentError("'headers' and 'rows' must have the same number of columns.");
  }
  const height = Math.max(1, filledRows(given.rows));
  if (name === "WHY" && height > MOST_ROWS_OF_WHY) {
    throw new ArgumentError(`LP.WHY takes up to ${MOST_ROWS_OF_WHY.toLocaleString("en-GB")} rows. ${instead}`);
  }
  const rows = given.rows.slice(0, height).map((row) => row.map(cellOf));
  if (sizeOf(rows) > MOST_CHARACTERS)
    throw new ArgumentError(`These rows hold more text than Excel hands to a function. ${instead}`);
  const at = address === undefined ? undefined : parseSheetRange(address);
  return { headers: headers.map(cellOf), rows, firstRow: (at?.range.top ?? 0) + 1, left: at?.range.left ?? 0 };
}

const isSameCell = (a: Cell, b: Cell): boolean => a === b || (typeof a === "object" && typeof b === "object");
const isSameRow = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  a.length === b.length && a.every((cell, at) => isSameCell(cell, b[at]));

/** Whether two formulas ask about the same cells in the same place. */
export const isSameList = (a: ListArguments, b: ListArguments): boolean =>
  a.firstRow === b.firstRow &&
  a.left === b.left &&
  a.rows.length === b.rows.length &&
  isSameRow(a.headers, b.headers) &&
  a.rows.every((row, at) => isSameRow(row, b.rows[at] ?? []));
