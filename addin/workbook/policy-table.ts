import { POLICY_HEADERS } from "../../rules/policy-table/row.ts";
import type { WrittenRow } from "../../rules/policy-table/policy-rows.ts";
import type { Cell } from "../../rules/read.ts";
import { fold } from "../../rules/text.ts";
import type { FoundPolicyTable } from "../../rules/workbook/found.ts";
import { rangeOf } from "./areas.ts";
import { command, type Context } from "./excel.ts";
import { addTableSheet, freeName, loadTaken } from "./new-sheet.ts";
import type { OwnWrites } from "./own-writes.ts";
import { plainCell } from "./plain-text.ts";
import { protectedSheet } from "./problems.ts";
import { WorkbookProblem } from "./workbook.ts";

const TABLE = "Policy";
/** Not the table's own name: other programs do not let a sheet and a table share one. */
const SHEET = "Council policy";
/** The settings are whole words, and their values and other names sentences and lists. */
const WIDTHS = [160, 170, 320];
const DOING = "write the table Policy";

const refusal = (code: string, sentence: string): WorkbookProblem => new WorkbookProblem(code, sentence);

async function addTable(context: Context, rows: readonly WrittenRow[], own: OwnWrites): Promise<void> {
  const taken = loadTaken(context);
  await context.sync();
  const { sheets, names } = taken();
  if (names.has(TABLE.toLowerCase()))
    throw refusal(
      "ItemAlreadyExists",
      `This workbook has something else named ${TABLE} already, and it was left as it is. Rename it (Formulas > Name Manager) to have the policy written.`,
    );
  await addTableSheet(
    context,
    {
      sheet: freeName(SHEET, sheets),
      table: TABLE,
      title: "The council's own policy: what the rows of this workbook are checked by",
      headers: POLICY_HEADERS,
      rows,
      isDate: () => false,
      widths: WIDTHS,
    },
    own,
  );
}

const isSame = (now: unknown, was: Cell): boolean => now === (was ?? "");

/** Why the table's rows cannot be written anew; nothing is lost that nobody has looked at. */
function refusalOf(
  found: FoundPolicyTable,
  places: readonly number[],
  values: readonly (readonly unknown[])[],
  formulas: readonly (readonly unknown[])[],
): WorkbookProblem | undefined {
  const isMoved = found.rows.some(({ setting, value, alsoCalled }, at) =>
    [setting, value, alsoCalled].some((was, index) => !isSame(values[at]?.[places[index] ?? 0], was)),
  );
  if (isMoved)
    return refusal(
      "Changed",
      "The table Policy has changed since it was read, so nothing was written. Look at it once more, then try again.",
    );
  if (values.slice(found.rows.length).some((row) => row.some((cell) => cell !== "")))
    return refusal(
      "Occupied",
      "Something stands just below the table Policy where its new rows would, so nothing was written. Move it away, then try again.",
    );
  if (formulas.some((row) => row.some((cell) => typeof cell === "string" && cell.startsWith("="))))
    return refusal(
      "Formula",
      "The table Policy holds formulas, so nothing was written. Change what they take their values from, or replace them yourself.",
    );
  return undefined;
}

async function replaceRows(
  context: Context,
  rows: readonly WrittenRow[],
  found: FoundPolicyTable,
  own: OwnWrites,
): Promise<void> {
  const places = POLICY_HEADERS.map((header) => found.headers.findIndex((one) => fold(one) === fold(header)));
  if (found.table === undefined)
    throw refusal(
      "NoTable",
      `The rows on the sheet '${found.sheet}' are no Excel table, and were left as they are. Make them one (Insert > Table) and name it Policy.`,
    );
  if (found.headers.length !== POLICY_HEADERS.length || places.includes(-1))
    throw refusal(
      "Columns",
      "The table Policy has other columns than Setting, Value and Also called, so its rows were left as they are. Change them on the sheet, or move the other columns away.",
    );
  const table = context.workbook.tables.getItem(found.table).load("showTotals");
  const sheet = context.workbook.worksheets.getItem(found.sheet).load("id,name");
  const protection = sheet.protection.load("protected");
  const [left, top] = [found.left, found.headerRow];
  const right = left + POLICY_HEADERS.length - 1;
  const bottom = top + Math.max(found.rows.length, rows.length) - 1;
  const body = rangeOf(sheet, { top, left, bottom, right }).load("values,formulas");
  await context.sync();
  if (protection.protected) throw protectedSheet(sheet.name, DOING);
  if (table.showTotals)
    throw refusal(
      "Totals",
      "The table Policy has a row of totals, so its rows were left as they are. Switch the totals off (Table Design > Total Row), then try again.",
    );
  const problem = refusalOf(found, places, body.values as unknown[][], body.formulas as unknown[][]);
  if (problem) throw problem;

  own.cells(sheet.id, { top: top - 1, left, bottom, right });
  const cells = Array.from({ length: bottom - top + 1 }, (_, at) => {
    const row = rows[at] ?? ["", "", ""];
    return found.headers.map((_header, column) => plainCell(row[places.indexOf(column)] ?? ""));
  });
  body.values = cells;
  table.resize(rangeOf(sheet, { top: top - 1, left, bottom: top + rows.length - 1, right }));
  sheet.activate();
  await context.sync();
}

/** Writes a policy's rows: into the table Policy as it was found, else on a new sheet. */
export const writePolicy = (
  rows: readonly WrittenRow[],
  found: FoundPolicyTable | undefined,
  own: OwnWrites,
): Promise<void> =>
  command(DOING, (context) => (found ? replaceRows(context, rows, found, own) : addTable(context, rows, own)));

/** Shows a row of the table. */
export const showPolicyRow = (sheetName: string, row: number, column: number): Promise<void> =>
  command("go to the row", async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    sheet.activate();
    sheet.getCell(row - 1, column).select();
    await context.sync();
  });
