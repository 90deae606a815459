import type { Area, GridTable } from "../../grid.ts";
import type { Book } from "../book.ts";
import type { ClientEvents } from "../events.ts";
import { invalidArgument, itemNotFound } from "../failure.ts";
import { hostObject, type HostObject } from "../host-object.ts";
import { autoFilterObject } from "./auto-filter.ts";
import { eventMethods } from "./event-methods.ts";
import { text } from "./client-arguments.ts";
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
      GetDataBodyRange: () => range(bodyOf(table())),
      GetHeaderRowRange: () => edge(table().hasHeader, table().area.top),
      GetTotalRowRange: () => edge(table().hasTotals, table().area.top + table().area.rows - 1),
      ...eventMethods(events, id, { DataChanged: "TableDataChanged" }),
    },
  });
}
