import type { Context } from "./excel.ts";
import type { Range } from "../../xlsx/addresses.ts";
import { rangeOf } from "./areas.ts";
import type { OwnWrites } from "./own-writes.ts";
import { plainCell } from "./plain-text.ts";

/** Every name that is taken in a workbook: of sheets, and of tables and named ranges, which share theirs. */
export interface NamesInUse {
  readonly sheets: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** Asks for the names with the next sync. */
export function loadTaken({ workbook }: Context): () => NamesInUse {
  const { worksheets, tables, names } = workbook;
  for (const collection of [worksheets, tables, names]) collection.load("items/name");
  const lower = (items: readonly { readonly name: string }[]): Set<string> =>
    new Set(items.map(({ name }) => name.toLowerCase()));
  return () => ({ sheets: lower(worksheets.items), names: new Set([...lower(tables.items), ...lower(names.items)]) });
}

/** The wanted name, or the first free one with a number after it. */
export function freeName(wanted: string, taken: ReadonlySet<string>, between = " "): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}${between}${number}`;
  return name;
}

export interface NewTable {
  readonly sheet: string;
  readonly table: string;
  /** A line above the table. */
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly isDate: (column: number) => boolean;
  /** Of each column, in points; without them all are alike. */
  readonly widths?: readonly number[];
}

/** The title, a blank row, and then the headers. */
const HEADER_ROW = 2;
const DATE = "dd/mm/yyyy";
const USUAL_WIDTH = 100;

/** Adds a sheet with one table and shows it, in one round trip. */
export async function addTableSheet(
  context: Context,
  { sheet: name, table: tableName, title, headers, rows, isDate, widths = [] }: NewTable,
  own: OwnWrites,
): Promise<void> {
  own.added("sheet");
  own.added("table");
  const sheet = context.workbook.worksheets.add(name);
  sheet.getRange("A1").values = [[title]];
  const area: Range = {
    top: HEADER_ROW,
    left: 0,
    bottom: HEADER_ROW + Math.max(1, rows.length),
    right: headers.length - 1,
  };
  const range = rangeOf(sheet, area);
  const body = { ...area, top: HEADER_ROW + 1 };
  for (const column of headers.keys()) {
    // Before the values, so that a serial number is a date from the start.
    if (isDate(column))
      rangeOf(sheet, { ...body, left: column, right: column }).numberFormat = Array.from(
        { length: body.bottom - body.top + 1 },
        () => [DATE],
      );
  }
  const blank = headers.map(() => "");
  range.values = [headers, ...(rows.length > 0 ? rows : [blank])].map((row) => row.map(plainCell));
  sheet.tables.add(range, true).name = tableName;
  range.format.columnWidth = USUAL_WIDTH;
  for (const [column, width] of widths.entries())
    rangeOf(sheet, { ...area, left: column, right: column }).format.columnWidth = width;
  sheet.activate();
  await context.sync();
}
