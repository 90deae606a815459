import type { Area, Grid } from "../../../../web/workbench/grid.ts";
import type { CellValue } from "../../../../xlsx/workbook.ts";

/**
 * What every grid keeps to, in memory or in a browser: it asks nothing of a test runner, so that a page can run it.
 * Each clause is given a grid of its own with one empty sheet.
 */
export interface Clause {
  readonly says: string;
  readonly holds: (grid: Grid) => Promise<void> | void;
}

export const area = (top: number, left: number, rows = 1, columns = 1): Area => ({ top, left, rows, columns });

export function same(actual: unknown, expected: unknown): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`It is ${found}, and should be ${wanted}.`);
}

/** Waits until something is so: a grid may calculate a little later. */
export async function soon(actual: () => unknown, expected: unknown): Promise<void> {
  for (
    const end = Date.now() + 3000;
    ;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    })
  ) {
    if (JSON.stringify(actual()) === JSON.stringify(expected)) return;
    if (Date.now() > end) same(actual(), expected);
  }
}

export function refuses(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
  throw new Error("It was done, and should have been refused.");
}

export const onlySheet = (grid: Grid): string => grid.sheets()[0]?.id ?? "";

const HEADERS_AND_ROWS: CellValue[][] = [
  ["Ref", "Lead"],
  ["EX-1", "Hazel Example"],
  ["EX-2", "Rowan Example"],
];

/** The sheet with a table of two rows. */
export function withTable(grid: Grid): string {
  const sheet = onlySheet(grid);
  grid.write(sheet, area(2, 0, 3, 2), HEADERS_AND_ROWS);
  grid.addTable(sheet, area(2, 0, 3, 2), "Cases");
  return sheet;
}
