import type { CellValue } from "../../../xlsx/workbook.ts";
import type { Cells } from "./cells.ts";

/** A sheet as a test writes it down; a text that begins with "=" is a formula. */
export interface MemorySheet {
  readonly name: string;
  /** From A1 on. */
  readonly cells?: readonly (readonly CellValue[])[];
  readonly tables?: readonly {
    readonly name: string;
    readonly address: string;
    readonly hasHeader?: boolean;
    readonly hasTotals?: boolean;
  }[];
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
}
