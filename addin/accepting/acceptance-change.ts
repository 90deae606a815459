import { list as listed } from "../../rules/text.ts";
import { takenBackBy, type CellChange } from "../checking/cell-changes.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import type { CellRead } from "../workbook/write-cells.ts";
import type { NewColumn } from "./acceptance-cells.ts";

/** What accepting a finding, or taking that back, writes; worked out to be confirmed, and nothing else changes. */
export interface AcceptanceChange {
  readonly list: WorkbookList;
  readonly rowNumber: number;
  /** What is done, said once it is: "LP-19 is accepted by A. Person until 3 Dec 2026". */
  readonly done: string;
  /** Columns that are added at the end of the list first. */
  readonly newColumns: readonly NewColumn[];
  readonly changes: readonly CellChange[];
  readonly standing: readonly CellRead[];
}

/** What was done, and how to take it back. */
export const changedInWords = ({ rowNumber, done, changes }: AcceptanceChange): string =>
  `Row ${rowNumber}: ${done}. To undo it by hand: ${listed(takenBackBy(changes))}.`;
