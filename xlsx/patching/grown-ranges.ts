import { parseRange, rangeAddress, type Range } from "../addresses.ts";
import { editedTag } from "./start-tag.ts";
import { TextEdits } from "./text-edits.ts";
import { scanXml } from "./xml-scan.ts";

/** A table that reaches farther down than before. */
export interface Growth {
  readonly before: Range;
  readonly bottom: number;
}

const RULES = new Set(["conditionalFormatting", "dataValidation"]);

/** Rules and formats that held for a table's columns to its last row hold for its new rows, too, as Excel has it. */
export function grownRanges(text: string, growths: readonly Growth[]): string {
  if (growths.length === 0) return text;
  const edits = new TextEdits(text);
  const grown = (sqref: string): string =>
    sqref
      .split(" ")
      .map((one) => {
        const range = parseRange(one);
        const growth = range && growths.find(({ before }) => reachesToEnd(range, before));
        return range && growth ? rangeAddress({ ...range, bottom: growth.bottom }) : one;
      })
      .join(" ");
  scanXml(text, {
    close({ name, attributes, start, startTagEnd }, { contentEnd }) {
      if (RULES.has(name) && attributes.sqref !== undefined) {
        const sqref = grown(attributes.sqref);
        if (sqref !== attributes.sqref)
          edits.replace(start, startTagEnd, editedTag(text.slice(start, startTagEnd), { sqref }));
      } else if (name === "sqref") {
        const before = text.slice(startTagEnd, contentEnd);
        if (grown(before) !== before) edits.replace(startTagEnd, contentEnd, grown(before));
      }
    },
  });
  return edits.isEmpty ? text : edits.applied();
}

const reachesToEnd = (range: Range, table: Range): boolean =>
  range.bottom === table.bottom && range.top > table.top && range.left >= table.left && range.right <= table.right;
