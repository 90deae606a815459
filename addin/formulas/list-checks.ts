import { looksLikeAllocations } from "../../rules/allocations.ts";
import { check, type Checked } from "../../rules/check.ts";
import type { Day } from "../../rules/dates.ts";
import { mapHeaders } from "../../rules/headers.ts";
import type { Sheet } from "../../rules/sheet.ts";
import type { Basis } from "../checking/basis.ts";
import { isSameList, type Asked } from "./asked.ts";
import { isEmpty } from "./cells.ts";
import { Unusable } from "./fault.ts";

interface Made {
  readonly asked: Asked;
  readonly basis: Basis;
  readonly asOf: Day;
  readonly isPart: boolean;
  readonly checked: Checked;
}

/** LP.CHECK and LP.WHY of a list, and of another one or two, share their checks. */
const MOST_KEPT = 4;

function sheetOf({ headers, rows, firstRow }: Asked, { chosen, date1904 }: Basis, isPart: boolean): Sheet {
  const mapping = mapHeaders(headers, chosen);
  if (!looksLikeAllocations(headers, mapping)) {
    throw new Unusable(
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
  let lists: readonly Asked[] = [];
  let made: readonly Made[] = [];
  return {
    /** The same object for equal cells, so that whoever asks later need not compare them again. */
    shared(asked: Asked): Asked {
      const known = lists.find((list) => isSameList(list, asked)) ?? asked;
      lists = [known, ...lists.filter((list) => list !== known)].slice(0, MOST_KEPT);
      return known;
    },
    checked(asked: Asked, basis: Basis, asOf: Day, isPart: boolean): Checked {
      const known = made.find(
        (one) => one.asked === asked && one.basis === basis && one.asOf === asOf && one.isPart === isPart,
      );
      if (known) return known.checked;
      const sheet = sheetOf(asked, basis, isPart);
      const checked = check(sheet, { ...basis, asOf });
      made = [{ asked, basis, asOf, isPart, checked }, ...made].slice(0, MOST_KEPT);
      use(sheet);
      return checked;
    },
  };
}
