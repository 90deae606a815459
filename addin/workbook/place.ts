import type { Cell } from "../../rules/read.ts";
import type { Range } from "../../xlsx/addresses.ts";
import { WorkbookProblem, type WorkbookList } from "./workbook.ts";
import type { Context } from "./excel.ts";
import { lastColumn, ownColumns } from "./own-columns.ts";
import { protectedSheet } from "./problems.ts";

/** Where a list stands just now, and where its check columns stand or may be written. */
export interface Place {
  readonly sheet: Excel.Worksheet;
  readonly sheetName: string;
  readonly table: string | undefined;
  readonly headers: Range;
  readonly data: Range;
  /** The column of "LP check"; "LP why" is the next. */
  readonly column: number;
  /** Whether our own columns stand there already. */
  readonly isOurs: boolean;
  /** The last row with anything in the column of "LP check". */
  readonly lastFilled: number;
}

/** Further columns are not looked through one by one: the check columns go beyond everything instead. */
const MOST_COLUMNS = 200;

/** The header row and the rows of a list: a table is asked for its own, a list without one stands where it was read. */
function askWhere(
  context: Context,
  { tableId, allocations }: WorkbookList,
): () => { headers: Range; data: Range; table: string | undefined } {
  if (tableId === undefined) {
    const { left, headerRow, rowNumbers } = allocations;
    const right = lastColumn(allocations);
    const top = headerRow - 1;
    const data = { top: top + 1, left, bottom: Math.max(top, ...rowNumbers.slice(-1).map((row) => row - 1)), right };
    return () => ({ headers: { top, left, bottom: top, right }, data, table: undefined });
  }
  const table = context.workbook.tables.getItem(tableId).load("name");
  const place = "rowIndex,columnIndex,rowCount,columnCount";
  const [header, body] = [table.getHeaderRowRange().load(place), table.getDataBodyRange().load(place)];
  return () => {
    const [left, right] = [header.columnIndex, header.columnIndex + header.columnCount - 1];
    const headers = { top: header.rowIndex, left, bottom: header.rowIndex, right };
    return {
      headers,
      data: { top: body.rowIndex, left, bottom: body.rowIndex + body.rowCount - 1, right },
      table: table.name,
    };
  };
}

/** Finds the place of the check columns in two round trips, reading one row and, of each column, only where it is filled. */
export async function findPlace(context: Context, list: WorkbookList, doing: string): Promise<Place> {
  const sheet = context.workbook.worksheets.getItem(list.sheetId).load("name");
  const protection = sheet.protection.load("protected");
  const where = askWhere(context, list);
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (protection.protected) throw protectedSheet(sheet.name, doing);
  const { headers, data, table } = where();
  if (data.bottom < data.top) {
    throw new WorkbookProblem(
      "NoRows",
      `The list on the sheet ${sheet.name} has no rows yet. Type the first row below the headers, then add the check columns.`,
    );
  }

  const first = headers.right + 1;
  const usedRight = used.isNullObject ? headers.right : used.columnIndex + used.columnCount - 1;
  const usedBottom = used.isNullObject ? data.bottom : used.rowIndex + used.rowCount - 1;
  const at = { sheet, sheetName: sheet.name, table, headers, data };
  const count = usedRight - headers.right;
  if (count <= 0) return { ...at, column: first + 1, isOurs: false, lastFilled: -1 };
  const looked = Math.min(count, MOST_COLUMNS);
  const titles = sheet.getRangeByIndexes(headers.top, first, 1, looked).load("values");
  // Of whole columns, so that no table or title above or below the list is written over either.
  const filled = Array.from({ length: looked }, (_, index) =>
    sheet
      .getRangeByIndexes(0, first + index, usedBottom + 1, 1)
      .getUsedRangeOrNullObject(true)
      .load("rowIndex,rowCount"),
  );
  await context.sync();

  const own = ownColumns((titles.values[0] ?? []) as Cell[]);
  if (own !== undefined) {
    const column = filled[own];
    const lastFilled = !column || column.isNullObject ? -1 : column.rowIndex + column.rowCount - 1;
    return { ...at, column: first + own, isOurs: true, lastFilled };
  }
  const isFree = (index: number): boolean => (index < looked ? (filled[index]?.isNullObject ?? true) : index >= count);
  // One blank column between: Excel would take a column that touches a table into it.
  let gap = 0;
  while (!(isFree(gap) && isFree(gap + 1) && isFree(gap + 2))) gap = gap + 1 === looked ? count : gap + 1;
  return { ...at, column: first + gap + 1, isOurs: false, lastFilled: -1 };
}
