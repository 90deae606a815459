import type { WorkbookContents } from "../../rules/workbook/contents.ts";
import { findInWorkbook, type FoundInWorkbook } from "../../rules/workbook/found.ts";
import type { NamedValue } from "../../rules/workbook/named-value.ts";
import { saidOfSheet } from "../../rules/workbook/said-of-sheet.ts";
import { inputsOf } from "../../rules/workbook/workbook-inputs.ts";
import type { Reference } from "../../xlsx/addresses.ts";
import type { WorkbookList, WorkbookRead } from "./workbook.ts";
import { gridOf, sheetContents, unreadContents } from "./contents.ts";
import { readDetails, type Details } from "./details.ts";
import type { Context } from "./excel.ts";
import { mayHoldOurTables, takeInventory, type Inventory } from "./inventory.ts";
import { mapWorkbook, type WorkbookMap } from "./workbook-map.ts";
import type { NameMeaning } from "./names.ts";
import { readSheets, type SheetCells } from "./sheet-cells.ts";

/** A cell that a name points to, asked for with the next sync; undefined where its sheet is gone. */
function loadCell(
  { workbook }: Context,
  { sheets }: Inventory,
  { sheet, row, column }: Reference & { readonly sheet: string },
) {
  const entry = sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  return (
    entry && {
      sheetId: entry.id,
      at: { row, column },
      cell: workbook.worksheets.getItem(entry.id).getCell(row, column).load("values"),
    }
  );
}

type NamedCell = ReturnType<typeof loadCell>;

/** What a name comes to; the formula alone where its cell is gone. */
function valueOf(meaning: NameMeaning, cell: NamedCell): NamedValue | undefined {
  if (meaning.kind === "missing") return undefined;
  if (meaning.kind === "value") return meaning.value;
  return cell ? { value: (cell.cell.values[0] as (string | number | boolean)[])[0] } : { unknown: meaning.formula };
}

const tooLarge = ({ entry: { name } }: SheetCells): string =>
  `The sheet ${name} was left out, because something stands very far from its top left corner. Press Ctrl+End there to find it, delete it, save, and read the workbook again.`;

const tooManyMerged = ({ entry: { name } }: SheetCells): string =>
  `The sheet ${name} has more merged cells than Excel tells of, so those below the first of each read as blank. Unmerge them (Home > Merge & Center), and read the workbook again.`;

/** The lists with what only Excel knows them by. */
export function withIds({ lists }: Pick<FoundInWorkbook, "lists">, sheets: readonly SheetCells[]): WorkbookList[] {
  return lists.flatMap((list): WorkbookList[] => {
    const sheet = sheets.find(({ entry }) => entry.name === list.sheet);
    if (!sheet) return [];
    const { entry, tables, isProtected } = sheet;
    const table = tables.find(({ name }) => name === list.allocations.table);
    const { place } = list;
    // Of several lists without a table on a sheet the first has the sheet's own id.
    const key = table?.id ?? (place === list.sheet ? entry.id : `${entry.id} ${place}`);
    const isFiltered = sheet.isFiltered || (table?.isFiltered ?? false);
    return [{ ...list, key, sheetId: entry.id, tableId: table?.id, isProtected, isFiltered }];
  });
}

function contentsOf(
  { sheets, stored, date1904 }: Inventory,
  names: Pick<WorkbookContents, "checkDate" | "policy">,
  read: readonly SheetCells[],
  details: readonly Details[],
): WorkbookContents {
  return {
    date1904,
    ...names,
    choices: stored.choices,
    sheets: sheets.map((entry) => {
      const at = read.findIndex((sheet) => sheet.entry === entry);
      const [sheet, detail] = [read[at], details[at]];
      return sheet && detail ? sheetContents(sheet, detail) : unreadContents(entry);
    }),
  };
}

/** Reads the workbook: one round trip for what there is, one for what it holds, one more where that raises a question; `known` is for telling later edits. */
export async function readWorkbook(
  context: Context,
): Promise<{ readonly read: WorkbookRead; readonly known: WorkbookMap }> {
  const inventory = await takeInventory(context);
  const { stored, checkDate, policy } = inventory;
  const chosen = new Map(Object.entries(stored.choices.columns));
  const cells: { checkDate?: NamedCell; policy?: NamedCell } = {};
  const sheets = await readSheets(
    context,
    inventory.sheets.filter((entry) => entry.isVisible || mayHoldOurTables(entry)),
    () => {
      if (checkDate.kind === "cell") cells.checkDate = loadCell(context, inventory, checkDate.at);
      if (policy.kind === "cell") cells.policy = loadCell(context, inventory, policy.at);
    },
  );
  const details = await readDetails(context, sheets, gridOf, ({ entry: { name } }) =>
    saidOfSheet(name, stored.choices),
  );
  const names = { checkDate: valueOf(checkDate, cells.checkDate), policy: valueOf(policy, cells.policy) };
  const contents = contentsOf(inventory, names, sheets, details);
  const found = findInWorkbook(contents);
  const { inputs, problems } = inputsOf(contents, found, stored.choices);
  const lists = withIds(found, sheets);
  return {
    read: {
      lists,
      inputs,
      questions: found.questions,
      strayRows: found.strayRows,
      noLists: found.noLists,
      hiddenSheets: found.hiddenSheets,
      activeSheetId: inventory.activeSheetId,
      problems: [
        ...(stored.problem === undefined ? [] : [stored.problem]),
        ...problems,
        ...sheets.filter(({ isLeftOut }) => isLeftOut).map(tooLarge),
        ...sheets.filter(({ hasUnknownMerges }) => hasUnknownMerges).map(tooManyMerged),
      ],
    },
    known: mapWorkbook(
      sheets,
      lists,
      [cells.checkDate, cells.policy].filter((cell) => cell !== undefined),
      { chosen, register: found.register, policyTable: found.policyTable },
    ),
  };
}
