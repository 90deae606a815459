import { clean } from "../../rules/text.ts";

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@]/;

/** A cell that a spreadsheet pastes as one text: no tabs or line breaks in it, and never a formula. */
export function safeCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = clean(value);
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Lines of cells as text to paste into a sheet, a document or a message. */
export const tabSeparated = (lines: readonly (readonly (string | number)[])[]): string =>
  lines.map((cells) => cells.map(safeCell).join("\t")).join("\r\n");
