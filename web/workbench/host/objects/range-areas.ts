import type { Area } from "../../grid.ts";
import { areaAddress, fullAddress } from "../areas.ts";
import type { ClientEvents } from "../events.ts";
import type { Book } from "../book.ts";
import { hostObject, type HostObject } from "../host-object.ts";
import { writeCells } from "./cells.ts";
import { conditionalFormatsObject } from "./conditional-formats.ts";
import { rangeObject } from "./range.ts";
import { rangeFormatObject } from "./range-format.ts";

/** Several areas of one sheet. */
export const rangeAreasObject = (
  book: Book,
  events: ClientEvents,
  sheetId: string,
  areas: readonly Area[],
): HostObject =>
  hostObject({
    type: "RangeAreas",
    isKept: true,
    get: {
      Address: () =>
        areas.map((area, at) => (at === 0 ? fullAddress(book.sheet(sheetId).name, area) : areaAddress(area))).join(","),
      AreaCount: () => areas.length,
      Areas: () =>
        hostObject({
          type: "RangeCollection",
          items: () => areas.map((area) => rangeObject(book, events, sheetId, area)),
        }),
      CellCount: () => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
      Format: () => rangeFormatObject(book, sheetId, areas),
      ConditionalFormats: () => conditionalFormatsObject(book, sheetId, areas),
    },
    call: {
      Clear: () => {
        for (const area of areas) writeCells(book, sheetId, area, "");
      },
    },
  });
