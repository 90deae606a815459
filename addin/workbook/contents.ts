import type { SheetContents } from "../../rules/workbook/contents.ts";
import type { Grid } from "../../rules/workbook/grid.ts";
import { paddedText } from "../../xlsx/reading/padded-format.ts";
import { cellIn, NO_DETAILS, type Details } from "./details.ts";
import type { SheetEntry } from "./inventory.ts";
import type { SheetCells } from "./sheet-cells.ts";

/** A sheet as the rules look for lists on it: from row 1 and column A, whatever its used area. */
export function gridOf({ used, values, tables, merges }: SheetCells, details: Details = NO_DETAILS): Grid {
  const { top, left } = used ?? { top: 0, left: 0 };
  const before = Array.from({ length: left }, () => "");
  const { formulas, numberFormats } = details;
  return {
    rows: [
      ...Array.from({ length: top }, () => []),
      ...(left === 0 ? values : values.map((row) => [...before, ...row])),
    ],
    tables,
    merges,
    isFormula: (row, column) => {
      const formula = cellIn(formulas, row, column);
      return typeof formula === "string" && formula.startsWith("=");
    },
    ...(numberFormats.length > 0 && {
      shownText: (row, column, value) => {
        const format = cellIn(numberFormats, row, column);
        return typeof format === "string" ? paddedText(value, format) : undefined;
      },
    }),
  };
}

export const sheetContents = (sheet: SheetCells, details: Details): SheetContents => ({
  ...gridOf(sheet, details),
  name: sheet.entry.name,
  isVisible: sheet.entry.isVisible,
  hiddenRows: details.hiddenRows,
  hiddenColumns: details.hiddenColumns,
  isFiltered: sheet.isFiltered || sheet.tables.some(({ isFiltered }) => isFiltered),
});

/** A hidden sheet of which nothing was read but its name. */
export const unreadContents = ({ name, isVisible }: SheetEntry): SheetContents => ({
  name,
  isVisible,
  rows: [],
  tables: [],
  isFormula: () => false,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  isFiltered: false,
});
