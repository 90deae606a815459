import type { Area } from "../../grid.ts";
import type { Book } from "../book.ts";
import { HostFailure, itemNotFound } from "../failure.ts";
import { hostObject, NULL_OBJECT, type HostObject } from "../host-object.ts";
import { newFormatObject } from "./conditional-format.ts";
import { text } from "./client-arguments.ts";

/** The conditional formats of some cells. A grid knows them by sheet, so that is how they are counted and found. */
export function conditionalFormatsObject(book: Book, sheetId: string, areas: readonly Area[]): HostObject {
  const { grid } = book;
  const ids = (): readonly string[] => grid.formatIds(sheetId);

  const known = (id: string): HostObject =>
    hostObject({
      type: "ConditionalFormat",
      id: { key: "Id", value: () => id },
      get: { Id: () => id },
      call: {
        Delete: () => {
          book.mustBeOpen(sheetId);
          if (!ids().includes(id)) throw itemNotFound();
          grid.removeFormat(sheetId, id);
        },
      },
    });

  function add(type: unknown): HostObject {
    if (type !== "Custom")
      throw new HostFailure("ApiNotFound", "The workbench has only conditional formats of the type Custom.");
    book.mustBeOpen(sheetId);
    return newFormatObject((format) => grid.addFormat(sheetId, areas, format));
  }

  const item = (id: unknown): HostObject => {
    if (!ids().includes(text(id))) throw itemNotFound();
    return known(text(id));
  };
  return hostObject({
    type: "ConditionalFormatCollection",
    items: () => ids().map(known),
    item,
    call: {
      Add: add,
      GetCount: () => ids().length,
      GetItem: item,
      GetItemOrNullObject: (id) => (ids().includes(text(id)) ? known(text(id)) : NULL_OBJECT),
    },
  });
}
