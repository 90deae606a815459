import type { Area, GridTable } from "../../grid.ts";
import type { Book } from "../book.ts";
import { WHOLE_WORKBOOK, type ClientEvents } from "../events.ts";
import { HostFailure, itemNotFound } from "../failure.ts";
import { hostObject, isHostObject, NULL_OBJECT, type HostObject } from "../object.ts";
import { eventMethods } from "./event-methods.ts";
import { alreadyExists, folded, text, whole } from "./plain.ts";
import { placeOf } from "./range.ts";
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

/** Whether a name is neither a table's nor one of the workbook's: the two share their names. */
export function mustBeFree(book: Book, name: string, except?: string): void {
  const isTable = book.grid.tables().some((table) => table.id !== except && folded(table.name) === folded(name));
  const isName = [...book.grid.names().keys()].some((known) => folded(known) === folded(name));
  if (isTable || isName) throw alreadyExists();
}

function freeTableName(book: Book): string {
  let number = book.grid.tables().length + 1;
  while (book.findTable(`Table${number}`)) number++;
  return `Table${number}`;
}
