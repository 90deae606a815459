import type { Range } from "../addresses.ts";
import type { Move } from "../formulas/moved.ts";
import type { CellValue } from "../workbook.ts";
import type { AddInModel } from "../writing/model.ts";

/** What is to change in a workbook; everything that is not named stays as it is. */
export interface WorkbookPatch {
  /** By the names that the sheets have in the file. */
  readonly sheets?: ReadonlyMap<string, SheetPatch>;
  /** Put behind the others. */
  readonly newSheets?: readonly NewSheet[];
  /** Sheets of the file that are taken out. */
  readonly removedSheets?: ReadonlySet<string>;
  /** Names of the whole workbook to their formula without "="; undefined takes one away. */
  readonly names?: ReadonlyMap<string, string | undefined>;
  /** The add-in's own part: what it keeps in the file, and the functions that formulas call. */
  readonly addIn?: AddInPatch;
  /** Excel calculates every formula when it opens the file. */
  readonly isRecalculated?: boolean;
}

export interface AddInPatch extends Omit<AddInModel, "settings"> {
  /** Keys to JSON text; undefined takes one away. Those that are not among them stay. */
  readonly settings: ReadonlyMap<string, string | undefined>;
}

export interface SheetPatch {
  /** Rows and columns put in and taken out, one after another; everything else is said of where they have left the cells. */
  readonly moves?: readonly Move[];
  /** By `cellKey`. */
  readonly cells?: ReadonlyMap<number, CellPatch>;
  /** Zero-based columns to their width in characters. */
  readonly columnWidths?: ReadonlyMap<number, number>;
  /** Zero-based. */
  readonly rowsShown?: ReadonlyMap<number, boolean>;
  /** Zero-based. */
  readonly columnsShown?: ReadonlyMap<number, boolean>;
  readonly merges?: readonly Range[];
  /** By their name: the range that a table of the file has now. */
  readonly tables?: ReadonlyMap<string, Range>;
  readonly newTables?: readonly NewTable[];
  readonly name?: string;
  readonly visibility?: "visible" | "hidden" | "very-hidden";
}

export interface NewTable {
  readonly name: string;
  /** Its header row and at least one below it. */
  readonly range: Range;
  /** What the header cells hold: texts that differ. */
  readonly headers: readonly string[];
}

export interface NewSheet extends Pick<SheetPatch, "cells" | "columnWidths" | "newTables" | "visibility"> {
  readonly name: string;
}

export interface CellPatch {
  /** What the cell holds from now on; undefined leaves it as it is. */
  readonly content?: CellContent | undefined;
  readonly style?: CellLook | undefined;
}

export type CellContent =
  /** "" is blank. */
  | { readonly kind: "value"; readonly value: CellValue }
  /** Without "=", as Excel stores it, with its result. Where it spills, its results fill cells that are given as values. */
  | {
      readonly kind: "formula";
      readonly formula: string;
      readonly value: CellValue;
      readonly spill?: Range | undefined;
    }
  /** The cell keeps its formula, whose result is another now; where it spills, perhaps over other cells. */
  | { readonly kind: "result"; readonly value: CellValue; readonly spill?: Range | undefined };

/** How a cell looks from now on. */
export interface CellLook {
  /** The number of a style of the file that it begins from; its own unless given. */
  readonly from?: number | undefined;
  /** What is different from that; a colour is "RRGGBB", null takes one away. */
  readonly change?: StyleChange | undefined;
}

export interface StyleChange {
  readonly numberFormat?: string | undefined;
  readonly fill?: string | null | undefined;
  readonly colour?: string | null | undefined;
  readonly isBold?: boolean | undefined;
  readonly isItalic?: boolean | undefined;
  readonly isUnderlined?: boolean | undefined;
  readonly isStruck?: boolean | undefined;
  readonly fontName?: string | undefined;
  /** In points. */
  readonly fontSize?: number | undefined;
  readonly wrap?: boolean | undefined;
  readonly horizontal?: "general" | "left" | "center" | "right" | "justify" | undefined;
  readonly vertical?: "top" | "center" | "bottom" | undefined;
}

/** A patch that cannot be made without losing something; the sentences say what, and nothing has been changed. */
export interface Refused {
  readonly refused: readonly string[];
}
