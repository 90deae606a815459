import type { Kind } from "../../../rules/fields.ts";
import { fold } from "../../../rules/text.ts";
import { cellKey } from "../../../xlsx/addresses.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import { isCheckHeader, type Block } from "./blocks.ts";

/** Widths in characters, as Excel counts them. */
const BY_KIND: Readonly<Record<Kind, number>> = {
  text: 13,
  "yes-no": 11,
  filled: 11,
  team: 25,
  status: 22,
  date: 12,
  complexity: 12,
  person: 19,
  role: 24,
  number: 12,
  rules: 13,
  service: 13,
};
const CHECK = 16;
const WHY = 110;
/** Beside the longest word of a header. */
const FILTER_BUTTON = 4;
const [NARROWEST, WIDEST] = [9, 40];
/** A long text in one column, such as a title, may run over its neighbours. */
const LOOKED_AT = 200;

/** How wide each column of a sheet is best shown; what is read of a file leaves its own widths out. */
export function widthsOf(
  rows: readonly (readonly CellValue[])[],
  blocks: readonly Block[],
  dates: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (let column = 0; column < widest; column++) {
    const lengths = rows
      .slice(0, LOOKED_AT)
      .map((cells, row) => (dates.has(cellKey(row, column)) ? BY_KIND.date : String(cells[column] ?? "").length));
    const fitting = lengths.filter((length) => length > 0 && length <= WIDEST);
    if (fitting.length > 0) widths.set(column, Math.min(WIDEST, Math.max(NARROWEST, ...fitting) + 1));
  }
  for (const { top, left, headers, kinds } of blocks) {
    kinds.forEach((kind, at) => {
      const words = String(headers[at] ?? "")
        .split(/\s+/)
        .map(({ length }) => length);
      const asked = kind === undefined ? (widths.get(left + at) ?? 0) : BY_KIND[kind];
      widths.set(left + at, Math.max(asked, Math.max(...words) + FILTER_BUTTON));
    });
    rows[top]?.forEach((header, column) => {
      if (isCheckHeader(header)) widths.set(column, fold(String(header)) === "lpcheck" ? CHECK : WHY);
    });
  }
  return widths;
}
