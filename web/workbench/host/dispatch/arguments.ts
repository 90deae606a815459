import type { GridCall } from "../../grid.ts";
import type { CellValue } from "../../../../xlsx/workbook.ts";
import type { ParameterMetadata } from "./metadata.ts";

/** How a blank cell reaches a function. */
export type Blank = "zero" | "null" | "text";

const BLANKS: Readonly<Record<Blank, 0 | null | "">> = { zero: 0, null: null, text: "" };

type Given = { readonly values: readonly unknown[] } | { readonly error: string };

const ERRORS = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
]);

const isError = (value: CellValue): value is string => typeof value === "string" && ERRORS.has(value);

/** A call's arguments as Excel hands them over, or the error that it answers with by itself. */
export function argumentsOf(
  parameters: readonly ParameterMetadata[],
  call: GridCall,
  takesErrors: boolean,
  blankCell: Blank,
): Given {
  const given = call.arguments;
  if (given.length > parameters.length) return { error: "#VALUE!" };
  const values: unknown[] = [];
  for (const [at, parameter] of parameters.entries()) {
    const argument = given[at] ?? null;
    if (argument === null) {
      if (parameter.optional !== true) return { error: "#VALUE!" };
      values.push(null);
      continue;
    }
    // An empty text that stands in the formula itself is no blank cell.
    const blank = call.addresses[at] === undefined ? "text" : blankCell;
    const error = firstError(argument);
    if (error !== undefined && !(takesErrors && isAny(parameter))) return { error };
    const value =
      parameter.dimensionality === "matrix"
        ? argument.map((row) => row.map((cell) => handed(cell, blank)))
        : scalar(parameter, argument, blank);
    if (value === undefined) return { error: "#VALUE!" };
    values.push(value);
  }
  return { values };
}

const isAny = ({ type = "any" }: ParameterMetadata): boolean => type === "any";

function firstError(cells: readonly (readonly CellValue[])[]): string | undefined {
  for (const row of cells) for (const cell of row) if (isError(cell)) return cell;
  return undefined;
}

function handed(cell: CellValue, blank: Blank): unknown {
  if (cell === "") return BLANKS[blank];
  return isError(cell) ? { type: "CustomFunctionError", code: cell } : cell;
}

/** Undefined where Excel would not call the function: a text for a number, several cells for one value. */
function scalar({ type = "any" }: ParameterMetadata, cells: readonly (readonly CellValue[])[], blank: Blank): unknown {
  const cell = cells[0]?.[0];
  if (cell === undefined || cells.length > 1 || (cells[0]?.length ?? 0) > 1) return undefined;
  if (type === "string") return String(cell);
  if (type === "number") return cell === "" ? 0 : typeof cell === "string" ? undefined : Number(cell);
  if (type === "boolean") return typeof cell === "string" && cell !== "" ? undefined : Boolean(cell);
  return handed(cell, blank);
}
