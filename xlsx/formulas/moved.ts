import { MAX_COLUMNS, MAX_ROWS, type Range } from "../addresses.ts";
import { withReferences, type Corner, type FormulaReference } from "./references.ts";

/** Rows or columns put in before `at`, zero-based, or taken out from there on where the count is below 0. */
export interface Move {
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** Where something that stood in a row or column stands afterwards; undefined where that was taken out. */
export function movedIndex(index: number, { at, count }: Move): number | undefined {
  if (index < at) return index;
  return count < 0 && index < at - count ? undefined : index + count;
}

/** A run of rows or columns afterwards: what is put in within it belongs to it. */
function movedSpan({ first, last }: Span, { at, count }: Move, most: number): Span | undefined {
  if (count >= 0) {
    const start = first >= at ? first + count : first;
    return start >= most ? undefined : { first: start, last: Math.min(most - 1, last >= at ? last + count : last) };
  }
  const start = first >= at - count ? first + count : Math.min(first, at);
  const end = last >= at - count ? last + count : Math.min(last, at - 1);
  return end < start ? undefined : { first: start, last: end };
}

export function movedRange({ top, left, bottom, right }: Range, move: Move): Range | undefined {
  if (move.axis === "rows") {
    const rows = movedSpan({ first: top, last: bottom }, move, MAX_ROWS);
    return rows && { top: rows.first, bottom: rows.last, left, right };
  }
  const columns = movedSpan({ first: left, last: right }, move, MAX_COLUMNS);
  return columns && { top, bottom, left: columns.first, right: columns.last };
}

/** A formula whose cells have moved. `isOn`: whether a reference with that sheet's name, or without one, is to them. */
export function movedFormula(formula: string, move: Move, isOn: (sheet: string | undefined) => boolean): string {
  return withReferences(formula, (reference) => (isOn(reference.sheet) ? movedReference(reference, move) : reference));
}

function movedReference({ from, to }: FormulaReference, move: Move): Pick<FormulaReference, "from" | "to"> | undefined {
  const part = move.axis === "rows" ? "row" : "column";
  const [start, end] = [from[part], (to ?? from)[part]];
  // A whole column does not change with the rows in it.
  if (start === undefined || end === undefined) return { from, to };
  const [first, last] = [Math.min(start, end), Math.max(start, end)];
  const span = movedSpan({ first, last }, move, move.axis === "rows" ? MAX_ROWS : MAX_COLUMNS);
  if (!span) return undefined;
  const at = (corner: Corner, index: number): Corner => ({ ...corner, [part]: index });
  return start <= end
    ? { from: at(from, span.first), to: to && at(to, span.last) }
    : { from: at(from, span.last), to: to && at(to, span.first) };
}
