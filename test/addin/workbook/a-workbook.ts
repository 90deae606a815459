import { afterEach } from "vitest";
import type { Change, Workbook, WorkbookList, WorkbookRead } from "../../../addin/workbook/workbook.ts";
import type { Times } from "../../../addin/workbook/excel.ts";
import { openWorkbook } from "../../../addin/workbook/open-workbook.ts";
import type { MemorySheet } from "../../../web/workbench/memory/state.ts";
import { memoryGrid, type MemoryGrid } from "../../../web/workbench/memory/memory-grid.ts";
import { CURRENT_EXCEL } from "../../../web/workbench/host/requirements.ts";
import { excelClient, type ExcelClient } from "../../../tools/excel-client/excel-client.ts";

export const TIMES: Times = { gather: 15, retry: 20, own: 200 };

export const HEADERS = ["Child ref", "Team", "Case status", "Lead professional", "Allocated on"];
/** An invented case, as the cells of a row hold it. */
export const aCase = (number: number): (string | number)[] => [`EX-${number}`, "Dover", "CIN", "Hazel Example", 45_600];
export const someCases = (count: number): (string | number)[][] =>
  Array.from({ length: count }, (_, index) => aCase(index + 1));

/** A sheet with a title, a blank row, headers in row 3 and cases below. */
export const listSheet = (name: string, count = 3): MemorySheet => ({
  name,
  cells: [[`${name} of an invented team`], [], HEADERS, ...someCases(count)],
});
export const tableSheet = (name: string, table: string, count = 3): MemorySheet => ({
  ...listSheet(name, count),
  tables: [{ name: table, address: `A3:E${3 + Math.max(1, count)}` }],
});

export interface Open {
  readonly client: ExcelClient;
  readonly grid: MemoryGrid;
  readonly workbook: Workbook;
  readonly sheetId: (name: string) => string;
  /** How many round trips some work took. */
  readonly syncsOf: <T>(work: () => Promise<T>) => Promise<{ readonly result: T; readonly syncs: number }>;
}

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** Opens a workbook in Microsoft's client; what the add-in finds as globals is taken away after the test. */
export function open(sheets: readonly MemorySheet[], { api = "1.20", date1904 = false } = {}): Open {
  const grid = memoryGrid(sheets, { date1904 });
  const client = excelClient({ grid, sets: { ...CURRENT_EXCEL, ExcelApi: api } });
  closings.push(client.asGlobals());
  const sheetId = (name: string): string => {
    const sheet = grid.sheets().find((one) => one.name === name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return sheet.id;
  };
  return {
    client,
    grid,
    sheetId,
    workbook: openWorkbook(TIMES),
    async syncsOf(work) {
      const before = client.syncs();
      const result = await work();
      return { result, syncs: client.syncs() - before };
    },
  };
}

export function onlyList({ lists }: WorkbookRead): WorkbookList {
  const [list, ...more] = lists;
  if (!list || more.length > 0) throw new Error(`There are ${lists.length} lists, not one.`);
  return list;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Watches an opened workbook; `settled` waits until every burst of events has been reported. */
export async function watched(opened: Open) {
  const changes: Change[] = [];
  const stop = await opened.workbook.watch((change) => {
    changes.push(change);
  });
  // Many short waits, so that a machine that is held up gives the add-in its turns as well.
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 16; turn += 1) await pause(TIMES.gather / 4);
  };
  return { changes, stop, settled };
}
