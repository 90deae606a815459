import type { Area, GridTable } from "../../grid.ts";
import type { Book } from "../book.ts";
import type { ClientEvents } from "../events.ts";
import { invalidArgument, itemNotFound } from "../failure.ts";
import { intersection } from "../areas.ts";
import { hostObject, isHostObject, type HostObject } from "../host-object.ts";
import { autoFilterObject } from "./auto-filter.ts";
import { eventMethods } from "./event-methods.ts";
import { text } from "./client-arguments.ts";
import { placeOf } from "./place.ts";
import { rangeObject } from "./range.ts";
import { mustBeFree } from "./table-names.ts";
import { worksheetObject } from "./worksheet.ts";

/** The cells between headers and totals; a table has one such row at least. */
function bodyOf({ area, hasHeader, hasTotals }: GridTable): Area {
  const rows = Math.max(1, area.rows - Number(hasHeader) - Number(hasTotals));
  return { ...area, top: area.top + Number(hasHeader), rows };
}

export function tableObject(book: Book, events: ClientEvents, id: string): HostObject {
  const table = (): GridTable => book.table(id);
  const range = (area: Area): HostObject => rangeObject(book, events, table().sheetId, area);
  const edge = (isThere: boolean, top: number): HostObject => {
    if (!isThere) throw itemNotFound();
    return range({ ...table().area, top, rows: 1 });
  };

  function rename(value: unknown): void {
    const name = text(value);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw invalidArgument();
    book.mustBeOpen(table().sheetId);
    mustBeFree(book, name, id);
    book.grid.renameTable(id, name);
  }

  /** As Excel does: the headers stay in their row, what is new of them is named, and nothing of another table is taken. */
  function resize(where: unknown): void {
    const { sheetId, area: before, id: own } = table();
    const { sheetId: on, area } = isHostObject(where) ? placeOf(where) : book.place(text(where), sheetId);
    const taken = book.grid
      .tables()
      .some((other) => other.id !== own && other.sheetId === sheetId && intersection(other.area, area));
    if (on !== sheetId || area.top !== before.top || area.left !== before.left || area.rows < 2 || taken)
      throw invalidArgument();
    book.mustBeOpen(sheetId);
    book.grid.resizeTable(id, area);
    const headers = { ...area, rows: 1 };
    const titles = book.grid.values(sheetId, headers).map((row) => row.map((cell, at) => cell || `Column${at + 1}`));
    book.grid.write(sheetId, headers, titles);
  }

  return hostObject({
    type: "Table",
    id: { key: "Id", value: () => table().id },
    get: {
      Id: () => table().id,
      Name: () => table().name,
      ShowHeaders: () => table().hasHeader,
      ShowTotals: () => table().hasTotals,
      Worksheet: () => worksheetObject(book, events, table().sheetId),
      AutoFilter: () => autoFilterObject(() => book.sheet(table().sheetId).isFiltered),
    },
    set: { Name: rename },
    call: {
      GetRange: () => range(table().area),
      Resize: resize,
      GetDataBodyRange: () => range(bodyOf(table())),
      GetHeaderRowRange: () => edge(table().hasHeader, table().area.top),
      GetTotalRowRange: () => edge(table().hasTotals, table().area.top + table().area.rows - 1),
      ...eventMethods(events, id, { DataChanged: "TableDataChanged" }),
    },
  });
}
