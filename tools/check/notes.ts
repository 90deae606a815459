import { headerOf } from "../../rules/fields.ts";
import { count, list } from "../../rules/text.ts";
import type { CheckedSheet, CheckedWorkbook } from "./check-workbook.ts";

const MOST = 12;

const rowsNamed = (rows: readonly number[]): string =>
  rows.length > MOST
    ? `${list(rows.slice(0, MOST), "")} and ${rows.length - MOST} more`.replace(" ,", ",")
    : list(rows);

/** What a person should know about how a sheet was read: nothing is left out or assumed without saying so. */
export function notesOf(
  { allocations, hiddenRows, isFiltered }: CheckedSheet,
  { registered }: CheckedWorkbook,
): string[] {
  const { mapping, totalsRows } = allocations;
  const notes: string[] = [];
  if (registered === undefined)
    notes.push("The workbook has no table 'Practitioners', so nothing says who is social work qualified.");
  if (hiddenRows.length > 0) {
    notes.push(
      `${count(hiddenRows.length, "row is", "rows are")} ${isFiltered ? "filtered out" : "hidden"} in Excel and ${hiddenRows.length === 1 ? "was" : "were"} checked all the same: ${rowsNamed(hiddenRows)}.`,
    );
  }
  if (totalsRows.length > 0)
    notes.push(
      `${count(totalsRows.length, "row looks", "rows look")} like totals and ${totalsRows.length === 1 ? "was" : "were"} left out: ${rowsNamed(totalsRows)}.`,
    );
  for (const { header, field } of mapping.clashes) {
    notes.push(
      `The column '${header}' could be '${headerOf(field)}' too; an earlier or better match is used and this one is not read.`,
    );
  }
  for (const { header, field } of mapping.suggestions)
    notes.push(`Is the column '${header}' meant as '${headerOf(field)}'? It was not read.`);
  return notes;
}
