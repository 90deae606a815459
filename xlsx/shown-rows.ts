import { cellKey, MAX_COLUMNS } from "./addresses.ts";
import type { CellValue, Sheet } from "./workbook.ts";

/** What a cell shows; a formula of which no result was stored shows nothing that anybody knows. */
export type ShownValue = CellValue | { readonly notCalculated: true };

const NOT_CALCULATED = { notCalculated: true } as const;

/**
 * A sheet's rows as somebody reads them in Excel: a merged cell's value stands in each of its rows, in its first column;
 * a number whose format adds to its digits is that text.
 */
export function shownRows({
  rows,
  merges,
  shownTexts,
  notCalculated,
}: Pick<Sheet, "rows" | "merges" | "shownTexts" | "notCalculated">): readonly (readonly ShownValue[])[] {
  if (merges.length + shownTexts.size + notCalculated.size === 0) return rows;
  const shown = rows.map((cells, row): ShownValue[] =>
    cells.map((value, column) => shownTexts.get(cellKey(row, column)) ?? value),
  );
  const put = (row: number, column: number, value: ShownValue): void => {
    while (shown.length <= row) shown.push([]);
    const cells = shown[row] ?? [];
    while (cells.length < column) cells.push("");
    cells[column] = value;
  };
  // A row that holds nothing else is a row all the same.
  for (const key of notCalculated) put(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS, NOT_CALCULATED);
  for (const { top, bottom, left } of merges) {
    const value = shown[top]?.[left] ?? "";
    // A merge may reach to the last row of the sheet; rows that hold nothing at all need no value.
    for (let row = top + 1; row <= Math.min(bottom, shown.length - 1); row++) put(row, left, value);
  }
  return shown;
}
