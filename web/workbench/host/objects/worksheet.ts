import type { Area } from "../../grid.ts";
import { parseArea, WHOLE_SHEET } from "../areas.ts";
import type { Book } from "../book.ts";
import type { ClientEvents } from "../events.ts";
import { HostFailure, invalidArgument } from "../failure.ts";
import { hostObject, NULL_OBJECT, type HostObject } from "../host-object.ts";
import { autoFilterObject } from "./auto-filter.ts";
import { chartsObject } from "./charts.ts";
import { eventMethods } from "./event-methods.ts";
import { text, whole } from "./client-arguments.ts";
import { rangeAreasObject } from "./range-areas.ts";
import { rangeObject } from "./range.ts";
import { tablesObject } from "./tables.ts";

/** The longest address of several areas that Excel takes. */
const LONGEST_ADDRESS = 8192;

const CORNER: Area = { top: 0, left: 0, rows: 1, columns: 1 };

export function worksheetObject(book: Book, events: ClientEvents, id: string): HostObject {
  const { grid } = book;
  const sheet = () => book.sheet(id);
  const range = (area: Area): HostObject => rangeObject(book, events, id, area);
  const used = (): HostObject | undefined => {
    const area = grid.usedArea(id);
    return area && range(area);
  };

  function remove(): void {
    if (grid.sheets().filter(({ isVisible }) => isVisible).length <= 1 && sheet().isVisible) {
      throw new HostFailure("InvalidOperation", "The last visible sheet of a workbook cannot be deleted.");
    }
    grid.removeSheet(id);
  }

  return hostObject({
    type: "Worksheet",
    id: { key: "Id", value: () => sheet().id },
    get: {
      Id: () => sheet().id,
      Name: () => sheet().name,
      Visibility: () => (sheet().isVisible ? "Visible" : "Hidden"),
      Position: () => grid.sheets().findIndex((one) => one.id === id),
      Charts: () => chartsObject(book, id),
      Tables: () => tablesObject(book, events, id),
      Protection: () => hostObject({ type: "WorksheetProtection", get: { Protected: () => sheet().isProtected } }),
      AutoFilter: () => autoFilterObject(() => sheet().isFiltered),
    },
    call: {
      Activate: () => {
        grid.activate(sheet().id);
      },
      Delete: remove,
      GetRange: (address) => {
        if (address === null || address === undefined || address === "") return range(WHOLE_SHEET);
        const place = book.place(text(address), sheet().id);
        return rangeObject(book, events, place.sheetId, place.area);
      },
      GetRangeByIndexes: (top, left, rows, columns) =>
        range({ top: whole(top), left: whole(left), rows: whole(rows), columns: whole(columns) }),
      GetRanges: (address) => rangeAreasObject(book, events, id, areasIn(text(address))),
      GetCell: (row, column) => range({ top: whole(row), left: whole(column), rows: 1, columns: 1 }),
      GetUsedRange: () => used() ?? range(CORNER),
      GetUsedRangeOrNullObject: () => used() ?? NULL_OBJECT,
      Calculate: () => {
        grid.recalculate();
      },
      ...eventMethods(events, id, {
        DataChanged: "DataChanged",
        SelectionChanged: "SelectionChanged",
        Activated: "Activated",
        Deactivated: "Deactivated",
        Calculated: "Calculated",
      }),
    },
  });
}

function areasIn(address: string): Area[] {
  if (address.length > LONGEST_ADDRESS) throw invalidArgument();
  return address.split(/[,;]/).map((part) => {
    const area = parseArea(part.trim().replace(/^.*!/, ""));
    if (!area) throw invalidArgument();
    return area;
  });
}
