import type { Cell } from "../../rules/read.ts";
import type { TableRange } from "../../rules/workbook/grid.ts";
import type { Range } from "../../xlsx/addresses.ts";
import { cellsIn } from "./areas.ts";
import { readBlocks, type Block } from "./blocks.ts";
import type { Context } from "./excel.ts";
import type { SheetEntry, TableEntry } from "./inventory.ts";
import { areasOf, canTellMerges, loadMerges, readMerges, type Merges } from "./merges.ts";
import { isTooLarge } from "./problems.ts";

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
  readonly tables: readonly PlacedTable[];
  readonly merges: readonly Range[];
  /** Whether Excel would not tell which cells are merged. */
  readonly hasUnknownMerges: boolean;
  /** Whether any of its rows, and of its columns, is hidden. */
  readonly hides: { readonly rows: boolean; readonly columns: boolean };
  readonly isProtected: boolean;
  readonly isFiltered: boolean;
  /** Whether its used area was too large to be read at all. */
  readonly isLeftOut: boolean;
}

/** No list is that large: somebody has typed or pasted something far away from it. */
const MOST_CELLS = 5_000_000;

const PLACE = "rowIndex,columnIndex,rowCount,columnCount";
const HIDES = ",rowHidden,columnHidden";

const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Range => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

/** Asks for a sheet with the next sync. */
function loadSheet(context: Context, entry: SheetEntry, cells: string, isWithMerges: boolean) {
  const sheet = context.workbook.worksheets.getItem(entry.id);
  const used = sheet.getUsedRangeOrNullObject(true).load(PLACE + HIDES + cells);
  const tables = entry.tables.map((table) => {
    const item = context.workbook.tables.getItem(table.id);
    return { table, range: item.getRange().load(PLACE), filter: item.autoFilter.load("isDataFiltered") };
  });
  return {
    entry,
    used,
    tables,
    merges: isWithMerges && canTellMerges() ? loadMerges(used) : undefined,
    protection: sheet.protection.load("protected"),
    filter: sheet.autoFilter.load("isDataFiltered"),
  };
}

type PendingSheet = ReturnType<typeof loadSheet>;

/** Whether any is, of rows or columns of which Excel says true, false, or null where some are and some are not. */
const isAny = (are: boolean | null): boolean => are !== false;

const placedTable = ({ table, range, filter }: PendingSheet["tables"][number]): PlacedTable => ({
  ...table,
  ...areaOf(range),
  headerRows: table.hasHeader ? 1 : 0,
  totalsRows: table.hasTotals ? 1 : 0,
  isFiltered: filter.isDataFiltered,
});

function sheetCellsOf(
  { entry, used, protection, filter, tables }: PendingSheet,
  values: readonly (readonly unknown[])[],
  { merges, isUnknown }: Merges,
  isLeftOut = false,
): SheetCells {
  return {
    entry,
    used: used.isNullObject ? undefined : areaOf(used),
    isLeftOut,
    values: values as readonly (readonly Cell[])[],
    tables: tables.map(placedTable),
    merges,
    hasUnknownMerges: isUnknown,
    hides: used.isNullObject
      ? { rows: false, columns: false }
      : { rows: isAny(used.rowHidden), columns: isAny(used.columnHidden) },
    isProtected: protection.protected,
    isFiltered: filter.isDataFiltered,
  };
}

const placeOf = ({ entry, used }: PendingSheet) => ({
  sheetId: entry.id,
  area: used.isNullObject ? undefined : areaOf(used),
});

type Also = (context: Context) => void;

/** Every sheet in one answer; undefined where that is more than Excel gives. `also` asks for more with the same sync. */
async function readTogether(
  context: Context,
  entries: readonly SheetEntry[],
  also: Also,
  isWithMerges: boolean,
): Promise<SheetCells[] | undefined> {
  const pending = entries.map((entry) => loadSheet(context, entry, ",values", isWithMerges));
  also(context);
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    // Excel gives so many merged cells and no more; whatever else it may be comes again without them.
    if (isWithMerges && canTellMerges()) return readTogether(context, entries, also, false);
    throw error;
  }
  const values = pending.map(({ used }) => (used.isNullObject ? [] : (used.values as unknown[][] | null)));
  if (values.includes(null)) return undefined;
  const merges = isWithMerges
    ? pending.map(({ merges: loaded }) => areasOf(loaded))
    : await readMerges(context, pending.map(placeOf));
  return pending.map((one, at) => sheetCellsOf(one, values[at] ?? [], merges[at] ?? areasOf(undefined)));
}

/** The sizes first, then every sheet by rows. */
async function readApart(context: Context, entries: readonly SheetEntry[], also: Also): Promise<SheetCells[]> {
  const pending = entries.map((entry) => loadSheet(context, entry, "", false));
  also(context);
  await context.sync();
  const isLeftOut = ({ area }: ReturnType<typeof placeOf>): boolean => area !== undefined && cellsIn(area) > MOST_CELLS;
  const places = pending.map(placeOf).map((place) => (isLeftOut(place) ? { ...place, area: undefined } : place));
  const wanted = places.flatMap(({ sheetId, area }): Block[] => (area ? [{ sheetId, area, what: "values" }] : []));
  const rows = await readBlocks(context, wanted);
  const merges = await readMerges(context, places);
  return pending.map((one, at) =>
    sheetCellsOf(
      one,
      rows[wanted.findIndex(({ sheetId }) => sheetId === one.entry.id)] ?? [],
      merges[at] ?? areasOf(undefined),
      isLeftOut(placeOf(one)),
    ),
  );
}

/** Reads sheets: in one round trip, or in several where that is more than Excel gives in one. */
export async function readSheets(context: Context, entries: readonly SheetEntry[], also: Also): Promise<SheetCells[]> {
  return (await readTogether(context, entries, also, true)) ?? readApart(context, entries, also);
}
