import type { Cell } from "../../rules/read.ts";
import { asRead, indexOfRow, shownColumns } from "../../rules/workbook/allocations.ts";
import type { Change, WorkbookList } from "../workbook/workbook.ts";

type Cells = Extract<Change, { readonly kind: "cells" }>;

/** The index of the list's row that a cell of the sheet stands in; undefined outside it. Rows count from 0. */
export const rowAt = ({ sheetId, allocations }: WorkbookList, sheet: string, row: number): number | undefined =>
  sheetId === sheet ? indexOfRow(allocations.rowNumbers, row + 1) : undefined;

/** Whether a cell holds no number, and no text that a number's format may have made. */
const isTypedText = (cell: Cell): boolean => typeof cell !== "number" && !(typeof cell === "string" && /\d/.test(cell));

/**
 * A list with edited cells in their places: the very same list where none of them is its own, or is another than before; "read anew" where the
 * edit may have changed its shape (its headers, or the rows just below it).
 */
export function patchList(list: WorkbookList, { sheetId, top, left, cells }: Cells): WorkbookList | "read anew" {
  const { allocations } = list;
  const { rowNumbers, headerRow } = allocations;
  const width = allocations.headers.length;
  const first = Math.max(left, allocations.left);
  const end = Math.min(left + (cells[0]?.length ?? 0), allocations.left + width);
  const bottom = top + cells.length;
  if (sheetId !== list.sheetId || first >= end || bottom <= headerRow - 1) return list;
  if (top <= headerRow - 1) return "read anew";
  const rows = [...allocations.rows];
  const shown = shownColumns(allocations.mapping);
  let isChanged = false;
  const last = (rowNumbers.at(-1) ?? headerRow) - 1;
  for (const [offset, edited] of cells.entries()) {
    const index = indexOfRow(rowNumbers, top + offset + 1);
    // A repeated header within the list, a row of totals, or a row that is being typed below.
    if (index === undefined) {
      if (top + offset <= last + 1) return "read anew";
      continue;
    }
    const before = rows[index] ?? [];
    const row: Cell[] = Array.from({ length: width }, (_, column) => before[column] ?? "");
    for (let column = first; column < end; column += 1) row[column - allocations.left] = edited[column - left] ?? "";
    // A number that is typed where none stood: nobody has looked yet at how it is shown.
    if (shown.some((column) => typeof row[column] === "number" && isTypedText(before[column]))) return "read anew";
    const read = asRead(allocations, index, row);
    if (read.every((cell, column) => cell === (before[column] ?? ""))) continue;
    rows[index] = read;
    isChanged = true;
  }
  return isChanged ? { ...list, allocations: { ...allocations, rows } } : list;
}
