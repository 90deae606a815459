import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/preset-sheets-core";
import type { Area } from "../grid.ts";
import type { Book } from "./book.ts";
import type { Cells } from "./cells.ts";
import { grown } from "./grown.ts";
import type { Tables } from "./tables.ts";

/** Does for an edit what Excel does with the table above it: takes the rows in, with the looks and choices of the row before. */
export function growTables(book: Book, tables: Tables, cells: Cells, sheetId: string, edited: Area): void {
  for (const table of tables.tables()) {
    const larger = table.sheetId === sheetId ? grown(table, edited) : undefined;
    if (
      !larger ||
      cells
        .values(sheetId, edited)
        .flat()
        .every((value) => value === "")
    )
      continue;
    tables.resizeTable(table.id, larger);
    const added = { ...larger, top: edited.top, rows: edited.rows };
    copyLooks(book, sheetId, added);
    copyChoices(book, sheetId, added);
  }
}

function copyLooks(book: Book, sheetId: string, { top, left, rows, columns }: Area): void {
  const sheet = book.sheet(sheetId).getSheet();
  const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
  for (let column = left; column < left + columns; column++) {
    const s = sheet.getCellRaw(top - 1, column)?.s;
    for (let row = top; s && row < top + rows; row++) {
      if (!sheet.getCellRaw(row, column)?.s) (cellValue[row] ??= {})[column] = { s };
    }
  }
  book.commands.syncExecuteCommand(SetRangeValuesMutation.id, { unitId: book.id, subUnitId: sheetId, cellValue });
}

function copyChoices(book: Book, sheetId: string, { top, left, rows, columns }: Area): void {
  for (let column = left; column < left + columns; column++) {
    const rule = book.range(sheetId, { top: top - 1, left: column, rows: 1, columns: 1 }).getDataValidation();
    rule?.setRanges([...rule.getRanges(), book.range(sheetId, { top, left: column, rows, columns: 1 })]);
  }
}
