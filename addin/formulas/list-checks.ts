import { looksLikeAllocations } from "../../rules/workbook/header-row.ts";
import { check, type Checked } from "../../rules/check.ts";
import type { Day } from "../../rules/dates.ts";
import { mapHeaders } from "../../rules/headers.ts";
import type { Sheet } from "../../rules/sheet.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { isSameList, type ListArguments } from "./list-arguments.ts";
import { ArgumentError, isEmpty } from "./arguments.ts";

interface CachedCheck {
  readonly args: ListArguments;
  readonly inputs: CheckInputs;
  readonly asOf: Day;
  readonly isPart: boolean;
  readonly checked: Checked;
}

/** LP.CHECK and LP.WHY of a list, and of another one or two, share their checks. */
const MOST_KEPT = 4;

function sheetOf(
  { headers, rows, firstRow }: ListArguments,
  { chosen, date1904 }: CheckInputs,
  isPart: boolean,
): Sheet {
  const mapping = mapHeaders(headers, chosen);
  if (!looksLikeAllocations(headers, mapping)) {
    throw new ArgumentError(
      `'headers' names ${mapping.columns.size} of the columns that the rules know: give the list's header row, with at least the child ref or the lead ` +
        "among three known columns, or say in the Lead Professional pane which columns they are.",
    );
  }
  const columns = [...mapping.columns.values()];
  return {
    columns: mapping.columns,
    // A blank cell may come as 0, which to the rules is a number somebody typed.
    rows: rows.map((cells) => (columns.every((column) => isEmpty(cells[column])) ? [] : cells)),
    rowNumbers: rows.map((_, index) => firstRow + index),
    date1904,
    isPart,
  };
}

/** The checks of the lists that formulas ask about, each made once for all formulas over the same cells. `use` is told of every sheet checked. */
export function listChecks(use: (sheet: Sheet) => void) {
  let lists: readonly ListArguments[] = [];
  let made: readonly CachedCheck[] = [];
  return {
    /** The same object for equal cells, so that whoever asks later need not compare them again. */
    shared(args: ListArguments): ListArguments {
      const known = lists.find((list) => isSameList(list, args)) ?? args;
      lists = [known, ...lists.filter((list) => list !== known)].slice(0, MOST_KEPT);
      return known;
    },
    checked(args: ListArguments, inputs: CheckInputs, asOf: Day, isPart: boolean): Checked {
      const known = made.find(
        (one) => one.args === args && one.inputs === inputs && one.asOf === asOf && one.isPart === isPart,
      );
      if (known) return known.checked;
      const sheet = sheetOf(args, inputs, isPart);
      const checked = check(sheet, { ...inputs, asOf });
      made = [{ args, inputs, asOf, isPart, checked }, ...made].slice(0, MOST_KEPT);
      use(sheet);
      return checked;
    },
  };
}
