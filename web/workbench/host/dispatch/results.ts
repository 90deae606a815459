import type { CellValue } from "../../../../xlsx/workbook.ts";

/** What a function gave, as cells: an error is its text, and what it said of it stands beside. */
export interface FunctionResult {
  readonly cells: readonly (readonly CellValue[])[];
  readonly messages: readonly string[];
}

/** The dispatcher's numbers for what went wrong, as Excel shows them in the cell. */
const SHOWN: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 8: "#NULL!" };

/** Those that come with a sentence; beside the others stands what went wrong inside. */
const WITH_MESSAGE = new Set<unknown>([1, 7]);

/** Excel's cells hold no longer text. */
const LONGEST_TEXT = 32_767;

type WireResult = readonly [id: number, isDone: boolean, value: unknown, errorCode?: unknown];

/** The results of one flush of the dispatcher, in either of the shapes it sends. */
export function readResults(given: unknown): { readonly id: number; readonly result: FunctionResult }[] {
  if (!Array.isArray(given)) return [];
  return given.map((entry: unknown) => {
    const [id, isDone, value, errorCode] = asArray(entry);
    return { id, result: isDone ? resultOf(value) : failure(value, errorCode) };
  });
}

function asArray(entry: unknown): WireResult {
  if (Array.isArray(entry)) return entry as unknown as WireResult;
  const { id, failed, value, errorCode } = entry as {
    id: number;
    failed?: boolean;
    value: unknown;
    errorCode?: unknown;
  };
  return [id, failed !== true, value, errorCode];
}

function failure(value: unknown, errorCode: unknown): FunctionResult {
  const shown = typeof errorCode === "number" ? (SHOWN[errorCode] ?? "#VALUE!") : "#VALUE!";
  return {
    cells: [[shown]],
    messages: WITH_MESSAGE.has(errorCode) && typeof value === "string" && value !== "" ? [value] : [],
  };
}

function resultOf(value: unknown): FunctionResult {
  const messages: string[] = [];
  const cell = (one: unknown): CellValue => cellOf(one, messages);
  if (!Array.isArray(value)) return { cells: [[cell(value)]], messages };
  const rows: unknown[][] = value.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row]));
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width)) return { cells: [["#VALUE!"]], messages };
  return { cells: rows.map((row) => row.map(cell)), messages };
}

function cellOf(value: unknown, messages: string[]): CellValue {
  // Excel shows a result that is nothing as 0.
  if (value === null || value === undefined) return 0;
  if (typeof value === "string") return value.length > LONGEST_TEXT ? "#VALUE!" : value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const { basicValue, message } = value as { basicValue?: unknown; message?: unknown };
  if (typeof message === "string") messages.push(message);
  return typeof basicValue === "string" || typeof basicValue === "number" || typeof basicValue === "boolean"
    ? basicValue
    : "#VALUE!";
}
