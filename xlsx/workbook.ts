import type { Range } from "./addresses.ts";

/** "" for a blank cell; an error cell is its text, "#N/A"; a date is its serial number. */
export type CellValue = string | number | boolean;

/** Why a file cannot be read: one sentence or two for whoever chose it, saying what is wrong and what to do. */
export interface Unreadable {
  readonly unreadable: string;
}

export interface Workbook {
  /** True if dates count from 1 January 1904, as in some workbooks made on a Mac. */
  readonly date1904: boolean;
  /** Names of the whole workbook to their formula's text: `45626`, `"kent-trial-2024"`, `Settings!$B$2`. */
  readonly names: ReadonlyMap<string, string>;
  /** What add-ins keep in the file: key to JSON text. */
  readonly settings: ReadonlyMap<string, string>;
  /** The worksheets in tab order; chart sheets are left out. */
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  /** Index 0 is row 1, each row from column A; rows differ in length, and what is missing is blank. */
  readonly rows: readonly (readonly CellValue[])[];
  /** The cells that hold a formula, by `cellKey`. */
  readonly formulas: ReadonlySet<number>;
  /** The cells with a value that the file shows as a date, by `cellKey`. */
  readonly dates: ReadonlySet<number>;
  /** Zero-based. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Zero-based. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** True if a filter is hiding rows. */
  readonly isFiltered: boolean;
  readonly tables: readonly Table[];
}

/** The range includes the header and totals rows. */
export interface Table extends Range {
  readonly name: string;
  readonly headerRows: number;
  readonly totalsRows: number;
}
