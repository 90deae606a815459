import { MAX_COLUMNS, type Range } from "../addresses.ts";
import type { CellNeeds } from "./changed-cell.ts";
import type { CellPatch, SheetPatch } from "./patch.ts";
import { isReplaced, patchCells } from "./sheet-cells.ts";
import { columnStyleIn, fitDimension, patchColumns, patchMerges } from "./sheet-frame.ts";
import type { ScannedSheet } from "./sheet-scan.ts";
import { TextEdits } from "./text-edits.ts";

/** A sheet's part with its cells, columns, rows and merges changed. */
export function patchedSheet(text: string, sheet: ScannedSheet, patch: SheetPatch, needs: CellNeeds): string {
  const edits = new TextEdits(text);
  patchCells(text, sheet, patch, edits, { ...needs, columnStyle: columnStyleIn(sheet) });
  patchColumns(sheet, patch, edits);
  if (patch.merges) patchMerges(sheet, patch.merges, edits);
  fitDimension(text, sheet, reachOf(patch.cells ?? new Map()), edits);
  return edits.isEmpty ? text : edits.applied();
}

/** Whether formulas come or go, so that the order in which Excel calculates is another one. */
export const hasOtherFormulas = (sheet: ScannedSheet, cells: ReadonlyMap<number, CellPatch>): boolean =>
  [...cells.values()].some(({ content }) => content?.kind === "formula") ||
  sheet.rows.some((row) => row.cells.some((cell) => cell.formula !== undefined && isReplaced(cell, cells)));

/** The cells that are given something to hold. */
function reachOf(cells: ReadonlyMap<number, CellPatch>): Range | undefined {
  const filled = [...cells].flatMap(([key, { content }]) => (content && content.value !== "" ? [key] : []));
  if (filled.length === 0) return undefined;
  const columns = filled.map((key) => key % MAX_COLUMNS);
  const rows = filled.map((key) => Math.floor(key / MAX_COLUMNS));
  const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));
  return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
}
