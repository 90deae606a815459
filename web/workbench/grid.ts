import type { CellValue } from "../../xlsx/workbook.ts";

/** A rectangle of cells; rows and columns count from 0. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

export interface GridSheet {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly isProtected: boolean;
  /** Whether a filter hides rows. */
  readonly isFiltered: boolean;
}

export interface GridTable {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  /** Header and totals rows included. */
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

/** How a conditional format looks. Colours are "#RRGGBB". */
export interface GridFormat {
  readonly fill?: string;
  readonly colour?: string;
  readonly isBold?: boolean;
  readonly isUnderlined?: boolean;
  readonly isItalic?: boolean;
}

/** A chart as it was set up; what was not is undefined. */
export interface GridChart {
  readonly id: string;
  readonly sheetId: string;
  /** As Excel names it: "LineMarkers". */
  readonly type: string;
  readonly source: { readonly sheetId: string; readonly area: Area };
  readonly seriesBy: string;
  readonly name: string;
  readonly title: string;
  /** The cells that it covers. */
  readonly place: Area | undefined;
  readonly axis: { readonly minimum?: number; readonly maximum?: number };
  readonly blanks: string | undefined;
  readonly legend: string | undefined;
  /** By series. */
  readonly markers: readonly (string | undefined)[];
}

export type GridEvent =
  | { readonly kind: "edited"; readonly sheetId: string; readonly area: Area }
  | {
      readonly kind: "rows" | "columns";
      readonly what: "inserted" | "deleted";
      readonly sheetId: string;
      readonly area: Area;
    }
  | { readonly kind: "selected"; readonly sheetId: string; readonly area: Area }
  | { readonly kind: "calculated"; readonly sheetId: string }
  | { readonly kind: "tables" | "sheets" };

/** A function that formulas may call, such as LP.CHECK: its arguments as the grid has them, each two-dimensional; null where left out. */
export interface GridFunction {
  /** With its namespace: "LP.CHECK". */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly isOptional: boolean }[];
  /**
   * Called for each formula that has it, whenever it is calculated. `addresses`: where each argument stands
   * ("Cases!A5:AP46"), undefined for one that is no reference. Later answers are given through `answer`, which makes
   * the formula's cells show them (a two-dimensional result spills). Gives back a function that ends it.
   */
  readonly start: (call: GridCall, answer: (result: readonly (readonly CellValue[])[]) => void) => () => void;
}

export interface GridCall {
  readonly arguments: readonly (readonly (readonly CellValue[])[] | null)[];
  readonly addresses: readonly (string | undefined)[];
}

/**
 * A spreadsheet, as far as a host for Office.js needs one: in memory for tests, Univer in the workbench. A blank cell
 * is "", an error is its text ("#N/A"), a date its serial number. Whatever cannot be done throws a sentence.
 */
export interface Grid {
  /** True if dates count from 1 January 1904, as in some workbooks made on a Mac. */
  readonly date1904?: boolean;
  sheets(): readonly GridSheet[];
  activeSheetId(): string;
  activate(sheetId: string): void;
  addSheet(name: string): string;
  removeSheet(sheetId: string): void;
  /** The smallest area that holds every cell with something in it; undefined for an empty sheet. */
  usedArea(sheetId: string): Area | undefined;
  values(sheetId: string, area: Area): CellValue[][];
  /** The formula ("=LP.RULE(A1)") of cells that have one, the value of the others. */
  formulas(sheetId: string, area: Area): CellValue[][];
  /** A text that begins with "=" is a formula, one that begins with "'" the text after that; null leaves a cell as it is; "" clears it. */
  write(sheetId: string, area: Area, cells: readonly (readonly (CellValue | null)[])[]): void;
  numberFormat(sheetId: string, area: Area, format: string): void;
  /** The number format of a cell, such as "000000"; undefined for General. Missing where a grid does not tell. */
  numberFormatAt?(sheetId: string, row: number, column: number): string | undefined;
  /** Cells that are merged into one, whose value the first of them holds. Missing where a grid merges none. */
  merges?(sheetId: string): readonly Area[];
  /** Rows and columns that are hidden, by a filter too; from 0. Missing where a grid hides none. */
  hiddenRows?(sheetId: string): ReadonlySet<number>;
  hiddenColumns?(sheetId: string): ReadonlySet<number>;
  bold(sheetId: string, area: Area, isBold: boolean): void;
  fill(sheetId: string, area: Area, colour: string): void;
  wrap(sheetId: string, area: Area, isWrapped: boolean): void;
  /** In pixels. */
  columnWidth(sheetId: string, area: Area, width: number): void;
  tables(): readonly GridTable[];
  addTable(sheetId: string, area: Area, name: string): string;
  renameTable(tableId: string, name: string): void;
  /** Lets a table reach over other cells; its row of headers stays where it is. */
  resizeTable(tableId: string, area: Area): void;
  /** Names of the workbook to their formula without "=": `45626`, `"kent-trial-2024"`. */
  names(): ReadonlyMap<string, string>;
  setName(name: string, formula: string | undefined): void;
  /** What add-ins keep in the file: key to JSON text. */
  readonly settings: Map<string, string>;
  /** Charts by their id; missing where a grid draws none. */
  readonly charts?: Map<string, GridChart>;
  selection(): { readonly sheetId: string; readonly area: Area };
  select(sheetId: string, area: Area): void;
  /** A format that applies wherever it stands (its condition is simply true); gives its id. */
  addFormat(sheetId: string, areas: readonly Area[], format: GridFormat): string;
  /** The ids of every conditional format of a sheet, the user's own included. */
  formatIds(sheetId: string): readonly string[];
  removeFormat(sheetId: string, id: string): void;
  /** Calculates every formula anew. */
  recalculate(): void;
  register(functions: readonly GridFunction[]): void;
  /** Tells of what happens; gives back a function that stops it. `edited` comes for what users and add-ins write, never for results of formulas. */
  listen(listener: (event: GridEvent) => void): () => void;
}
