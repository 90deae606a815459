import { generateRandomId } from "@univerjs/core";
import {
  AddSheetTableMutation,
  SetSheetTableMutation,
  type IAddSheetTableParams,
  type ISetSheetTableMutationParams,
} from "@univerjs/preset-sheets-table";
import type { Area, Grid, GridTable } from "../grid.ts";
import { areaOf, rangeOf } from "./areas.ts";
import type { Book } from "./book.ts";

export interface Tables extends Pick<Grid, "tables" | "renameTable" | "resizeTable"> {
  /** The area holds the header row, and the totals row if there is one. */
  add(sheetId: string, area: Area, name: string, titles: readonly string[], hasTotals: boolean): string;
}

const overlaps = (a: Area, b: Area): boolean =>
  a.top < b.top + b.rows && b.top < a.top + a.rows && a.left < b.left + b.columns && b.left < a.left + a.columns;

export function tablesOf(book: Book): Tables {
  // Univer knows no totals row; left out of its table, it stays out of `Table[#Data]`.
  const withTotals = new Set<string>();
  const tables = (): GridTable[] =>
    book.facade.getTableList().map(({ id, name, subUnitId, range }) => {
      const area = areaOf({ ...range });
      const hasTotals = withTotals.has(id);
      return {
        id,
        name,
        sheetId: subUnitId,
        area: { ...area, rows: area.rows + Number(hasTotals) },
        hasHeader: true,
        hasTotals,
      };
    });
  const range = (area: Area, hasTotals: boolean): ReturnType<typeof rangeOf> =>
    rangeOf({ ...area, rows: area.rows - Number(hasTotals) });
  const requireFree = (name: string, except?: string): void => {
    const isTaken = tables().some((table) => table.id !== except && table.name.toLowerCase() === name.toLowerCase());
    if (isTaken) throw new Error(`There is a table "${name}" already.`);
  };
  const set = (tableId: string, sheetId: string, config: ISetSheetTableMutationParams["config"]): void => {
    const params: ISetSheetTableMutationParams = { unitId: book.id, subUnitId: sheetId, tableId, config };
    book.commands.syncExecuteCommand(SetSheetTableMutation.id, params);
  };
  return {
    tables,
    renameTable(tableId, name) {
      requireFree(name, tableId);
      const table = tables().find(({ id }) => id === tableId);
      if (table) set(tableId, table.sheetId, { name });
    },
    add(sheetId, area, name, titles, hasTotals) {
      requireFree(name);
      if (tables().some((table) => table.sheetId === sheetId && overlaps(table.area, area)))
        throw new Error("A table cannot stand in another table.");
      const tableId = generateRandomId();
      // The mutation and not the command: that refuses a table named as some sheet is, which Excel allows.
      const params = {
        unitId: book.id,
        subUnitId: sheetId,
        tableId,
        name,
        range: range(area, hasTotals),
        options: {},
        header: titles.map((title, at) => title || `Column${at + 1}`),
      } satisfies IAddSheetTableParams;
      book.commands.syncExecuteCommand(AddSheetTableMutation.id, params);
      if (hasTotals) withTotals.add(tableId);
      return tableId;
    },
    resizeTable(tableId, area) {
      const table = tables().find(({ id }) => id === tableId);
      if (table) set(tableId, table.sheetId, { updateRange: { newRange: range(area, table.hasTotals) } });
    },
  };
}
