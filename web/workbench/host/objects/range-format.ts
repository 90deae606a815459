import type { Area } from "../../grid.ts";
import type { Book } from "../book.ts";
import { invalidArgument } from "../failure.ts";
import { hostObject, type HostObject } from "../host-object.ts";
import { text } from "./client-arguments.ts";

/** Office.js gives widths in points; 96 pixels go on 72 of them. */
const PIXELS_PER_POINT = 96 / 72;

const truth = (value: unknown): boolean => {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
};

const positive = (value: unknown): number => {
  if (typeof value !== "number" || !(value >= 0)) throw invalidArgument();
  return value;
};

/** How cells look, as far as a grid can be told; it is never asked how they look. */
export function rangeFormatObject({ grid, mustBeOpen }: Book, sheetId: string, areas: readonly Area[]): HostObject {
  const each = (change: (area: Area) => void): void => {
    mustBeOpen(sheetId);
    for (const area of areas) change(area);
  };
  return hostObject({
    type: "RangeFormat",
    get: {
      Fill: () =>
        hostObject({
          type: "RangeFill",
          set: {
            Color: (value) => {
              each((area) => {
                grid.fill(sheetId, area, text(value));
              });
            },
          },
        }),
      Font: () =>
        hostObject({
          type: "RangeFont",
          set: {
            Bold: (value) => {
              each((area) => {
                grid.bold(sheetId, area, truth(value));
              });
            },
          },
        }),
    },
    set: {
      WrapText: (value) => {
        each((area) => {
          grid.wrap(sheetId, area, truth(value));
        });
      },
      ColumnWidth: (value) => {
        each((area) => {
          grid.columnWidth(sheetId, area, Math.round(positive(value) * PIXELS_PER_POINT));
        });
      },
    },
  });
}
