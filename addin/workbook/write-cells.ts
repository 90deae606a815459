import type { Cell } from "../../rules/read.ts";
import { WorkbookProblem } from "./workbook.ts";
import { rangeOf } from "./areas.ts";
import { command } from "./excel.ts";
import type { OwnWrites } from "./own-writes.ts";
import { plainCell } from "./plain-text.ts";
import { protectedSheet } from "./problems.ts";
import { cellAddress } from "../../xlsx/addresses.ts";

/** A cell of a sheet with what it held when it was last read; rows and columns from 0. */
export interface CellRead {
  readonly row: number;
  readonly column: number;
  readonly was: Cell;
}

export interface CellWrite extends CellRead {
  readonly value: string | number;
  /** A serial number, to be shown as a date. */
  readonly isDate?: boolean;
}

const DATE = "dd/mm/yyyy";
/** Formats in which a date would stand as a bare number. */
const NO_DATE = ["General", "@", ""];

const isSame = (now: unknown, was: Cell): boolean => now === (was ?? "");

export const moved = (): WorkbookProblem =>
  new WorkbookProblem(
    "Changed",
    "The row has changed since it was read, so nothing was written. Read the workbook again, look at the row, then try once more.",
  );

/** Writes a few cells of one sheet where they and `standing` still hold what was read; else writes nothing and says so. */
export const writeCells = (
  sheetId: string,
  writes: readonly CellWrite[],
  standing: readonly CellRead[],
  own: OwnWrites,
): Promise<void> =>
  command("write to the row", async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId).load("name");
    const protection = sheet.protection.load("protected");
    const cellOf = ({ row, column }: CellRead): Excel.Range =>
      rangeOf(sheet, { top: row, left: column, bottom: row, right: column });
    const cells = writes.map((write) => ({ write, range: cellOf(write).load("values,formulas,numberFormat") }));
    const others = standing.map((read) => ({ read, range: cellOf(read).load("values") }));
    await context.sync();
    if (protection.protected) throw protectedSheet(sheet.name, "write to the row");

    const hasMoved =
      others.some(({ read, range }) => !isSame(range.values[0]?.[0], read.was)) ||
      cells.some(({ write, range }) => !isSame(range.values[0]?.[0], write.was));
    if (hasMoved) throw moved();
    const formula = cells.find(({ range }) => {
      const held: unknown = range.formulas[0]?.[0];
      return typeof held === "string" && held.startsWith("=");
    });
    if (formula) {
      const at = cellAddress(formula.write.row, formula.write.column);
      throw new WorkbookProblem(
        "Formula",
        `The cell ${at} holds a formula, so nothing was written. Change what the formula takes its value from, or replace it yourself.`,
      );
    }
    for (const { write, range } of cells) {
      own.cells(sheetId, { top: write.row, left: write.column, bottom: write.row, right: write.column });
      // Before the value: a number in a cell of text becomes a text.
      if (write.isDate && NO_DATE.includes(String(range.numberFormat[0]?.[0]))) range.numberFormat = [[DATE]];
      range.values = [[plainCell(write.value)]];
    }
    await context.sync();
  });
