import type { CellValue } from "../../../xlsx/workbook.ts";

const NUMBER = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i;

const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar for every date from 1 March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** What becomes of a text that is put into a cell: Excel makes a number, a date or TRUE of one that reads as such. */
export function entered(value: CellValue, format: string): CellValue {
  if (typeof value !== "string" || value === "") return value;
  // In a cell with the text format everything stays as it is.
  if (format === "@") return value.startsWith("=") ? `'${value}` : value;
  if (NUMBER.test(value)) return Number(value);
  if (/^(true|false)$/i.test(value)) return value.toUpperCase() === "TRUE";
  return dateIn(value) ?? value;
}

/** British dates and ISO dates, as Excel in the United Kingdom reads them. */
function dateIn(text: string): number | undefined {
  const british = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const [year, month, day] = british ? [british[3], british[2], british[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  if (year === undefined) return undefined;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
  return isReal ? (at.getTime() - DAY_ZERO) / DAY_MS : undefined;
}
