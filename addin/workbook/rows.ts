import type { Cell } from "../../rules/read.ts";
import { asRead } from "../../rules/workbook/allocations.ts";
import type { WorkbookList } from "./workbook.ts";
import { readBlocks } from "./blocks.ts";
import type { Context } from "./excel.ts";

/** Rows of a list by their index, read anew: those alone that were rows before. */
export async function readRows(
  context: Context,
  { sheetId, allocations }: WorkbookList,
  from: number,
  count: number,
): Promise<readonly (readonly Cell[])[]> {
  const { rowNumbers, left, headers } = allocations;
  const wanted = rowNumbers.slice(from, from + count);
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const area = { top: first - 1, left, bottom: last - 1, right: left + headers.length - 1 };
  const [rows = []] = await readBlocks(context, [{ sheetId, area, what: "values" }]);
  return wanted.map((number, at) => asRead(allocations, from + at, (rows[number - first] ?? []) as readonly Cell[]));
}
