import type { TableRange } from "../../rules/allocations.ts";
import type { Cell } from "../../rules/read.ts";
import type { Range } from "../../xlsx/addresses.ts";
import { cellsIn } from "./areas.ts";
import { readBlocks, type Block } from "./blocks.ts";
import type { Context } from "./excel.ts";
import type { SheetEntry, TableEntry } from "./inventory.ts";
import { isTooLarge } from "./problems.ts";

/** Cells with their formulas, where they begin on the sheet. */
interface Formulas {
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly unknown[])[];
}

export interface PlacedTable extends TableEntry, TableRange {
  readonly isFiltered: boolean;
}

/** A sheet as it was read. */
export interface SheetCells {
  readonly entry: SheetEntry;
  /** Undefined for an empty sheet. */
  readonly used: Range | undefined;
  /** The cells of the used area, row by row. */
  readonly values: readonly (readonly Cell[])[];
  readonly formulas: readonly Formulas[];
  readonly tables: readonly PlacedTable[];
  readonly isProtected: boolean;
  readonly isFiltered: boolean;
  /** Whether its used area was too large to be read at all. */
  readonly isLeftOut: boolean;
}

/** No list is that large: somebody has typed or pasted something far away from it. */
const MOST_CELLS = 5_000_000;

const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Range => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

/** Asks for a sheet's cells with the next sync. The formulas of a table's first and last row tell a row of totals; elsewhere all are needed for that. */
function loadSheet(context: Context, entry: SheetEntry, cells: string) {
  const sheet = context.workbook.worksheets.getItem(entry.id);
  const used = sheet.getUsedRangeOrNullObject(true).load(PLACE + cells);
  const protection = sheet.protection.load("protected");
  const filter = sheet.autoFilter.load("isDataFiltered");
  const tables = entry.tables.map((table) => {
    const item = context.workbook.tables.getItem(table.id);
    const body = item.getDataBodyRange();
    const place = "rowIndex,columnIndex,formulas";
    return {
      table,
      range: item.getRange().load(PLACE),
      filter: item.autoFilter.load("isDataFiltered"),
      ends: [body.getRow(0).load(place), body.getLastRow().load(place)],
    };
  });
  return { entry, used, protection, filter, tables };
}

type PendingSheet = ReturnType<typeof loadSheet>;

const placedTable = ({ table, range, filter }: PendingSheet["tables"][number]): PlacedTable => ({
  ...table,
  ...areaOf(range),
  headerRows: table.hasHeader ? 1 : 0,
  totalsRows: table.hasTotals ? 1 : 0,
  isFiltered: filter.isDataFiltered,
});

const allFormulas = ({ tables }: SheetEntry): boolean => tables.length === 0;

function sheetCellsOf(
  pending: PendingSheet,
  values: readonly (readonly unknown[])[],
  formulas: readonly (readonly unknown[])[] | undefined,
  isLeftOut = false,
): SheetCells {
  const { entry, used, protection, filter, tables } = pending;
  const area = used.isNullObject ? undefined : areaOf(used);
  return {
    entry,
    used: area,
    isLeftOut,
    values: values as readonly (readonly Cell[])[],
    formulas: [
      ...(area && formulas ? [{ top: area.top, left: area.left, rows: formulas }] : []),
      ...tables.flatMap(({ ends }) =>
        ends.map((end): Formulas => ({ top: end.rowIndex, left: end.columnIndex, rows: end.formulas as unknown[][] })),
      ),
    ],
    tables: tables.map(placedTable),
    isProtected: protection.protected,
    isFiltered: filter.isDataFiltered,
  };
}

/** Every sheet in one answer; undefined where that is more than Excel gives. `also` asks for more with the same sync. */
async function readTogether(
  context: Context,
  entries: readonly SheetEntry[],
  also: (context: Context) => void,
): Promise<SheetCells[] | undefined> {
  const pending = entries.map((entry) =>
    loadSheet(context, entry, allFormulas(entry) ? ",values,formulas" : ",values"),
  );
  also(context);
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
  const parts = pending.map(({ entry, used }) => ({
    values: used.isNullObject ? [] : (used.values as unknown[][] | null),
    formulas: used.isNullObject || !allFormulas(entry) ? undefined : (used.formulas as unknown[][] | null),
  }));
  if (parts.some(({ values, formulas }) => values === null || formulas === null)) return undefined;
  return pending.map((one, index) =>
    sheetCellsOf(one, parts[index]?.values ?? [], parts[index]?.formulas ?? undefined),
  );
}

/** The sizes first, then every sheet by rows. */
async function readApart(
  context: Context,
  entries: readonly SheetEntry[],
  also: (context: Context) => void,
): Promise<SheetCells[]> {
  const pending = entries.map((entry) => loadSheet(context, entry, ""));
  also(context);
  await context.sync();
  const sizes = pending.map((one) => {
    const area = one.used.isNullObject ? undefined : areaOf(one.used);
    return { one, area, isLeftOut: area !== undefined && cellsIn(area) > MOST_CELLS };
  });
  const block = (sheetId: string, area: Range, what: Block["what"]): Block => ({ sheetId, area, what });
  const wanted = sizes.flatMap(({ one: { entry }, area, isLeftOut }) =>
    !area || isLeftOut
      ? []
      : [block(entry.id, area, "values"), ...(allFormulas(entry) ? [block(entry.id, area, "formulas")] : [])],
  );
  const rows = await readBlocks(context, wanted);
  const found = (id: string, what: Block["what"]) =>
    rows[wanted.findIndex(({ sheetId, what: it }) => sheetId === id && it === what)];
  return sizes.map(({ one, isLeftOut }) =>
    sheetCellsOf(one, found(one.entry.id, "values") ?? [], found(one.entry.id, "formulas"), isLeftOut),
  );
}

/** Reads sheets: in one round trip, or in several where that is more than Excel gives in one. */
export async function readSheets(
  context: Context,
  entries: readonly SheetEntry[],
  also: (context: Context) => void,
): Promise<SheetCells[]> {
  return (await readTogether(context, entries, also)) ?? readApart(context, entries, also);
}

/** The sheets again with the formulas of all their cells. */
export async function withAllFormulas(context: Context, sheets: readonly SheetCells[]): Promise<SheetCells[]> {
  const rows = await readBlocks(
    context,
    sheets.flatMap(({ entry, used }): Block[] => (used ? [{ sheetId: entry.id, area: used, what: "formulas" }] : [])),
  );
  return sheets.map((sheet, index) => ({
    ...sheet,
    formulas: sheet.used ? [{ top: sheet.used.top, left: sheet.used.left, rows: rows[index] ?? [] }] : [],
  }));
}
