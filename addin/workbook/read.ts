import type { Reference } from "../../xlsx/addresses.ts";
import type { WorkbookRead } from "./workbook.ts";
import type { Context } from "./excel.ts";
import { listsOn, mayHoldRegister, registerIn } from "./find-lists.ts";
import { takeInventory, type Inventory } from "./inventory.ts";
import { mapWorkbook, type WorkbookMap } from "./workbook-map.ts";
import { checkDateOf, policyIdOf, type NameMeaning } from "./names.ts";
import { readSheets, withAllFormulas, type SheetCells } from "./sheet-cells.ts";

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

/** What a name comes to; something that is no date and no text where it is any other formula. */
function valueOf(meaning: NameMeaning, cell: NamedCell): unknown {
  if (meaning.kind === "constant") return meaning.value;
  return meaning.kind === "cell" && cell ? (cell.cell.values[0] as unknown[])[0] : undefined;
}

const tooLarge = ({ entry: { name } }: SheetCells): string =>
  `The sheet ${name} was left out, because something stands very far from its top left corner. Press Ctrl+End there to find it, delete it, save, and read the workbook again.`;

/** Reads the workbook: one round trip for what there is, one for what it holds; `known` is for telling later edits. */
export async function readWorkbook(
  context: Context,
): Promise<{ readonly read: WorkbookRead; readonly known: WorkbookMap }> {
  const inventory = await takeInventory(context);
  const { stored, checkDate, policy, date1904 } = inventory;
  const chosen = new Map(Object.entries(stored.choices.columns));
  const cells: { checkDate?: NamedCell; policy?: NamedCell } = {};
  let sheets = await readSheets(
    context,
    inventory.sheets.filter((entry) => entry.isVisible || mayHoldRegister(entry)),
    () => {
      if (checkDate.kind === "cell") cells.checkDate = loadCell(context, inventory, checkDate.at);
      if (policy.kind === "cell") cells.policy = loadCell(context, inventory, policy.at);
    },
  );
  // A list that stands beside a table of something else: only here are the formulas of such a sheet wanted.
  const isPlainBesideTable = (sheet: SheetCells): boolean =>
    sheet.tables.length > 0 && listsOn(sheet, chosen).some(({ tableId }) => tableId === undefined);
  if (sheets.some(isPlainBesideTable)) {
    const again = await withAllFormulas(context, sheets.filter(isPlainBesideTable));
    sheets = sheets.map((sheet) => again.find(({ entry }) => entry === sheet.entry) ?? sheet);
  }

  const lists = sheets.flatMap((sheet) => listsOn(sheet, chosen));
  const day = checkDateOf(valueOf(checkDate, cells.checkDate), checkDate.kind !== "missing", date1904);
  const policyId = policyIdOf(valueOf(policy, cells.policy), policy.kind !== "missing");
  return {
    read: {
      lists,
      inputs: {
        checkDate: day.value,
        policyId: policyId.value,
        register: registerIn(sheets),
        date1904,
        choices: stored.choices,
      },
      activeSheetId: inventory.activeSheetId,
      problems: [
        ...[stored.problem, day.problem, policyId.problem].filter((problem) => problem !== undefined),
        ...sheets.filter(({ isLeftOut }) => isLeftOut).map(tooLarge),
      ],
    },
    known: mapWorkbook(
      sheets,
      lists,
      [cells.checkDate, cells.policy].filter((cell) => cell !== undefined),
      chosen,
    ),
  };
}
