import type { Cell } from "../../rules/read.ts";
import type { SheetContents, WorkbookContents } from "../../rules/workbook/contents.ts";
import type { Grid } from "../../rules/workbook/grid.ts";
import { CHOICES_KEY, readChoices } from "../../rules/workbook/kept-choices.ts";
import { CHECK_DATE_NAME, POLICY_NAME } from "../../rules/workbook/named-value.ts";
import { cellKey, MAX_COLUMNS } from "../../xlsx/addresses.ts";
import { namedValue } from "../../xlsx/named-values.ts";
import type { Sheet, Workbook } from "../../xlsx/workbook.ts";

/** The rows of a sheet, as far down as anything stands: a formula without a value is no blank. */
function rowsOf({ rows, notCalculated }: Sheet): readonly (readonly Cell[])[] {
  const last = [...notCalculated].reduce((most, key) => Math.max(most, Math.floor(key / MAX_COLUMNS)), -1);
  return last < rows.length
    ? rows
    : [...rows, ...Array.from({ length: last + 1 - rows.length }, (): readonly Cell[] => [])];
}

/** A sheet of a file as the rules look for lists on it. */
export const gridOf = (sheet: Sheet): Grid => {
  const { tables, merges, formulas, notCalculated, shownTexts } = sheet;
  return {
    rows: rowsOf(sheet),
    tables,
    merges,
    isFormula: (row, column) => formulas.has(cellKey(row, column)),
    ...(notCalculated.size > 0 && {
      isNotCalculated: (row: number, column: number) => notCalculated.has(cellKey(row, column)),
    }),
    ...(shownTexts.size > 0 && { shownText: (row: number, column: number) => shownTexts.get(cellKey(row, column)) }),
  };
};

const sheetContents = (sheet: Sheet): SheetContents => ({
  ...gridOf(sheet),
  name: sheet.name,
  isVisible: sheet.visibility === "visible",
  hiddenRows: sheet.hiddenRows,
  hiddenColumns: sheet.hiddenColumns,
  isFiltered: sheet.isFiltered,
});

/** A file's workbook as the rules read it, and what it keeps that cannot be used, as a sentence. */
export function contentsOf(workbook: Workbook): {
  readonly contents: WorkbookContents;
  readonly problem: string | undefined;
} {
  const { choices, problem } = readChoices(workbook.settings.get(CHOICES_KEY));
  return {
    problem,
    contents: {
      date1904: workbook.date1904,
      checkDate: namedValue(workbook, CHECK_DATE_NAME),
      policy: namedValue(workbook, POLICY_NAME),
      choices,
      sheets: workbook.sheets.map(sheetContents),
    },
  };
}
