import type { Area, GridTable } from "../../grid.ts";
import type { Book } from "../book.ts";
import { WHOLE_WORKBOOK, type ClientEvents } from "../events.ts";
import { HostFailure, itemNotFound } from "../failure.ts";
import { hostObject, isHostObject, NULL_OBJECT, type HostObject } from "../host-object.ts";
import { eventMethods } from "./event-methods.ts";
import { text, whole } from "./client-arguments.ts";
import { placeOf } from "./place.ts";
import { freeTableName } from "./table-names.ts";
import { tableObject } from "./table.ts";

/** The tables of a sheet, or without one of the whole workbook. */
export function tablesObject(book: Book, events: ClientEvents, sheetId: string | undefined): HostObject {
  const { grid } = book;
  const all = (): GridTable[] => grid.tables().filter((table) => sheetId === undefined || table.sheetId === sheetId);
  const table = ({ id }: GridTable): HostObject => tableObject(book, events, id);
  const item = (key: unknown): HostObject => {
    const found = book.findTable(key, sheetId);
    if (!found) throw itemNotFound();
    return table(found);
  };

  function add(where: unknown, hasHeaders: unknown): HostObject {
    const place: { sheetId: string; area: Area } = isHostObject(where)
      ? placeOf(where)
      : book.place(text(where), sheetId ?? grid.activeSheetId());
    book.mustBeOpen(place.sheetId);
    if (hasHeaders !== true)
      throw new HostFailure("ApiNotFound", "The workbench makes tables only where there is a row of headers.");
    return tableObject(book, events, grid.addTable(place.sheetId, place.area, freeTableName(book)));
  }

  return hostObject({
    type: "TableCollection",
    get: { Count: () => all().length },
    items: () => all().map(table),
    item,
    call: {
      Add: add,
      GetCount: () => all().length,
      GetItem: item,
      GetItemAt: (index) => {
        const found = all()[whole(index)];
        if (!found) throw itemNotFound();
        return table(found);
      },
      GetItemOrNullObject: (key) => {
        const found = book.findTable(key, sheetId);
        return found ? table(found) : NULL_OBJECT;
      },
      ...eventMethods(events, sheetId ?? WHOLE_WORKBOOK, {
        DataChanged: "TableDataChanged",
        Added: "TableAdded",
        Deleted: "TableDeleted",
      }),
    },
  });
}
