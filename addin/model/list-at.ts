import type { OtherList } from "../../rules/other-lists.ts";
import { sheetOf } from "../../rules/workbook/check-workbook.ts";
import { parseSheetRange, type Range } from "../../xlsx/addresses.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { KnownList } from "../formulas/known-list.ts";
import type { WorkbookList } from "../workbook/workbook.ts";

/** Whether an address has any of a list's cells. */
function isAt({ allocations: { left, headers, headerRow, rowNumbers } }: WorkbookList, range: Range): boolean {
  const last = (rowNumbers.at(-1) ?? headerRow) - 1;
  const isBeside = range.right < left || range.left >= left + headers.length;
  return !isBeside && range.bottom >= headerRow && range.top <= last;
}

const rests = new WeakMap<WorkbookList, OtherList>();

/** The rows below a list's table, for a formula that is given the table alone; the same object for the same list. */
function restOf(list: WorkbookList, below: ReadonlySet<number>, inputs: CheckInputs): OtherList {
  const known = rests.get(list);
  if (known) return known;
  const sheet = sheetOf(list, inputs);
  const { rowNumbers } = list.allocations;
  const rest = {
    name: undefined,
    sheet: {
      ...sheet,
      rows: sheet.rows.filter((_, at) => below.has(rowNumbers[at] ?? 0)),
      rowNumbers: rowNumbers.filter((number) => below.has(number)),
    },
  };
  rests.set(list, rest);
  return rest;
}

/** The list whose rows stand at an address ("Cases!A5:AP20"); undefined where none does. `othersOf`: what a check of it looks at besides. */
export function listAt(
  lists: readonly WorkbookList[],
  othersOf: (list: WorkbookList) => readonly OtherList[],
  inputs: CheckInputs,
  address: string,
): KnownList | undefined {
  const found = parseSheetRange(address);
  const list = found && lists.find((one) => one.sheet === found.sheet && isAt(one, found.range));
  if (!list) return undefined;
  const { allocations, whole } = list;
  const missing = allocations.rowNumbers.filter(
    (number) => number - 1 < found.range.top || number - 1 > found.range.bottom,
  );
  const below = new Set(allocations.belowTable);
  const isTable = missing.length > 0 && missing.every((number) => below.has(number));
  const others = othersOf(list);
  return {
    allocations,
    whole,
    others: isTable ? [...others, restOf(list, below, inputs)] : others,
    isPart: missing.length > 0 && !isTable,
  };
}
