import type { ReadingChoices } from "./choices.ts";
import type { Grid } from "./grid.ts";
import type { NamedValue } from "./named-value.ts";

/** A sheet of a workbook, by its name. */
export interface SheetContents extends Grid {
  readonly name: string;
  readonly isVisible: boolean;
  /** Rows and columns that are not shown, by a filter too; from 0. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly isFiltered: boolean;
}

/** A workbook as its cells stand, told by a file or by Excel: all that its lists are found by, and checked with. */
export interface WorkbookContents {
  /** Whether dates count from 1 January 1904. */
  readonly date1904: boolean;
  /** The names LP_CheckDate and LP_Policy; undefined where the workbook has none. */
  readonly checkDate: NamedValue | undefined;
  readonly policy: NamedValue | undefined;
  /** What was chosen in it before. */
  readonly choices: ReadingChoices;
  /** In tab order. Of a hidden sheet nothing but its name is needed, unless it has the register. */
  readonly sheets: readonly SheetContents[];
}
