import type { Area } from "../../grid.ts";
import { intersection } from "../areas.ts";
import type { Book } from "../book.ts";
import type { ClientEvents } from "../events.ts";
import { HostFailure } from "../failure.ts";
import { NULL_OBJECT, type HostObject } from "../host-object.ts";
import { rangeAreasObject } from "./range-areas.ts";

/** Excel gives no more merged cells than this at once. */
const MOST_MERGED = 512;

type Hidden = ReadonlySet<number> | undefined;

/** Whether all rows (or columns) are hidden, none is, or some are: null. */
export function areHidden(hidden: Hidden, first: number, count: number): boolean | null {
  const found = [...(hidden ?? [])].filter((at) => at >= first && at < first + count).length;
  return found === 0 ? false : found === count ? true : null;
}

/** The cells of an area that hold a formula, runs down a column as one. */
function formulaRuns({ top, left, columns }: Area, formulas: readonly (readonly unknown[])[]): Area[] {
  const runs: { top: number; left: number; rows: number; columns: number }[] = [];
  for (let column = 0; column < columns; column += 1) {
    for (const [row, cells] of formulas.entries()) {
      const formula = cells[column];
      if (typeof formula !== "string" || !formula.startsWith("=")) continue;
      const last = runs.at(-1);
      if (last?.left === left + column && last.top + last.rows === top + row) last.rows += 1;
      else runs.push({ top: top + row, left: left + column, rows: 1, columns: 1 });
    }
  }
  return runs;
}

/** What a range tells of merged cells, and of the rows and columns that are hidden, and of formulas. */
export function shapeMethods(
  book: Book,
  events: ClientEvents,
  sheetId: string,
  area: Area,
): NonNullable<HostObject["call"]> {
  const { grid } = book;
  const each = (first: number, count: number, isHidden: (at: number) => object): object[] =>
    Array.from({ length: count }, (_, at) => isHidden(first + at));
  return {
    GetMergedAreasOrNullObject: () => {
      // As in Excel: a merged cell counts where its first cell is, and too many of them are refused.
      const merged = (grid.merges?.(sheetId) ?? []).filter((one) =>
        intersection(area, { ...one, rows: 1, columns: 1 }),
      );
      if (merged.length > MOST_MERGED) throw new HostFailure("GeneralException", "Too many merged areas.");
      return merged.length === 0 ? NULL_OBJECT : rangeAreasObject(book, events, sheetId, merged);
    },
    GetSpecialCellsOrNullObject: (kind) => {
      if (kind !== "Formulas") throw new HostFailure("ApiNotFound", "The workbench tells of formulas only.");
      const found = formulaRuns(area, grid.formulas(sheetId, area));
      return found.length === 0 ? NULL_OBJECT : rangeAreasObject(book, events, sheetId, found);
    },
    GetRowProperties: () =>
      each(area.top, area.rows, (row) => ({ rowHidden: grid.hiddenRows?.(sheetId).has(row) ?? false })),
    GetColumnProperties: () =>
      each(area.left, area.columns, (column) => ({ columnHidden: grid.hiddenColumns?.(sheetId).has(column) ?? false })),
  };
}
