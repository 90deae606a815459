import { list, rowsNamed } from "./text.ts";

/** Where a row stands: the number that its sheet shows beside it, and the sheet where it is another one. */
export interface RowPlace {
  readonly row: number;
  readonly sheet?: string | undefined;
}

/** "row 4", "rows 4 and 9", "row 4 and rows 2 and 3 of 'Dover'". */
export function placesNamed(places: readonly RowPlace[]): string {
  const bySheet = new Map<string | undefined, number[]>();
  for (const { row, sheet } of places) {
    const rows = bySheet.get(sheet) ?? [];
    bySheet.set(sheet, rows);
    rows.push(row);
  }
  return list(
    [...bySheet].map(([sheet, rows]) => (sheet === undefined ? rowsNamed(rows) : `${rowsNamed(rows)} of '${sheet}'`)),
  );
}
