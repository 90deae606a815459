import { headerText } from "../headers.ts";
import { isBlankCell } from "../sheet.ts";
import type { Allocations } from "./allocations.ts";
import { placeOf } from "./choices.ts";
import type { SheetContents, WorkbookContents } from "./contents.ts";
import { findOnSheet } from "./find-lists.ts";
import { findPolicyTable, type PolicyTable } from "./find-policy-table.ts";
import { findRegister, findUnnamedRegister, type RegisterTable } from "./find-register.ts";
import { doubtfulQuestion, headerQuestion, type HeaderQuestion } from "./header-question.ts";
import { monthSaid } from "./month-of-list.ts";
import { strayRows } from "./stray-rows.ts";
import { besidePlace, rowPlace, saidOfList, saidOfSheet } from "./said-of-sheet.ts";
import { wholeOf, type WholeList } from "./whole-list.ts";

/** A list of allocations with where it stands in its workbook. */
export interface FoundList {
  readonly sheet: string;
  /** What its choices are kept under. */
  readonly place: string;
  readonly allocations: Allocations;
  /** The status or team of every case on it, where it has no column for that. */
  readonly whole: WholeList | undefined;
  /** The numbers of its rows, and the headers of its columns, that are not shown at present; they are checked all the same. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly string[];
  readonly isFiltered: boolean;
  /** The month that its title or its sheet's name says it is of, such as "2024-11"; undefined where neither says one. */
  readonly month: string | undefined;
}

export interface FoundRegister extends RegisterTable {
  readonly sheet: string;
  /** Whether its name says what it is: a table or sheet named Practitioners. */
  readonly isNamed: boolean;
}

export interface FoundPolicyTable extends PolicyTable {
  readonly sheet: string;
}

/** Everything that bears on a check, and what was left out of it. */
export interface FoundInWorkbook {
  /** In the order of the workbook. */
  readonly lists: readonly FoundList[];
  readonly register: FoundRegister | undefined;
  readonly policyTable: FoundPolicyTable | undefined;
  /** Which row has the headers, for each sheet that may hold a list and where nobody can tell. */
  readonly questions: readonly HeaderQuestion[];
  /** Rows that look like cases and stand beside the lists of their sheet: not read. */
  readonly strayRows: readonly StrayRows[];
  /** The places of what a person has said is no list of cases, and was left out for that. */
  readonly noLists: readonly string[];
  /** The names of the sheets that are hidden, those of the register and of the table `Policy` aside. */
  readonly hiddenSheets: readonly string[];
}

const registerOn = (
  sheet: SheetContents,
  { choices }: WorkbookContents,
  find: typeof findRegister,
  isNamed: boolean,
): FoundRegister | undefined => {
  const found = find(sheet, sheet.name, new Map(Object.entries(choices.registerColumns ?? {})));
  return found && { ...found, sheet: sheet.name, isNamed };
};

/** The register: one that is named so, on a hidden sheet too; else the first on a sheet that is shown. */
function registerIn(workbook: WorkbookContents): FoundRegister | undefined {
  for (const sheet of workbook.sheets) {
    const found = registerOn(sheet, workbook, findRegister, true);
    if (found) return found;
  }
  for (const sheet of workbook.sheets.filter(({ isVisible }) => isVisible)) {
    const found = registerOn(sheet, workbook, (grid, _, chosen) => findUnnamedRegister(grid, chosen), false);
    if (found) return found;
  }
  return undefined;
}

/** Rows of a sheet, as Excel numbers them; `place`: what is kept of them. */
export interface StrayRows {
  readonly sheet: string;
  readonly place: string;
  readonly rowNumbers: readonly number[];
}

interface FoundOnSheet {
  readonly lists: readonly FoundList[];
  readonly doubtful: readonly Allocations[];
  readonly stray: readonly number[];
  readonly noLists: readonly string[];
}

/** The council's own policy: on a hidden sheet too. */
function policyTableIn({ sheets }: WorkbookContents): FoundPolicyTable | undefined {
  for (const sheet of sheets) {
    const found = findPolicyTable(sheet, sheet.name);
    if (found) return { ...found, sheet: sheet.name };
  }
  return undefined;
}

/** So many rows above a list's headers may be its title. */
const TITLE_ROWS = 5;

/** The texts right above a list's headers. */
const titleOf = ({ rows }: SheetContents, { headerRow }: Allocations): string[] =>
  rows
    .slice(Math.max(0, headerRow - 1 - TITLE_ROWS), headerRow - 1)
    .flatMap((cells) => cells.filter((cell) => typeof cell === "string"));

function listsOn(
  sheet: SheetContents,
  { choices }: WorkbookContents,
  register: FoundRegister | undefined,
): FoundOnSheet {
  const said = saidOfSheet(sheet.name, choices);
  const { lists, doubtful } = findOnSheet(sheet, said);
  let plain = 0;
  const found = lists.map((allocations) => {
    const { table, headers, left, rows, rowNumbers } = allocations;
    const place = placeOf(sheet.name, table, table === undefined ? plain : 0);
    if (table === undefined) plain += 1;
    const own = saidOfList(sheet.name, place, allocations, choices);
    const list: FoundList = {
      sheet: sheet.name,
      place,
      allocations,
      whole: wholeOf(sheet.name, allocations, own),
      hiddenRows: rowNumbers.filter(
        (number, at) => sheet.hiddenRows.has(number - 1) && !(rows[at] ?? []).every(isBlankCell),
      ),
      hiddenColumns: headers
        .filter((_, column) => sheet.hiddenColumns.has(left + column))
        .map(headerText)
        .filter((text) => text !== ""),
      isFiltered: sheet.isFiltered,
      month: monthSaid([sheet.name, ...titleOf(sheet, allocations)]),
    };
    return { list, isList: own?.isList ?? true };
  });
  const registers = register?.sheet === sheet.name ? [register] : [];
  const stray = lists.length === 0 ? [] : strayRows(sheet, [...lists, ...doubtful, ...registers]);
  const isStrayAnswered = choices.lists?.[besidePlace(sheet.name)]?.isList === false;
  const isAnswered = ({ headerRow }: Allocations): boolean => said.noHeaderRows.includes(headerRow);
  return {
    lists: found.flatMap(({ list, isList }) => (isList ? [list] : [])),
    doubtful: doubtful.filter((one) => !isAnswered(one)),
    stray: isStrayAnswered ? [] : stray,
    noLists: [
      ...(isStrayAnswered && stray.length > 0 ? [besidePlace(sheet.name)] : []),
      ...found.flatMap(({ list, isList }) => (isList ? [] : [list.place])),
      ...doubtful.filter(isAnswered).map(({ headerRow }) => rowPlace(sheet.name, headerRow)),
      ...(said.isNoList && found.length === 0 ? [sheet.name] : []),
    ],
  };
}

/** Sheets of the workbook's own that hold no list whatever their headers say. */
const isOther = (
  { name }: SheetContents,
  { register, policyTable }: Pick<FoundInWorkbook, "register" | "policyTable">,
): boolean => name === register?.sheet || name === policyTable?.sheet;

/** Finds the lists and the register of a workbook, what was left out, and what a person has to be asked. */
export function findInWorkbook(workbook: WorkbookContents): FoundInWorkbook {
  const chosen = new Map(Object.entries(workbook.choices.columns));
  const register = registerIn(workbook);
  const policyTable = policyTableIn(workbook);
  const visible = workbook.sheets.filter(({ isVisible }) => isVisible);
  // A register without registrations looks like a list of leads.
  const isRegister = ({ sheet, allocations }: FoundList): boolean =>
    sheet === register?.sheet && allocations.headerRow === register.headerRow && allocations.left === register.left;
  const found = visible.map((sheet) => {
    const on = listsOn(sheet, workbook, register);
    return { ...on, sheet, lists: on.lists.filter((list) => !isRegister(list)) };
  });
  const lists = found.flatMap((one) => one.lists);
  const { date1904 } = workbook;
  return {
    lists,
    register,
    policyTable,
    questions: found.flatMap(({ sheet, lists: own, doubtful, noLists }) => {
      const besides = doubtful.map((one) => doubtfulQuestion(sheet.name, one, date1904));
      if (own.length > 0 || besides.length > 0 || noLists.length > 0 || isOther(sheet, { register, policyTable }))
        return besides;
      return headerQuestion(sheet.name, sheet, chosen, { isNeeded: lists.length === 0, date1904 }) ?? [];
    }),
    strayRows: found.flatMap(({ sheet: { name }, stray, lists: own }) =>
      stray.length > 0 && own.length > 0 ? [{ sheet: name, place: besidePlace(name), rowNumbers: stray }] : [],
    ),
    noLists: found.flatMap((one) => one.noLists),
    hiddenSheets: workbook.sheets
      .filter(({ isVisible, name }) => !isVisible && name !== register?.sheet && name !== policyTable?.sheet)
      .map(({ name }) => name),
  };
}
