import type { RequirementSets } from "../../../../web/workbench/host/requirements.ts";
import { memoryGrid } from "../../../../web/workbench/memory/memory-grid.ts";
import type { MemorySheet } from "../../../../web/workbench/memory/state.ts";
import { excelClient, type ExcelClient } from "../../../../tools/excel-client/excel-client.ts";

const CASES: MemorySheet = {
  name: "Cases",
  cells: [
    ["Child ref", "Lead"],
    ["EX-1", "Hazel Example"],
    ["EX-2", "Rowan Example"],
  ],
  tables: [{ name: "Allocations", address: "A1:B3" }],
};

/** What a batch works on. */
export interface Batch {
  readonly context: Excel.RequestContext;
  readonly workbook: Excel.Workbook;
  readonly sync: () => Promise<void>;
}

export interface Opened extends ExcelClient {
  /** The id of the first sheet. */
  readonly first: string;
  readonly run: <T>(work: (batch: Batch) => Promise<T>, options?: Excel.RunOptions) => Promise<T>;
}

const batchOf = (context: Excel.RequestContext): Batch => ({
  context,
  workbook: context.workbook,
  sync: () => context.sync(),
});

export function open(sheets: readonly MemorySheet[] = [CASES], sets?: RequirementSets): Opened {
  const grid = memoryGrid(sheets);
  const client = excelClient({ grid, ...(sets ? { sets } : {}) });
  return {
    ...client,
    first: grid.sheets()[0]?.id ?? "",
    run: (work, options = {}) => client.Excel.run(options, (context) => work(batchOf(context))),
  };
}

/** Sets the values of some cells of the first sheet. */
export const write = ({ run }: Opened, address: string, values: unknown): Promise<void> =>
  run(async ({ workbook, sync }) => {
    workbook.worksheets.getItem("Cases").getRange(address).values = values as unknown[][];
    await sync();
  });

/** The code of the error that a batch ends with. */
export async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return "no error";
}

export const moment = (milliseconds = 10): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
