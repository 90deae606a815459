import { cellKey, parseReference } from "./addresses.ts";
import type { CellValue, Workbook } from "./workbook.ts";

/** What a name stands for; or the formula whose result the file does not hold, so that nobody can say what it is. */
export type NamedValue = { readonly value: CellValue } | { readonly unknown: string };

/**
 * What a defined name stands for: a number, a text, TRUE or FALSE, a date, or a single cell ("" if the cell is blank).
 * Names match in any case, as in Excel. Undefined if there is no such name.
 */
export function namedValue(workbook: Workbook, name: string): NamedValue | undefined {
  const formula = formulaOf(workbook, name);
  if (formula === undefined) return undefined;
  const value = constant(formula) ?? date(formula, workbook.date1904) ?? cell(workbook, formula);
  return value === undefined ? { unknown: formula } : { value };
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function formulaOf({ names }: Workbook, wanted: string): string | undefined {
  for (const [name, formula] of names) if (sameName(name, wanted)) return formula.trim();
  return undefined;
}

function constant(formula: string): CellValue | undefined {
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i.test(formula)) return Number(formula);
  if (/^(TRUE|FALSE)$/i.test(formula)) return formula.toUpperCase() === "TRUE";
  const text = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  return text?.replaceAll('""', '"');
}

const DAY = 86_400_000;
const DAY_ZERO = { false: Date.UTC(1899, 11, 30), true: Date.UTC(1904, 0, 1) };

/** `DATE(2024,11,30)` as its serial number; of an earlier century, or with months and days that roll over, Excel alone knows it. */
function date(formula: string, date1904: boolean): number | undefined {
  const [, year, month, day] = (/^DATE\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)$/i.exec(formula) ?? []).map(
    Number,
  );
  if (year === undefined || month === undefined || day === undefined || year < 1904) return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined;
  return (at.getTime() - DAY_ZERO[`${date1904}`]) / DAY;
}

function cell(workbook: Workbook, formula: string): CellValue | undefined {
  const reference = parseReference(formula);
  if (reference?.sheet === undefined) return undefined;
  const { sheet: name, row, column } = reference;
  const sheet = workbook.sheets.find((candidate) => sameName(candidate.name, name));
  if (!sheet || sheet.notCalculated.has(cellKey(row, column))) return undefined;
  return sheet.rows[row]?.[column] ?? "";
}
