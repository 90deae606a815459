import type { Book } from "../book.ts";
import { WHOLE_WORKBOOK, type ClientEvents } from "../events.ts";
import { invalidArgument, itemNotFound } from "../failure.ts";
import { hostObject, NULL_OBJECT, type HostObject } from "../host-object.ts";
import { eventMethods } from "./event-methods.ts";
import { alreadyExists, text } from "./client-arguments.ts";
import { worksheetObject } from "./worksheet.ts";

/** What no sheet's name may hold, and how long it may be. */
const isSheetName = (name: string): boolean => name !== "" && name.length <= 31 && !/[:\\/?*[\]]|^'|'$/.test(name);

export function worksheetsObject(book: Book, events: ClientEvents): HostObject {
  const { grid } = book;
  const sheet = (id: string): HostObject => worksheetObject(book, events, id);

  function add(given: unknown): HostObject {
    const name = given === null || given === undefined ? freeName(book) : text(given);
    if (!isSheetName(name)) throw invalidArgument();
    if (book.findSheet(name)) throw alreadyExists();
    return sheet(grid.addSheet(name));
  }

  const item = (key: unknown): HostObject => {
    const found = book.findSheet(key);
    if (!found) throw itemNotFound();
    return sheet(found.id);
  };
  const visible = (isOnly: unknown) => grid.sheets().filter(({ isVisible }) => isVisible || isOnly !== true);
  const firstOf = (sheets: readonly { readonly id: string }[]): HostObject => item(sheets[0]?.id);

  return hostObject({
    type: "WorksheetCollection",
    items: () => grid.sheets().map(({ id }) => sheet(id)),
    item,
    call: {
      Add: add,
      GetActiveWorksheet: () => sheet(grid.activeSheetId()),
      GetCount: (isOnly) => visible(isOnly).length,
      GetFirst: (isOnly) => firstOf(visible(isOnly)),
      GetLast: (isOnly) => firstOf(visible(isOnly).slice(-1)),
      GetItem: item,
      GetItemOrNullObject: (key) => {
        const found = book.findSheet(key);
        return found ? sheet(found.id) : NULL_OBJECT;
      },
      ...eventMethods(events, WHOLE_WORKBOOK, {
        DataChanged: "DataChanged",
        SelectionChanged: "SelectionChanged",
        Activated: "Activated",
        Deactivated: "Deactivated",
        Added: "Added",
        Deleted: "Deleted",
        Calculated: "Calculated",
        RowSorted: "RowSorted",
        // A grid tells of sorted rows as of edited ones.
      }),
    },
  });
}

function freeName(book: Book): string {
  let number = book.grid.sheets().length + 1;
  while (book.findSheet(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}
