import type { CellValue } from "../../../xlsx/workbook.ts";
import type { Area } from "../grid.ts";
import type { Cells } from "./cells.ts";

/** A formula as a file holds it: with the value that it had when it was saved, which stays as long as nothing here can calculate it. */
export interface StoredFormula {
  readonly formula: string;
  readonly value: CellValue;
}

/** A sheet as a test writes it down; a text that begins with "=" is a formula. */
export interface MemorySheet {
  readonly name: string;
  /** From A1 on. */
  readonly cells?: readonly (readonly (CellValue | StoredFormula)[])[];
  readonly tables?: readonly {
    readonly name: string;
    readonly address: string;
    readonly hasHeader?: boolean;
    readonly hasTotals?: boolean;
  }[];
  /** Addresses, such as "B4:B13". */
  readonly merges?: readonly string[];
  /** Address of a cell -> its number format. */
  readonly numberFormats?: Readonly<Record<string, string>>;
  /** From 0. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly isVisible?: boolean;
  readonly isProtected?: boolean;
  readonly isFiltered?: boolean;
}

export interface SheetState {
  readonly id: string;
  readonly name: string;
  isVisible: boolean;
  isProtected: boolean;
  isFiltered: boolean;
  readonly cells: Cells;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}
