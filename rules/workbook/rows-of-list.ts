import type { FieldId } from "../fields.ts";
import { headerText, mapHeaders, type Mapping } from "../headers.ts";
import { textOf, typed, type Cell } from "../read.ts";
import { isBlankCell } from "../sheet.ts";
import { fold, isErrorValue } from "../text.ts";
import { shownColumns, type Allocations } from "./allocations.ts";
import type { SheetCells } from "./sheet-cells.ts";
import { suggestedBy } from "./suggestions.ts";

/** Where a list stands, before its rows are told from what is none: all counted from 0, and `bottom` inclusive. */
export interface Place {
  readonly table: string | undefined;
  readonly headerRow: number;
  readonly left: number;
  readonly right: number;
  readonly headers: readonly Cell[];
  readonly mapping: Mapping;
  readonly chosen: ReadonlyMap<string, FieldId | null>;
  /** The last row of an Excel table's own data; undefined without a table. */
  readonly tableEnd: number | undefined;
  /** The table's own totals rows. */
  readonly totals: readonly number[];
  readonly bottom: number;
}

/** Nobody's list has more lines of totals below it. */
const MOST_TOTALS = 2;

/** What a childRef looks like to somebody who tells cases from remarks: a digit, and no space. The policy's own pattern speaks later. */
const isLikeRef = (text: string): boolean => /\d/.test(text) && !/\s/.test(text) && text.length <= 24;

/** Tells the rows of a list from totals, remarks and rows made ready for later. */
export function rowsOfList(cells: SheetCells, place: Place): Allocations {
  const { left, right, headers, mapping, headerRow, tableEnd } = place;
  const mapped = [...mapping.columns.values()];
  const refColumn = mapping.columns.get("childRef");
  const isOwn = (row: number): boolean => tableEnd !== undefined && row <= tableEnd;

  const cellsOf = (row: number): readonly Cell[] => {
    const found = cells.across(row, left, right);
    return isOwn(row) ? found : found.map((cell, at) => (cells.isInTable(row, left + at) ? "" : cell));
  };
  const isHeader = (found: readonly Cell[]): boolean =>
    headers.every((header, at) => fold(headerText(header)) === fold(headerText(found[at])));
  const refOf = (found: readonly Cell[]): string => (refColumn === undefined ? "" : typed(found[refColumn]));
  const filledIn = (found: readonly Cell[]): number[] => [...found.keys()].filter((at) => !isBlankCell(found[at]));

  const isNothing = (cell: Cell): boolean =>
    isBlankCell(cell) || cell === 0 || (typeof cell === "string" && isErrorValue(cell));
  const isPrepared = (row: number, found: readonly Cell[]): boolean => {
    if (refColumn !== undefined && !isNothing(found[refColumn])) return false;
    const filled = filledIn(found);
    return (
      filled.some((at) => mapped.includes(at)) &&
      filled.every(
        (at) =>
          (isNothing(found[at]) && cells.grid.isFormula(row, left + at)) ||
          // Lines are often numbered beforehand.
          (!mapped.includes(at) && typeof found[at] !== "string"),
      )
    );
  };
  const isTotals = (row: number, found: readonly Cell[]): boolean => {
    const [first] = filledIn(found);
    if (isOwn(row) || first === undefined || !/^totals?\b/i.test(textOf(found[first]))) return false;
    return refColumn === undefined || refColumn === first || refOf(found) === "";
  };
  const isRemark = (row: number, found: readonly Cell[]): boolean => {
    if (isOwn(row) || refColumn === undefined) return false;
    const [only, ...others] = filledIn(found).filter((at) => mapped.includes(at));
    return (
      only === refColumn && others.length === 0 && typeof found[only] === "string" && !isLikeRef(textOf(found[only]))
    );
  };
  const shown = shownColumns(mapping);
  const asShown = (row: number, found: readonly Cell[]): readonly Cell[] => {
    const { shownText } = cells.grid;
    if (!shownText || !shown.some((at) => typeof found[at] === "number")) return found;
    const read = [...found];
    for (const at of shown) {
      const value = found[at];
      if (typeof value === "number") read[at] = shownText(row, left + at, value) ?? value;
    }
    return read;
  };

  const totalsRows = [...place.totals];
  const preparedRows: number[] = [];
  const remarkRows: number[] = [];
  let end = place.bottom;
  for (; end > headerRow; end -= 1) {
    const found = place.totals.includes(end) ? [] : cellsOf(end);
    if (found.every(isBlankCell)) continue;
    if (isPrepared(end, found)) preparedRows.unshift(end);
    else if (isRemark(end, found) && !isTotals(end, found)) remarkRows.unshift(end);
    else if (totalsRows.length < MOST_TOTALS && isTotals(end, found)) totalsRows.unshift(end);
    else break;
  }
  const rows: (readonly Cell[])[] = [];
  const rowNumbers: number[] = [];
  for (let row = headerRow + 1; row <= end; row += 1) {
    const found = place.totals.includes(row) ? [] : cellsOf(row);
    if (place.totals.includes(row) || isHeader(found)) continue;
    if (isPrepared(row, found)) preparedRows.push(row);
    else if (isRemark(row, found)) remarkRows.push(row);
    else {
      rows.push(asShown(row, found));
      rowNumbers.push(row + 1);
    }
  }
  const numbers = (indices: readonly number[]): number[] => indices.map((row) => row + 1).sort((a, b) => a - b);
  return {
    table: place.table,
    headers,
    mapping: mapHeaders(headers, place.chosen, suggestedBy(rows)),
    rows,
    rowNumbers,
    left,
    headerRow: headerRow + 1,
    totalsRows: numbers(totalsRows),
    merged: new Map(
      rowNumbers.flatMap((number) => {
        const columns = cells.mergedOn(number - 1, left, right);
        return columns.size > 0 ? [[number, columns] as const] : [];
      }),
    ),
    shownText: cells.grid.shownText,
    preparedRows: numbers(preparedRows),
    remarkRows: numbers(remarkRows),
    belowTable:
      tableEnd === undefined
        ? []
        : rowNumbers.filter((number, at) => number - 1 > tableEnd && !rows[at]?.every(isBlankCell)),
  };
}
