import { looksLikeAllocations } from "../../rules/workbook/header-row.ts";
import { check, type Checked } from "../../rules/check.ts";
import type { Day } from "../../rules/dates.ts";
import { mapHeaders } from "../../rules/headers.ts";
import type { Cell } from "../../rules/read.ts";
import { isErrorValue } from "../../rules/text.ts";
import type { Sheet } from "../../rules/sheet.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { isSameList, type ListArguments } from "./list-arguments.ts";
import { ArgumentError, isEmpty } from "./arguments.ts";
import { isSameKnown, rowsAsRead, type KnownList } from "./known-list.ts";

interface CachedCheck {
  readonly args: ListArguments;
  readonly inputs: CheckInputs;
  readonly asOf: Day;
  readonly known: KnownList | undefined;
  readonly checked: Checked;
}

/** LP.CHECK and LP.WHY of a list, and of another one or two, share their checks. */
const MOST_KEPT = 4;

/** A cell that says nothing of a case: a blank one may come as 0, which to the rules is a number somebody typed. */
const isNothing = (cell: Cell): boolean => isEmpty(cell) || (typeof cell === "string" && isErrorValue(cell));

function sheetOf(args: ListArguments, { chosen, date1904 }: CheckInputs, known: KnownList | undefined): Sheet {
  const { headers, firstRow } = args;
  const mapping = mapHeaders(headers, chosen);
  if (!known && !looksLikeAllocations(headers, mapping)) {
    throw new ArgumentError(
      `'headers' names ${mapping.columns.size} of the columns that the rules know: give the list's header row, with at least the child ref or the lead ` +
        "among three known columns, or say in the Lead Professional pane which columns they are.",
    );
  }
  const columns = [...mapping.columns.values()];
  // Of a list that is known, it is known too which of its rows are made ready for later.
  const isNoCase = known ? isEmpty : isNothing;
  const rows = known ? rowsAsRead(args, known) : args.rows;
  return {
    columns: mapping.columns,
    rows: rows.map((cells) => (columns.every((column) => isNoCase(cells[column])) ? [] : cells)),
    rowNumbers: rows.map((_, index) => firstRow + index),
    date1904,
    whole: known?.whole,
    isPart: known?.isPart ?? false,
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
    checked(args: ListArguments, inputs: CheckInputs, asOf: Day, known: KnownList | undefined): Checked {
      const before = made.find(
        (one) => one.args === args && one.inputs === inputs && one.asOf === asOf && isSameKnown(one.known, known),
      );
      if (before) return before.checked;
      const sheet = sheetOf(args, inputs, known);
      const checked = check(sheet, { ...inputs, asOf, others: known?.others ?? [] });
      made = [{ args, inputs, asOf, known, checked }, ...made].slice(0, MOST_KEPT);
      use(sheet);
      return checked;
    },
  };
}
