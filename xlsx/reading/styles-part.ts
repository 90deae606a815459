import { isPaddedFormat } from "./padded-format.ts";
import { parseXml } from "./xml.ts";
import type { Parts } from "./zip-parts.ts";
import { SMALL_PART_LIMIT } from "./zip-parts.ts";

/** Excel's own formats of dates, which files name by number alone; 18 to 21 and 45 to 47 are times of day. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);

/** Whether a format code shows a day, month or year: quoted words, colours and escaped letters aside. */
export const isDateFormat = (code: string): boolean => {
  const [positive = ""] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";");
  return /[dy]|mmm/i.test(positive) && !/general/i.test(positive);
};

/** What the cell styles, by their number, make of a number. */
export interface CellFormats {
  /** The styles that show a date. */
  readonly dates: ReadonlySet<number>;
  /** The format codes of styles that add zeros or letters to the digits of a number. */
  readonly padded: ReadonlyMap<number, string>;
}

export const NO_FORMATS: CellFormats = { dates: new Set(), padded: new Map() };

/** None where the part cannot be read, since how cells look is no reason to refuse them. */
export function readFormats(parts: Parts, path: string): CellFormats {
  try {
    return cellFormats(parts, path);
  } catch {
    return NO_FORMATS;
  }
}

function cellFormats(parts: Parts, path: string): CellFormats {
  const customDates = new Set<number>();
  const customPadded = new Map<number, string>();
  const dates = new Set<number>();
  const padded = new Map<number, string>();
  let style = 0;
  parseXml(parts.pieces(path, SMALL_PART_LIMIT), {
    open(name, { numFmtId, formatCode }, parent) {
      const format = Number(numFmtId);
      if (name === "numFmt" && parent === "numFmts") {
        if (isDateFormat(formatCode ?? "")) customDates.add(format);
        if (isPaddedFormat(formatCode ?? "")) customPadded.set(format, formatCode ?? "");
      }
      if (name !== "xf" || parent !== "cellXfs") return;
      if (customDates.has(format) || isBuiltInDate(format)) dates.add(style);
      const code = customPadded.get(format);
      if (code !== undefined) padded.set(style, code);
      style += 1;
    },
  });
  return { dates, padded };
}
