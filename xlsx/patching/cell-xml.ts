import { rangeAddress } from "../addresses.ts";
import type { CellValue } from "../workbook.ts";
import { insist } from "../writing/rules-of-excel.ts";
import { ERRORS } from "../writing/sheet-cells.ts";
import { elementXml, textXml } from "../writing/xml-text.ts";
import type { CellContent } from "./patch.ts";

export type CellAttributes = Readonly<Record<string, string | number | undefined>>;

const MOST_LETTERS = 32_767;

/** A text as it stands in `t` and `f`: white space at its ends is kept only where it is asked for. */
const textElement = (tag: string, text: string): string =>
  elementXml(tag, { "xml:space": /^\s|\s$|[\n\t]/.test(text) ? "preserve" : undefined }, textXml(text));

/** How a result or a plain value is stored, without the text of a cell, which stands in the cell itself. */
function stored(value: CellValue): { readonly t?: string; readonly text: string } {
  if (typeof value === "number") {
    insist(Number.isFinite(value), `${value} cannot stand in a cell.`);
    return { text: String(value) };
  }
  if (typeof value === "boolean") return { t: "b", text: String(Number(value)) };
  return { t: ERRORS.has(value) ? "e" : "str", text: textXml(value) };
}

const valueElement = (prefix: string, text: string): string => `<${prefix}v>${text}</${prefix}v>`;

/**
 * A cell of a sheet whose elements have this prefix. `look` holds where it stands and its style; `kept`, the formula
 * that a result belongs to, as it stands in the file; `cm`, what marks a formula that spills.
 */
export function cellXml(prefix: string, look: CellAttributes, content: CellContent, kept = "", cm?: number): string {
  const tag = `${prefix}c`;
  const { value } = content;
  if (typeof value === "string")
    insist(value.length <= MOST_LETTERS, `A text of ${value.length} characters is longer than a cell can hold.`);
  if (content.kind === "value") {
    if (value === "") return elementXml(tag, look);
    if (typeof value === "string" && !ERRORS.has(value))
      return elementXml(
        tag,
        { ...look, t: "inlineStr" },
        `<${prefix}is>${textElement(`${prefix}t`, value)}</${prefix}is>`,
      );
    const { t, text } = stored(value);
    return elementXml(tag, { ...look, t }, valueElement(prefix, text));
  }
  const { t, text } = stored(value);
  const formula =
    content.kind === "result"
      ? kept
      : elementXml(
          `${prefix}f`,
          content.spill ? { t: "array", ref: rangeAddress(content.spill) } : {},
          textXml(content.formula),
        );
  return elementXml(tag, { ...look, t, cm }, formula + valueElement(prefix, text));
}
