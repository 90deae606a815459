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

/** The numbers of the cell styles that show a date; none where the part cannot be read, since how cells look is no reason to refuse them. */
export function readDateStyles(parts: Parts, path: string): ReadonlySet<number> {
  try {
    return dateStyles(parts, path);
  } catch {
    return new Set();
  }
}

function dateStyles(parts: Parts, path: string): ReadonlySet<number> {
  const custom = new Set<number>();
  const styles = new Set<number>();
  let style = 0;
  parseXml(parts.pieces(path, SMALL_PART_LIMIT), {
    open(name, { numFmtId, formatCode }, parent) {
      const format = Number(numFmtId);
      if (name === "numFmt" && isDateFormat(formatCode ?? "")) custom.add(format);
      if (name !== "xf" || parent !== "cellXfs") return;
      if (custom.has(format) || isBuiltInDate(format)) styles.add(style);
      style += 1;
    },
  });
  return styles;
}
