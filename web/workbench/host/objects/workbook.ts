import type { Book } from "../book.ts";
import type { ClientEvents } from "../events.ts";
import { hostObject, type HostObject } from "../host-object.ts";
import type { References } from "../references.ts";
import { applicationObject, functionsObject, runtimeObject } from "./application.ts";
import { namesObject } from "./names.ts";
import { text } from "./client-arguments.ts";
import { rangeObject } from "./range.ts";
import { settingsObject } from "./settings.ts";
import { tablesObject } from "./tables.ts";
import { worksheetsObject } from "./worksheets.ts";

/** What `context.workbook` is. */
export function workbookObject(book: Book, events: ClientEvents, references: References): HostObject {
  const { grid } = book;
  const selected = (): HostObject => {
    const { sheetId, area } = grid.selection();
    return rangeObject(book, events, sheetId, area);
  };
  return hostObject({
    type: "Workbook",
    get: {
      Name: () => "Workbook.xlsx",
      Application: () => applicationObject(book),
      Functions: () => functionsObject(book),
      Names: () => namesObject(book, events),
      Settings: () => settingsObject(book),
      Tables: () => tablesObject(book, events, undefined),
      Worksheets: () => worksheetsObject(book, events),
      _Runtime: () => runtimeObject(book),
    },
    call: {
      GetSelectedRange: selected,
      GetActiveCell: () => {
        const { sheetId, area } = grid.selection();
        return rangeObject(book, events, sheetId, { ...area, rows: 1, columns: 1 });
      },
      _RemoveReference: (name) => {
        references.drop(text(name));
      },
    },
  });
}
