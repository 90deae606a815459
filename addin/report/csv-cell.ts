/** What a spreadsheet takes for the beginning of a formula, full-width forms included. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;
/** Where lists are separated by semicolons or tabs, what follows one begins a cell, quotation marks or not. */
const FORMULA_WITHIN = /([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g;

const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether Excel would read a text as a number, a date, a truth or an error, and lose what was written: "007", "3-4", "SEP1". */
function isTakenForValue(text: string): boolean {
  // An ISO date becomes that very date, whatever the country.
  if (ISO_DATE.test(text)) return false;
  if (/^\s*(true|false)\s*$/i.test(text) || text.trim().startsWith("#")) return true;
  const isNumberLike = /\d/.test(text) && (/^\P{L}/u.test(text) || MONTH.test(text));
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return isNumberLike && words.every((word) => MONTH.test(word));
}

/**
 * A cell of a CSV file. An apostrophe stands before what a spreadsheet would run or change: Excel shows it, and
 * the text after it is what was written, to the last zero.
 */
export function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const within = value.replace(FORMULA_WITHIN, "$1'");
  const safe = FORMULA.test(value) || isTakenForValue(value) ? `'${within}` : within;
  return /[",;\t\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Tells Excel that the file is UTF-8: without it "é" comes out as two other letters. */
const BYTE_ORDER_MARK = "\uFEFF";

export const csvFile = (lines: readonly (readonly (string | number)[])[]): string =>
  BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
