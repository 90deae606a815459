/// <reference types="custom-functions-runtime" />
import { DisplayError } from "../service/service.ts";
import { ArgumentError } from "./arguments.ts";

/** What a function gives for one cell; a fault becomes an error cell with its sentence. */
export type CellResult = string | number | ArgumentError | DisplayError;

const UNFORESEEN =
  "This could not be worked out, which is a fault of the add-in. Recalculate the cell (F2, Enter); if it stays, tell whoever supports the add-in.";

/** A fault as Excel shows it. Only Excel's own errors keep their sentence; any other exception would reach the cell without one. */
export function excelError(fault: unknown): CustomFunctions.Error {
  const { Error: ExcelError, ErrorCode } = CustomFunctions;
  if (fault instanceof DisplayError) return new ExcelError(ErrorCode.notAvailable, fault.message);
  return new ExcelError(ErrorCode.invalidValue, fault instanceof ArgumentError ? fault.message : UNFORESEEN);
}

/** Throws a fault as Excel shows it. */
export function refuse(fault: unknown): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Excel knows its own errors by their class, which the types do not call an Error
  throw excelError(fault);
}

const isFault = (answer: CellResult): answer is ArgumentError | DisplayError => answer instanceof Error;

/** Answers as the cells that spill. A fault that is the only answer is thrown: every version of Excel shows its sentence then. */
export function inCells(answers: readonly (readonly CellResult[])[]): unknown[][] {
  const [first, ...others] = answers.flat();
  if (first !== undefined && others.length === 0 && isFault(first)) throw first;
  return answers.map((row) => row.map((answer) => (isFault(answer) ? excelError(answer) : answer)));
}

/** The answer for one cell, a fault that its own arguments cause included. */
export function forCell(work: () => CellResult): CellResult {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof ArgumentError) return fault;
    throw fault;
  }
}
