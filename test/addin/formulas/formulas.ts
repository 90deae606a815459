import { vi } from "vitest";
import { createInputsStore, type ServiceInputs } from "../../../addin/checking/check-inputs.ts";
import { KENT } from "../support/kent.ts";
import { NO_WORKBOOK_INPUTS, type WorkbookInputs } from "../../../addin/workbook/workbook-inputs.ts";
import { FUNCTIONS, prepare } from "../../../addin/formulas/functions.ts";
import type { FormulaNeeds } from "../../../addin/formulas/formulas.ts";
import { isoDay } from "../../../rules/dates.ts";
import { EXAMPLE_REGISTER } from "../../../rules/example-row.ts";
import type { Sheet } from "../../../rules/sheet.ts";

/** Excel's own error, as far as a function sees it. */
export class CellError extends Error {
  readonly code: string;
  constructor(code: string, message = "") {
    super(message);
    this.code = code;
  }
}

vi.stubGlobal("CustomFunctions", { Error: CellError, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" } });

type Given = Partial<Pick<FormulaNeeds, "ready" | "listAt">> & {
  readonly service?: Partial<FormulaNeeds["service"]>;
  readonly inputs?: Partial<WorkbookInputs>;
  readonly answers?: ServiceInputs;
};

/** The functions on 30 November 2024, with the examples' register: everything that can change is handed out. */
export function aWorkbook({ inputs = {}, answers = {}, service = {}, ready = Promise.resolve(), listAt }: Given = {}) {
  const store = createInputsStore(isoDay("2024-11-30"));
  store.workbook.value = { ...NO_WORKBOOK_INPUTS, usual: KENT, ...inputs };
  store.service.value = { register: { practitioners: EXAMPLE_REGISTER }, ...answers };
  const sheets: Sheet[] = [];
  prepare({
    inputs: store.inputs,
    ready,
    service: {
      validate: (sheet) => {
        sheets.push(sheet);
      },
      lead: () => Promise.resolve("nobody was asked"),
      measure: () => Promise.resolve(0),
      ...service,
    },
    ...(listAt ? { listAt } : {}),
  });
  return { ...store, sheets };
}

type PlainId = Exclude<keyof typeof FUNCTIONS, "CHECK" | "WHY">;

const MOST_ARGUMENTS = 6;

/** Calls a function as Excel does: with null for every argument left out. Bare values stand for single cells. */
export async function call(id: PlainId, ...given: unknown[]): Promise<unknown> {
  const cells = given.map((value) => (value === null || Array.isArray(value) ? value : [[value]]));
  const padded = [...cells, ...Array.from({ length: MOST_ARGUMENTS - cells.length }, () => null)];
  const { [id]: called } = FUNCTIONS;
  const results = await (called as (...args: unknown[]) => Promise<unknown[][]>)(...padded);
  return results.length === 1 && results[0]?.length === 1 ? results[0][0] : results;
}

/** The sentence of the error that a call comes to, after its code. */
export async function refusal(id: PlainId, ...given: unknown[]): Promise<string> {
  const fault: unknown = await call(id, ...given).then(
    (value) => value,
    (error: unknown) => error,
  );
  return fault instanceof CellError ? `${fault.code} ${fault.message}` : `answered with ${String(fault)}`;
}

export const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

/** A streaming call: every result it has given, and a way to cancel it. */
export function stream(
  id: "CHECK" | "WHY",
  headers: unknown,
  rows: unknown,
  asOf: unknown = null,
  parameterAddresses?: string[],
) {
  const results: unknown[] = [];
  const invocation = {
    setResult: (result: unknown) => {
      results.push(result);
    },
    onCanceled: (): void => undefined,
    ...(parameterAddresses ? { parameterAddresses } : {}),
  };
  FUNCTIONS[id](
    headers as unknown[][],
    rows as unknown[][],
    (asOf === null || Array.isArray(asOf) ? asOf : [[asOf]]) as unknown[][],
    invocation,
  );
  return {
    results,
    cancel: () => {
      invocation.onCanceled();
    },
    /** The newest result as one line a row; an error as its code and sentence. */
    get shown(): unknown {
      const last = results.at(-1);
      if (last instanceof CellError) return `${last.code} ${last.message}`;
      return (last as string[][] | undefined)?.flat();
    },
  };
}

/** Lets everything that has been settled be heard of. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
