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
  /** The names of sheets whose cells cannot be read, such as those of old macros. */
  readonly unreadSheets: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  /** Index 0 is row 1, each row from column A; rows differ in length, and what is missing is blank. */
  readonly rows: readonly (readonly CellValue[])[];
  /** The cells that hold a formula, by `cellKey`. */
  readonly formulas: ReadonlySet<number>;
  /** Of those, the cells of whose formula no result was stored: what they would show nobody knows, so they read as blank. */
  readonly notCalculated: ReadonlySet<number>;
  /** The cells with a value that the file shows as a date, by `cellKey`. */
  readonly dates: ReadonlySet<number>;
  /** By `cellKey`, what a number shows where its format adds to its digits: 1234 as "001234" or "KC-1234". */
  readonly shownTexts: ReadonlyMap<number, string>;
  /** Ranges that show as one cell, whose value stands in the first. */
  readonly merges: readonly Range[];
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
