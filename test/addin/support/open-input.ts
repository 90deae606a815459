import { onTestFinished, vi } from "vitest";
import { createInputsStore } from "../../../addin/checking/check-inputs.ts";
import { FUNCTIONS, prepare } from "../../../addin/formulas/functions.ts";
import { createPaneModel, type AddInModel } from "../../../addin/model/create-pane-model.ts";
import { openWorkbook } from "../../../addin/workbook/open-workbook.ts";
import type { WorkbookList } from "../../../addin/workbook/workbook.ts";
import { isoDay } from "../../../rules/dates.ts";
import { nothingSent } from "../../../tools/bench/nothing-sent.ts";
import { excelClient } from "../../../tools/excel-client/excel-client.ts";
import { memoryGrid, type MemoryGrid } from "../../../web/workbench/memory/memory-grid.ts";
import type { MemorySheet } from "../../../web/workbench/memory/state.ts";
import { cellAddress, cellKey, rangeAddress } from "../../../xlsx/addresses.ts";
import { readLooks, type WorkbookLooks } from "../../../xlsx/read-looks.ts";
import { readWorkbook } from "../../../xlsx/read-workbook.ts";
import type { Sheet } from "../../../xlsx/workbook.ts";
import { input } from "../../xlsx/inputs.ts";

/** Excel's own error, as far as a function sees it. */
class CellError extends Error {
  constructor(code: string, sentence = "") {
    super(`${code} ${sentence}`);
  }
}

/** A sheet of a file as Excel would open it: formulas with their stored values, merges, tables, formats, what is hidden. */
function memorySheet(sheet: Sheet, { styles, sheets }: WorkbookLooks): MemorySheet {
  const looks = sheets.get(sheet.name);
  const { name, rows, tables, merges, hiddenRows, hiddenColumns, isFiltered, shownTexts, visibility } = sheet;
  const height = Math.max(rows.length, ...merges.map(({ bottom }) => bottom + 1));
  const formatAt = (key: number): string => styles[looks?.styles.get(key) ?? 0]?.numberFormat ?? "General";
  const at = (key: number): string => cellAddress(Math.floor(key / cellKey(1, 0)), key % cellKey(1, 0));
  return {
    name,
    cells: Array.from({ length: height }, (_, row) =>
      (rows[row] ?? []).map((value, column) => {
        const formula = looks?.formulas.get(cellKey(row, column));
        return formula === undefined ? value : { formula: `=${formula.text}`, value };
      }),
    ),
    tables: tables.map((table) => ({
      name: table.name,
      address: rangeAddress(table),
      hasHeader: table.headerRows > 0,
      hasTotals: table.totalsRows > 0,
    })),
    merges: merges.map(rangeAddress),
    numberFormats: Object.fromEntries([...shownTexts.keys()].map((key) => [at(key), formatAt(key)])),
    hiddenRows: [...hiddenRows],
    hiddenColumns: [...hiddenColumns],
    isVisible: visibility === "visible",
    isFiltered,
  };
}

export interface OpenInput {
  readonly grid: MemoryGrid;
  readonly model: AddInModel;
  readonly sheetId: (name: string) => string;
  /** What LP.CHECK shows beside each row of a list, by the row's number; asked about the table, as "Add check columns" does. */
  readonly cellsOf: (list: WorkbookList) => ReadonlyMap<number, string>;
}

interface How {
  readonly today: string;
  readonly policy?: string;
  /** What Excel calculates as it opens the file, and this grid cannot: sheet -> address -> result. */
  readonly calculated?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
}

/** Opens one of test/inputs in Microsoft's client, and the pane and the functions on it. */
export async function openInput(name: string, { today, policy, calculated = {} }: How): Promise<OpenInput> {
  const bytes = input(name);
  const workbook = readWorkbook(bytes);
  if ("unreadable" in workbook) throw new Error(workbook.unreadable);
  const looks = readLooks(bytes);
  const grid = memoryGrid(
    workbook.sheets.map((sheet) => memorySheet(sheet, looks)),
    { date1904: workbook.date1904 },
  );
  const sheetId = (wanted: string): string => {
    const sheet = grid.sheets().find((one) => one.name === wanted);
    if (!sheet) throw new Error(`There is no sheet ${wanted}.`);
    return sheet.id;
  };
  for (const [named, formula] of workbook.names) grid.setName(named, formula);
  if (policy !== undefined) grid.setName("LP_Policy", `"${policy}"`);
  for (const [key, value] of workbook.settings) grid.settings.set(key, value);
  for (const [sheet, cells] of Object.entries(calculated))
    for (const [address, value] of Object.entries(cells)) grid.type(sheetId(sheet), address, [[value]]);

  onTestFinished(excelClient({ grid }).asGlobals());
  vi.stubGlobal("CustomFunctions", { Error: CellError, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" } });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const store = createInputsStore(isoDay(today));
  const beside = nothingSent();
  const model = createPaneModel({ workbook: openWorkbook({ gather: 15, retry: 20, own: 200 }), store, ...beside });
  await model.start();
  prepare({ inputs: store.inputs, ready: Promise.resolve(), service: beside.service, listAt: model.listAt });
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

  function cellsOf({ sheetId: id, sheet, tableId, allocations }: WorkbookList): ReadonlyMap<number, string> {
    const { left, headers, headerRow, rowNumbers } = allocations;
    const table = grid.tables().find((one) => one.id === tableId)?.area;
    const last = table ? table.top + table.rows : (rowNumbers.at(-1) ?? headerRow + 1);
    const area = { top: headerRow, left, rows: last - headerRow, columns: headers.length };
    const rows = { ...area, bottom: last - 1, right: left + headers.length - 1 };
    const address = (range: typeof rows): string => `'${sheet}'!${rangeAddress(range)}`;
    let shown: unknown;
    FUNCTIONS.CHECK(
      grid.values(id, { ...area, top: headerRow - 1, rows: 1 }),
      grid.values(id, area),
      null as unknown as unknown[][],
      {
        parameterAddresses: [address({ ...rows, top: headerRow - 1, bottom: headerRow - 1 }), address(rows)],
        setResult: (result: unknown) => {
          shown = result;
        },
        onCanceled: () => undefined,
      },
    );
    if (shown instanceof Error) throw shown;
    return new Map(((shown ?? []) as string[][]).map(([text], at) => [headerRow + 1 + at, text ?? ""]));
  }
  return { grid, model, sheetId, cellsOf };
}
