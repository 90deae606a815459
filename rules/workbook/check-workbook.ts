import { check, type Checked } from "../check.ts";
import type { Day } from "../dates.ts";
import { mapHeaders } from "../headers.ts";
import type { Sheet } from "../sheet.ts";
import { inputsFrom, type Asked, type CheckInputs, type ServiceInputs } from "./check-inputs.ts";
import type { WorkbookContents } from "./contents.ts";
import { findInWorkbook, type FoundInWorkbook, type FoundList } from "./found.ts";
import { inputsOf } from "./workbook-inputs.ts";
import { belonging, othersOf } from "./together.ts";

/** A list as the rules check it. */
export const sheetOf = ({ allocations, whole }: FoundList, { chosen, date1904 }: CheckInputs): Sheet => ({
  columns: mapHeaders(allocations.headers, chosen).columns,
  rows: allocations.rows,
  rowNumbers: allocations.rowNumbers,
  date1904,
  whole,
});

/** A list with what was found of it. */
export interface CheckedList {
  readonly list: FoundList;
  readonly checked: Checked;
  /** The lists that belong with it, by their index in the workbook. */
  readonly together: readonly number[];
}

export interface CheckedWorkbook {
  readonly inputs: CheckInputs;
  readonly found: FoundInWorkbook;
  /** Undefined where nothing can be checked: the inputs say why. */
  readonly lists: readonly CheckedList[] | undefined;
  /** What the workbook says and nobody can use, as sentences. */
  readonly problems: readonly string[];
}

/** What a workbook is checked with besides itself. */
export interface CheckRequest {
  readonly today: Day;
  readonly asked?: Asked;
  readonly service?: ServiceInputs;
}

/** The one way from a workbook's cells to its checked lists. */
export function checkWorkbook(
  contents: WorkbookContents,
  { today, asked = {}, service = {} }: CheckRequest,
): CheckedWorkbook {
  const found = findInWorkbook(contents);
  const { inputs: own, problems } = inputsOf(contents, found, contents.choices);
  const inputs = inputsFrom(own, service, today, asked);
  if (inputs.refusal !== undefined) return { inputs, found, lists: undefined, problems };
  const sheets = found.lists.map((list) => ({ sheet: sheetOf(list, inputs), name: list.sheet }));
  const together = belonging(sheets, inputs.belonging);
  return {
    inputs,
    found,
    problems,
    lists: sheets.map((one, at) => {
      const others = (together[at] ?? []).flatMap((other) => sheets[other] ?? []);
      return {
        list: found.lists[at] as FoundList,
        checked: check(one.sheet, { ...inputs, others: othersOf(one, others) }),
        together: together[at] ?? [],
      };
    }),
  };
}
