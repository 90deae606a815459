import { parseReference } from "./addresses.ts";
import type { CellValue, Workbook } from "./workbook.ts";

/**
 * What a defined name stands for, if that is a number, a text, TRUE or FALSE, or a single cell ("" if the cell is blank).
 * Names match in any case, as in Excel. Undefined if there is no such name or it is some other formula.
 */
export function constantOrCell(workbook: Workbook, name: string): CellValue | undefined {
  const formula = formulaOf(workbook, name);
  return formula === undefined ? undefined : (constant(formula) ?? cell(workbook, formula));
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

function cell(workbook: Workbook, formula: string): CellValue | undefined {
  const reference = parseReference(formula);
  if (reference?.sheet === undefined) return undefined;
  const { sheet: name, row, column } = reference;
  const sheet = workbook.sheets.find((candidate) => sameName(candidate.name, name));
  return sheet && (sheet.rows[row]?.[column] ?? "");
}
