import { check } from "../../rules/check.ts";
import { mapHeaders } from "../../rules/headers.ts";
import type { Sheet } from "../../rules/sheet.ts";
import type { Basis } from "./basis.ts";
import { shownCheck, shownWhy } from "./shown.ts";
import type { CheckValues, WorkbookList } from "../workbook/api.ts";

/** A list as the rules check it. */
export const sheetOf = ({ allocations }: WorkbookList, { chosen, date1904 }: Basis): Sheet => ({
  columns: mapHeaders(allocations.headers, chosen).columns,
  rows: allocations.rows,
  rowNumbers: allocations.rowNumbers,
  date1904,
});

/** What LP.CHECK and LP.WHY would show beside a list, for a list that is too long for them. */
export function checkValues(list: WorkbookList, basis: Basis): CheckValues {
  const { rows } = check(sheetOf(list, basis), basis);
  return { check: rows.map(shownCheck), why: rows.map(shownWhy) };
}
