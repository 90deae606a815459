import type { FieldId } from "../fields.ts";
import { headerText } from "../headers.ts";
import { isBlankCell } from "../sheet.ts";
import { fold } from "../text.ts";
import type { Allocations } from "./allocations.ts";
import { placeOf } from "./choices.ts";
import type { SheetContents, WorkbookContents } from "./contents.ts";
import { findOnSheet } from "./find-lists.ts";
import { findRegister, findUnnamedRegister, type RegisterTable } from "./find-register.ts";
import { headerQuestion, type HeaderQuestion } from "./header-question.ts";
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
}

export interface FoundRegister extends RegisterTable {
  readonly sheet: string;
  /** Whether its name says what it is: a table or sheet named Practitioners. */
  readonly isNamed: boolean;
}

/** Everything that bears on a check, and what was left out of it. */
export interface FoundInWorkbook {
  /** In the order of the workbook. */
  readonly lists: readonly FoundList[];
  readonly register: FoundRegister | undefined;
  /** Which row has the headers, for each sheet that may hold a list and where nobody can tell. */
  readonly questions: readonly HeaderQuestion[];
  /** Rows below headers of which too few are known, on a sheet that has a list besides. */
  readonly doubtful: readonly {
    readonly sheet: string;
    readonly headerRow: number;
    readonly rowNumbers: readonly number[];
  }[];
  /** The names of the sheets that are hidden, that of the register aside. */
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

function listsOn(sheet: SheetContents, { choices }: WorkbookContents, chosen: ReadonlyMap<string, FieldId | null>) {
  const saidOf = (place: string) => choices.lists?.[place];
  const { headerRow } = saidOf(sheet.name) ?? {};
  const { lists, doubtful } = findOnSheet(sheet, { chosen, headerRows: headerRow === undefined ? [] : [headerRow] });
  let plain = 0;
  const found = lists.map((allocations): FoundList => {
    const { table, headers, left, rows, rowNumbers } = allocations;
    const place = placeOf(sheet.name, table, table === undefined ? plain : 0);
    if (table === undefined) plain += 1;
    return {
      sheet: sheet.name,
      place,
      allocations,
      whole: wholeOf(sheet.name, allocations, saidOf(place)),
      hiddenRows: rowNumbers.filter(
        (number, at) => sheet.hiddenRows.has(number - 1) && !(rows[at] ?? []).every(isBlankCell),
      ),
      hiddenColumns: headers
        .filter((_, column) => sheet.hiddenColumns.has(left + column))
        .map(headerText)
        .filter((text) => text !== ""),
      isFiltered: sheet.isFiltered,
    };
  });
  return { lists: found, doubtful: doubtful.map((one) => ({ sheet: sheet.name, ...one })) };
}

/** Sheets of the workbook's own that hold no list whatever their headers say. */
const isOther = (sheet: SheetContents, register: FoundRegister | undefined): boolean =>
  sheet.name === register?.sheet || sheet.tables.some(({ name }) => fold(name) === "policy");

/** Finds the lists and the register of a workbook, what was left out, and what a person has to be asked. */
export function findInWorkbook(workbook: WorkbookContents): FoundInWorkbook {
  const chosen = new Map(Object.entries(workbook.choices.columns));
  const register = registerIn(workbook);
  const visible = workbook.sheets.filter(({ isVisible }) => isVisible);
  // A register without registrations looks like a list of leads.
  const isRegister = ({ sheet, allocations }: FoundList): boolean =>
    sheet === register?.sheet && allocations.headerRow === register.headerRow && allocations.left === register.left;
  const found = visible.map((sheet) => {
    const on = listsOn(sheet, workbook, chosen);
    return { sheet, lists: on.lists.filter((list) => !isRegister(list)), doubtful: on.doubtful };
  });
  const lists = found.flatMap((one) => one.lists);
  return {
    lists,
    register,
    questions: found
      .filter(({ sheet, lists: own }) => own.length === 0 && !isOther(sheet, register))
      .flatMap(({ sheet }) => headerQuestion(sheet.name, sheet, chosen, lists.length === 0) ?? []),
    doubtful: found.flatMap((one) => one.doubtful),
    hiddenSheets: workbook.sheets
      .filter(({ isVisible, name }) => !isVisible && name !== register?.sheet)
      .map(({ name }) => name),
  };
}
