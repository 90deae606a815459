import { list as listed } from "../../rules/text.ts";
import type { Range } from "../../xlsx/addresses.ts";
import { rangeOf } from "./areas.ts";
import { lastOwnRow } from "./check-columns.ts";
import { command, supports, type Context } from "./excel.ts";
import type { OwnWrites } from "./own-writes.ts";
import { findPlace, type Place } from "./place.ts";
import { plainText } from "./plain-text.ts";
import { WorkbookProblem, type WorkbookList } from "./workbook.ts";
import { moved } from "./write-cells.ts";

const DOING = "add columns to the list";
/** In points. */
const WIDTH = 100;

/** The whole list, a table's row of totals included. */
async function areaOf(context: Context, { tableId }: WorkbookList, { headers, data }: Place): Promise<Range> {
  if (tableId === undefined) return { ...headers, bottom: data.bottom };
  const whole = context.workbook.tables.getItem(tableId).getRange().load("rowCount");
  await context.sync();
  return { ...headers, bottom: headers.top + whole.rowCount - 1 };
}

/** Whether nobody's cells stand beside a list; one column more than is wanted, so that no other list touches it afterwards. */
async function isFree(context: Context, place: Place, beside: Range): Promise<boolean> {
  const { sheet, isOurs, column } = place;
  const found = rangeOf(sheet, { ...beside, right: beside.right + 1 }).load("values");
  await context.sync();
  const own = (at: number): boolean => isOurs && (at === column || at === column + 1);
  return found.values.every((row: unknown[]) => row.every((value, at) => value === "" || own(beside.left + at)));
}

/** Adds columns at the end of a list; gives whether our own check columns stood there and were taken away for it. */
export const addColumns = (
  list: WorkbookList,
  { at, headers }: { readonly at: number; readonly headers: readonly string[] },
  own: OwnWrites,
): Promise<boolean> =>
  command(DOING, async (context) => {
    if (list.tableId !== undefined && !supports("1.13"))
      throw new WorkbookProblem(
        "NotSupported",
        `This version of Excel cannot make a table wider for an add-in. Type ${listed(headers)} right of the table's last header yourself, then do this once more.`,
      );
    const place = await findPlace(context, list, DOING);
    if (place.headers.right + 1 !== at) throw moved();
    const area = await areaOf(context, list, place);
    const beside: Range = { ...area, left: at, right: at + headers.length - 1 };
    if (!(await isFree(context, place, beside)))
      throw new WorkbookProblem(
        "InsertDeleteConflict",
        `Other cells stand right beside the list on the sheet ${place.sheetName}, so no column was added. Insert ${headers.length + 1} columns there (right-click the column's letter > Insert), then do this once more.`,
      );
    const { sheet, isOurs, column } = place;
    if (isOurs) {
      const ours: Range = { top: area.top, left: column, bottom: await lastOwnRow(context, place), right: column + 1 };
      own.cells(list.sheetId, ours);
      rangeOf(sheet, ours).clear("Contents");
    }
    own.cells(list.sheetId, { ...beside, bottom: area.top });
    if (list.tableId !== undefined)
      context.workbook.tables.getItem(list.tableId).resize(rangeOf(sheet, { ...area, right: beside.right }));
    const titles = rangeOf(sheet, { ...beside, bottom: area.top });
    titles.values = [headers.map(plainText)];
    titles.format.columnWidth = WIDTH;
    if (list.tableId === undefined) titles.format.font.bold = true;
    await context.sync();
    return isOurs;
  });
