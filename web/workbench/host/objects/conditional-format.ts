import type { GridFormat } from "../../grid.ts";
import { HostFailure } from "../failure.ts";
import { hostObject, type HostObject } from "../host-object.ts";
import { text } from "./client-arguments.ts";

/**
 * A conditional format that is being made. A grid is given it whole, so it is put there when the request is done, or
 * when its id is asked for, whichever comes first; from then on it is known by its id alone.
 */
export function newFormatObject(put: (format: GridFormat) => string): HostObject {
  const look: { -readonly [Part in keyof GridFormat]: GridFormat[Part] } = {};
  let made: string | undefined;
  const id = (): string => (made ??= put(look));

  const font = hostObject({
    type: "ConditionalRangeFont",
    set: {
      Color: (value) => void (look.colour = text(value)),
      Bold: (value) => void (look.isBold = value === true),
      Italic: (value) => void (look.isItalic = value === true),
      Underline: (value) => void (look.isUnderlined = text(value) !== "None"),
    },
  });
  const format = hostObject({
    type: "ConditionalRangeFormat",
    get: {
      Fill: () =>
        hostObject({ type: "ConditionalRangeFill", set: { Color: (value) => void (look.fill = text(value)) } }),
      Font: () => font,
    },
  });
  const rule = hostObject({
    type: "ConditionalFormatRule",
    set: {
      Formula: (value) => {
        if (text(value).replaceAll(/\s/g, "").toUpperCase() !== "=TRUE") {
          throw new HostFailure("ApiNotFound", "The workbench has only conditional formats with the formula =TRUE.");
        }
      },
    },
  });
  const custom = hostObject({ type: "CustomConditionalFormat", get: { Rule: () => rule, Format: () => format } });
  return hostObject({
    type: "ConditionalFormat",
    isLate: true,
    id: { key: "Id", value: id },
    get: { Id: id, Type: () => "Custom", Custom: () => custom, CustomOrNullObject: () => custom },
  });
}
