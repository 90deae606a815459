import type { Page } from "playwright-core";
import { parseRange } from "../../../xlsx/addresses.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import type { WorkbenchWindow } from "../../../web/workbench/page/window.ts";

/** What the cells of a range show, on the first sheet unless it is named. */
export async function valuesOf(page: Page, address: string, sheet?: string): Promise<CellValue[][]> {
  const { top, left, bottom, right } = parseRange(address) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  return page.evaluate(
    ([area, name]) => {
      const grid = (window as WorkbenchWindow).lpWorkbench?.grid;
      const id = grid?.sheets().find((one) => name === undefined || one.name === name)?.id ?? "";
      return grid?.values(id, area) ?? [];
    },
    [{ top, left, rows: bottom - top + 1, columns: right - left + 1 }, sheet] as const,
  );
}

/** What one cell shows. */
export async function valueOf(page: Page, address: string, sheet?: string): Promise<CellValue | undefined> {
  return (await valuesOf(page, address, sheet))[0]?.[0];
}
