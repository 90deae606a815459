import type { Cell } from "../../rules/read.ts";

/** An argument that nothing can be worked out from: a sentence saying which one it is and what to give instead, for #VALUE!. */
export class ArgumentError extends Error {}

/** An argument as Excel hands it over: rows of raw values. */
export type RawCells = readonly (readonly unknown[])[];
export type Cells = readonly (readonly Cell[])[];

const isPrimitive = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** A raw value as a cell. Errors and rich values come as objects: an error reads as the text that the sheet shows ("#N/A"). */
export function cellOf(value: unknown): Cell {
  if (isPrimitive(value)) return value;
  if (value === null || value === undefined) return "";
  const { basicValue, code } = value as { readonly basicValue?: unknown; readonly code?: unknown };
  if (isPrimitive(basicValue)) return basicValue;
  return typeof code === "string" ? code : { unreadable: true };
}

/** Nothing typed: Excel sends a blank cell as 0, null or "", depending on where it runs. */
export const isEmpty = (value: unknown): boolean =>
  value === "" || value === 0 || value === null || value === undefined;

/** The rows of an argument; undefined where it was left out. Some hosts send a single cell as a bare value. */
export function rawCells(argument: unknown): RawCells | undefined {
  if (argument === null || argument === undefined) return undefined;
  if (!Array.isArray(argument)) return [[argument]];
  const rows: readonly unknown[] = argument;
  return rows.every((row): row is readonly unknown[] => Array.isArray(row)) ? rows : [rows];
}

/** How many rows there are up to the last one in which anything was typed: whole columns are mostly blank. */
export function filledRows(cells: RawCells): number {
  let height = cells.length;
  while (height > 0 && cells[height - 1]?.every(isEmpty)) height -= 1;
  return height;
}
