import type { Area, GridTable } from "../grid.ts";

/** How far a table reaches after an edit just below it: Excel takes such rows into it. Undefined where it stays. */
export function grown({ area, hasTotals }: Pick<GridTable, "area" | "hasTotals">, edited: Area): Area | undefined {
  const isBelow = edited.top === area.top + area.rows;
  const isBeside = edited.left >= area.left && edited.left < area.left + area.columns;
  return isBelow && isBeside && !hasTotals ? { ...area, rows: area.rows + edited.rows } : undefined;
}
