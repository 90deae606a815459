import { parseSheetRange } from "../../xlsx/addresses.ts";
import type { WorkbookList } from "../workbook/workbook.ts";

/**
 * Whether an address ("Cases!A5:AP20") holds only part of the rows of a list, so that the rules across rows would see
 * too few of them. False where no list stands there: what is not known is not cut off.
 */
export function isPartOf(lists: readonly WorkbookList[], address: string): boolean {
  const found = parseSheetRange(address);
  if (!found) return false;
  const { top, bottom, left, right } = found.range;
  return lists.some(({ sheet, allocations }) => {
    const first = (allocations.rowNumbers[0] ?? 0) - 1;
    const last = (allocations.rowNumbers.at(-1) ?? 0) - 1;
    const isBeside = right < allocations.left || left >= allocations.left + allocations.headers.length;
    if (sheet !== found.sheet || isBeside || bottom < first || top > last) return false;
    return top > first || bottom < last;
  });
}
