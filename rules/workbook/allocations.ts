import type { Mapping } from "../headers.ts";
import { fieldOf } from "../fields.ts";
import type { Cell } from "../read.ts";
import type { Grid } from "./grid.ts";

/** Allocations found on a sheet: a table, or rows below a header. */
export interface Allocations {
  /** The Excel table's name; undefined for rows below a header. */
  readonly table: string | undefined;
  readonly headers: readonly Cell[];
  readonly mapping: Mapping;
  /** The rows as they are read: merged cells in each row that they cover, references as they are shown. */
  readonly rows: readonly (readonly Cell[])[];
  /** The number that Excel shows beside each of the rows. */
  readonly rowNumbers: readonly number[];
  /** The sheet's column (from 0) that the first header stands in. */
  readonly left: number;
  readonly headerRow: number;
  /** Rows after the data that are totals, not children. */
  readonly totalsRows: readonly number[];
  /** Rows without a child ref in which every formula shows nothing, 0 or an error: made ready for later. */
  readonly preparedRows: readonly number[];
  /** Rows that hold nothing but a text where a child ref would stand, such as "Average" or a remark: not checked. */
  readonly remarkRows: readonly number[];
  /** Rows below a table's end that are read with it. */
  readonly belowTable: readonly number[];
  /** Cells whose value stands in a merged cell further up: row number -> columns of the list, from 0. */
  readonly merged: ReadonlyMap<number, ReadonlySet<number>>;
  /** What a number of the sheet shows; see `Grid`. */
  readonly shownText: Grid["shownText"];
}

/** Columns whose numbers are references or staff numbers, which are what the cell shows: counted from 0 in the list. */
export const shownColumns = ({ columns }: Pick<Mapping, "columns">): number[] =>
  [...columns].filter(([field]) => ["text", "person"].includes(fieldOf(field).kind)).map(([, column]) => column);

/** Index among a list's rows by the sheet's row. */
const indices = new WeakMap<readonly number[], ReadonlyMap<number, number>>();

/** The index among a list's rows of the one that Excel shows a number beside; undefined where that is none of them. */
export function indexOfRow(rowNumbers: readonly number[], number: number): number | undefined {
  let known = indices.get(rowNumbers);
  if (!known) {
    known = new Map(rowNumbers.map((one, index): [number, number] => [one, index]));
    indices.set(rowNumbers, known);
  }
  return known.get(number);
}

/** A row of a list as it is read, from what its cells hold just now; `index` is that of the row among the list's. */
export function asRead(
  { mapping, rows, rowNumbers, left, merged, shownText }: Allocations,
  index: number,
  cells: readonly Cell[],
): readonly Cell[] {
  const number = rowNumbers[index] ?? 0;
  const covered = merged.get(number);
  const shown = shownText ? shownColumns(mapping).filter((column) => typeof cells[column] === "number") : [];
  if (!covered && shown.length === 0) return cells;
  const read = [...cells];
  for (const column of covered ?? []) read[column] = rows[index]?.[column];
  for (const column of shown) {
    const value = cells[column];
    if (typeof value === "number") read[column] = shownText?.(number - 1, left + column, value) ?? value;
  }
  return read;
}
