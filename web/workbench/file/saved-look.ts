import type { CellValue } from "../../../xlsx/workbook.ts";
import type { SheetModel } from "../../../xlsx/writing/model.ts";
import type { CellStyle } from "../../../xlsx/writing/style.ts";
import { isCheckHeader, type Block } from "./blocks.ts";
import { widthsOf } from "./widths.ts";

const LINE = "BFC7D1";

export const SAVED_STYLES = {
  title: { font: { isBold: true, size: 14, colour: "1F3864" } },
  heading: { font: { isBold: true, colour: "FFFFFF" }, fill: "1F3864", border: LINE, wrap: true, vertical: "center" },
  date: { numberFormat: "dd/mm/yyyy", horizontal: "left" },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type SavedStyle = keyof typeof SAVED_STYLES;

/** How a cell of a sheet looks in a saved file; undefined for one like any other. */
export function styleAt(
  rows: readonly (readonly CellValue[])[],
  blocks: readonly Block[],
  row: number,
  column: number,
): SavedStyle | undefined {
  const isHeading = blocks.some(
    ({ top, left, right }) =>
      top === row && ((column >= left && column <= right) || isCheckHeader(rows[row]?.[column])),
  );
  if (isHeading) return "heading";
  if (row === 0 && column === 0 && blocks.some(({ top }) => top > 0)) return "title";
  const isDate = blocks.some(
    ({ top, bottom, left, kinds }) => row > top && row <= bottom && kinds[column - left] === "date",
  );
  return isDate ? "date" : undefined;
}

/** Column widths, and the rows and columns that stay in view. */
export function frameOf(
  rows: readonly (readonly CellValue[])[],
  blocks: readonly Block[],
  dates: ReadonlySet<number>,
): Pick<SheetModel, "columns" | "frozen"> {
  const widths = widthsOf(rows, blocks, dates);
  const count = Math.max(0, ...[...widths.keys()].map((column) => column + 1));
  const [first] = blocks;
  return {
    columns: Array.from({ length: count }, (_, column) => ({ width: widths.get(column) ?? 9 })),
    ...(first && first.top <= 20 ? { frozen: { rows: first.top + 1, columns: first.left === 0 ? 1 : 0 } } : {}),
  };
}
