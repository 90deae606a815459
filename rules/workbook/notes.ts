import { showDay, type Day } from "../dates.ts";
import { headerOf } from "../fields.ts";
import { REGISTER_FIELDS } from "../register-fields.ts";
import { mapHeaders } from "../headers.ts";
import { NOT_CALCULATED } from "../read.ts";
import { isIn, shortMonthAndYear } from "../months.ts";
import { count, list as inWords } from "../text.ts";
import { belongingInWords } from "./belonging-in-words.ts";
import type { CheckInputs } from "./check-inputs.ts";
import { lackingIn } from "./find-register.ts";
import type { FoundInWorkbook, FoundList, StrayRows } from "./found.ts";
import type { HeaderQuestion } from "./header-question.ts";
import { placeInWords } from "./said-of-sheet.ts";
import { otherwiseInWords } from "./second-columns.ts";
import { suggestedBy } from "./suggestions.ts";

/** So many rows are named; the rest are counted. */
const MOST = 12;

const named = (items: readonly (string | number)[]): string =>
  items.length > MOST ? `${items.slice(0, MOST).join(", ")} and ${items.length - MOST} more` : inWords(items);

const rowsNamed = (rows: readonly number[]): string => `${rows.length === 1 ? "row" : "rows"} ${named(rows)}`;
const quotedNames = (names: readonly string[]): string => named(names.map((name) => `'${name}'`));

/** Rows that hold a text where a reference would stand, and nothing else that is read: said apart, as they may be cases. */
export const remarksInWords = ({
  sheet,
  allocations: { remarkRows },
}: Pick<FoundList, "sheet" | "allocations">): string | undefined =>
  remarkRows.length === 0
    ? undefined
    : `On the sheet '${sheet}' ${rowsNamed(remarkRows)} ${remarkRows.length === 1 ? "was" : "were"} not checked: a text that is no reference stands where the child ref would, and nothing else that is read.`;

/** How the rows of a list were told, and what of it is not shown in Excel: nothing is left out without a word. */
function notesOnRows({ allocations, hiddenRows, hiddenColumns, isFiltered, whole }: FoundList): string[] {
  const { totalsRows, preparedRows, belowTable, table, rows, mapping } = allocations;
  const notes: string[] = [];
  const say = (items: readonly unknown[], sentence: string): void => {
    if (items.length > 0) notes.push(sentence);
  };
  if (whole?.status !== undefined)
    notes.push(`Every case of this list is taken to be ${whole.status}, as the list has no column for it.`);
  if (whole?.team !== undefined)
    notes.push(`Every case of this list is taken to be of the team '${whole.team}', as the list has no column for it.`);
  say(
    hiddenRows,
    `${count(hiddenRows.length, "row is", "rows are")} ${isFiltered ? "filtered out" : "hidden"} in Excel and ${hiddenRows.length === 1 ? "was" : "were"} checked all the same: ${named(hiddenRows)}.`,
  );
  say(
    hiddenColumns,
    `${count(hiddenColumns.length, "column is", "columns are")} hidden in Excel and ${hiddenColumns.length === 1 ? "was" : "were"} read all the same: ${quotedNames(hiddenColumns)}.`,
  );
  say(belowTable, `Below the end of the table ${table ?? ""}, and checked with it: ${rowsNamed(belowTable)}.`);
  say(totalsRows, `Left out as totals: ${rowsNamed(totalsRows)}.`);
  say(preparedRows, `Left out, as they hold nothing but look-ups without an answer: ${rowsNamed(preparedRows)}.`);
  const columns = [...mapping.columns.values()];
  const uncalculated = rows.reduce(
    (sum, cells) => sum + columns.filter((column) => cells[column] === NOT_CALCULATED).length,
    0,
  );
  if (uncalculated > 0)
    notes.push(
      `${count(uncalculated, "cell holds a formula", "cells hold formulas")} that ${uncalculated === 1 ? "was" : "were"} never calculated, and ${uncalculated === 1 ? "its value is" : "their values are"} not known. Open the workbook in Excel and save it.`,
    );
  return notes;
}

/** The month that a list says it is of, where the check date lies in another. */
export function monthInWords({ sheet, month }: Pick<FoundList, "sheet" | "month">, asOf: Day): string | undefined {
  if (month === undefined || isIn(month, asOf)) return undefined;
  return `The list on the sheet '${sheet}' says that it is of ${shortMonthAndYear(month)}, and is checked as of ${showDay(asOf)}.`;
}

/** Which columns were not read, and what they may be. */
export function notesOnColumns({ allocations }: FoundList, { chosen }: Pick<CheckInputs, "chosen">): string[] {
  const { headers, rows } = allocations;
  const { clashes, suggestions } = mapHeaders(headers, chosen, suggestedBy(rows));
  return [
    ...clashes.map(
      ({ header, field }) =>
        `The column '${header}' could be '${headerOf(field)}' too; an earlier or better match is used and this one is not read.`,
    ),
    ...suggestions.map(
      ({ header, field }) => `Is the column '${header}' meant as '${headerOf(field)}'? It was not read.`,
    ),
  ];
}

/** How one of a workbook's lists stands to the others, and what is to be known of its rows; `together` are the indices of those that belong with it. */
export function notesOnList(
  list: FoundList,
  lists: readonly FoundList[],
  together: readonly number[],
  inputs: CheckInputs,
): string[] {
  const parts = new Set(together.flatMap((at) => lists[at] ?? []));
  return [
    ...belongingInWords(
      lists.filter((other) => other !== list),
      parts,
      inputs,
    ),
    ...notesOnRows(list),
  ];
}

/** Where the register was found and what it lacks. */
export function notesOnRegister({ register }: Pick<FoundInWorkbook, "register">): string[] {
  if (!register) return ["The workbook has no table 'Practitioners', so nothing says who is social work qualified."];
  const where = register.table === undefined ? `the sheet '${register.sheet}'` : `the table ${register.table}`;
  const { suggestions } = register.mapping;
  const lacking = lackingIn(register);
  return [
    ...(register.isNamed ? [] : [`The names and registrations on ${where} are taken for the register.`]),
    ...(lacking.length > 0
      ? [
          `The register on ${where} has no column ${inWords(lacking.map((field) => `'${REGISTER_FIELDS[field].header}'`))}.`,
        ]
      : []),
    ...suggestions.map(
      ({ header, field }) =>
        `Is the register's column '${header}' meant as '${REGISTER_FIELDS[field].header}'? It was not read.`,
    ),
  ];
}

/** What was left out of the workbook as a whole, and what nobody could tell by themselves. */
export function notesOnSheets({ hiddenSheets, noLists }: Pick<FoundInWorkbook, "hiddenSheets" | "noLists">): string[] {
  return [
    ...(hiddenSheets.length > 0
      ? [
          `${hiddenSheets.length === 1 ? "The sheet" : "The sheets"} ${quotedNames(hiddenSheets)} ${hiddenSheets.length === 1 ? "is hidden and was" : "are hidden and were"} not checked.`,
        ]
      : []),
    ...(noLists.length > 0
      ? [`Left out, as somebody has said that it is no list: ${quotedNames(noLists.map(placeInWords))}.`]
      : []),
  ];
}

/** What may be a list and was not checked, as nobody can tell which columns it has: each with its rows. */
export const leftOutInWords = ({ sheet, candidates: [best], isBesideList }: HeaderQuestion): string => {
  const isOne = best.rowNumbers.length === 1;
  const was = isOne ? "was" : "were";
  return isBesideList
    ? `On the sheet '${sheet}' ${rowsNamed(best.rowNumbers)} ${isOne ? "stands" : "stand"} below another row of headers, row ${best.row}, of which too few are known, and ${was} not checked.`
    : `The sheet '${sheet}' may hold a list too, with headers in row ${best.row}: ${rowsNamed(best.rowNumbers)} ${was} not checked.`;
};

/** Rows that look like cases beside the lists of their sheet. */
export const strayInWords = ({ sheet, rowNumbers }: StrayRows): string =>
  rowNumbers.length === 1
    ? `On the sheet '${sheet}' ${rowsNamed(rowNumbers)} holds what looks like a case beside the list, below no headers that are known, and was not checked.`
    : `On the sheet '${sheet}' ${rowsNamed(rowNumbers)} hold what look like cases beside the list, below no headers that are known, and were not checked.`;

/** What was left out and may be cases, as sentences: nobody has said yet that it is none. */
export const leftOut = ({
  questions,
  strayRows,
  lists,
}: Pick<FoundInWorkbook, "questions" | "strayRows" | "lists">): string[] => [
  ...questions.map(leftOutInWords),
  ...strayRows.map(strayInWords),
  ...lists.flatMap((list) => remarksInWords(list) ?? []),
  ...lists.flatMap(otherwiseInWords),
];

/** Whether rows that may be cases, or a second column that says otherwise of them, were not checked. */
export const leavesRowsOut = (found: Parameters<typeof leftOut>[0]): boolean => leftOut(found).length > 0;
