import { spreadsheetText } from "../../rules/csv.ts";
import { clean } from "../../rules/text.ts";

/** A cell that a spreadsheet pastes as one text: no tabs or line breaks in it, never a formula, and kept as it is written. */
export const pastedCell = (value: string | number): string =>
  typeof value === "number" ? String(value) : spreadsheetText(clean(value));

/** Lines of cells as text to paste into a sheet, a document or a message. */
export const tabSeparated = (lines: readonly (readonly (string | number)[])[]): string =>
  lines.map((cells) => cells.map(pastedCell).join("\t")).join("\r\n");
