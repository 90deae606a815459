import type { Cell } from "../read.ts";

/** A rectangle of cells, counted from 0 and inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A rectangle of a sheet that is an Excel table, header and totals included. */
export interface TableRange extends Area {
  readonly name: string;
  readonly headerRows: number;
  readonly totalsRows: number;
}

/** A sheet as its cells stand: `rows[0]` is row 1, from column A. Rows and columns count from 0. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly tables: readonly TableRange[];
  /** Whether a cell's value comes from a formula. */
  readonly isFormula: (row: number, column: number) => boolean;
  /** Whether a cell holds a formula whose value nobody has stored: Excel would show one, and nobody here knows which. */
  readonly isNotCalculated?: (row: number, column: number) => boolean;
  /** What a number in a cell shows where the cell's format adds to its digits, such as "001234" for 1234; undefined where it does not. */
  readonly shownText?: (row: number, column: number, value: number) => string | undefined;
  readonly merges?: readonly Area[];
}

export const isInside = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
