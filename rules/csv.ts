/** Texts on their way into a spreadsheet: as cells of a CSV file, or to be pasted. */

/** What a spreadsheet takes for the beginning of a formula, full-width forms included. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;
/** Where lists are separated by semicolons or tabs, what follows one begins a cell, quotation marks or not. */
const FORMULA_WITHIN = /([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g;

const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** "2024-11-30" and "30 Nov 2024" become that very date, whatever the country. */
const CERTAIN_DATE = /^(\d{4}-\d\d-\d\d|\d\d? [A-Z][a-z]{2} \d{4})$/;

/** Whether Excel would read a text as a number, a date, a truth or an error, and lose what was written: "007", "3-4", "SEP1". */
function isTakenForValue(text: string): boolean {
  if (CERTAIN_DATE.test(text)) return false;
  if (/^\s*(true|false)\s*$/i.test(text) || text.trim().startsWith("#")) return true;
  const isNumberLike = /\d/.test(text) && (/^\P{L}/u.test(text) || MONTH.test(text));
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return isNumberLike && words.every((word) => MONTH.test(word));
}

/**
 * A text that no spreadsheet runs or changes. An apostrophe stands before what it otherwise would: Excel shows it, and
 * the text after it is what was written, to the last zero.
 */
export function spreadsheetText(text: string): string {
  const within = text.replace(FORMULA_WITHIN, "$1'");
  return FORMULA.test(text) || isTakenForValue(text) ? `'${within}` : within;
}

/** A cell of a CSV file; blank for undefined. */
export function csvCell(value: string | number | undefined): string {
  if (typeof value === "number") return String(value);
  const safe = spreadsheetText(value ?? "");
  return /[",;\t\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
