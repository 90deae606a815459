import type { FieldId } from "../../rules/fields.ts";
import { mapHeaders } from "../../rules/headers.ts";
import type { Cell } from "../../rules/read.ts";
import { fold } from "../../rules/text.ts";
import { MAX_COLUMNS, MAX_ROWS, type CellPosition, type Range } from "../../xlsx/addresses.ts";
import type { WorkbookList } from "./workbook.ts";
import { cellsIn, onSheet, overlap } from "./areas.ts";
import { lastColumn } from "./own-columns.ts";
import type { PlacedTable, SheetCells } from "./sheet-cells.ts";

/** What the last reading found where, so that an edit can be told by its place. */
export interface SheetMap {
  /** The rows of each list. */
  readonly rows: readonly Range[];
  /** Where an edit may change more than a row: headers, the cells just outside a list, the register. */
  readonly shape: readonly Range[];
  /** Whether a list may yet be typed here. */
  readonly mayGainList: boolean;
}

export interface WorkbookMap {
  readonly sheets: ReadonlyMap<string, SheetMap>;
  readonly chosen: ReadonlyMap<string, FieldId | null>;
}

/** What an edit means: everything is to be read anew, some rows are, or it may be the beginning of a list. */
export type EditEffect =
  | { readonly kind: "anew" | "none" }
  | { readonly kind: "rows"; readonly areas: readonly Range[] }
  | { readonly kind: "perhaps-headers"; readonly area: Range };

const WHOLE: Range = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };
/** A header row stands among the first rows of a sheet. */
const SEARCHED: Range = { ...WHOLE, bottom: 49 };
/** More cells than this are no edit: somebody has cleared or filled whole columns of the sheet. */
const MOST_SEARCHED = 20_000;

function shapeOf({ allocations }: WorkbookList, table: PlacedTable | undefined): { rows: Range[]; shape: Range[] } {
  const header = allocations.headerRow - 1;
  const last = Math.max(header, ...allocations.rowNumbers.slice(-1).map((number) => number - 1));
  const left = allocations.left;
  const right = table?.right ?? lastColumn(allocations);
  const rows = last > header ? [{ top: header + 1, left, bottom: last, right }] : [];
  if (!table)
    return {
      rows,
      shape: [
        { ...WHOLE, top: header, bottom: header },
        { ...WHOLE, top: last + 1 },
      ],
    };
  // Excel lets a table grow when somebody types just below it or just beside it, and says nothing of that.
  const below = { top: last + 1, left, bottom: table.bottom + 1, right };
  const beside = { top: header, left: right + 1, bottom: table.bottom, right: right + 1 };
  return { rows, shape: [{ top: header, left, bottom: header, right }, below, beside] };
}

const registerShape = ({ entry, tables }: SheetCells): Range[] => {
  const table = tables.find(({ name }) => fold(name) === "practitioners");
  if (table) return [{ top: table.top, left: table.left, bottom: table.bottom + 1, right: table.right + 1 }];
  return fold(entry.name) === "practitioners" ? [WHOLE] : [];
};

const keptOnSheet = (areas: readonly Range[]): Range[] => areas.flatMap((area) => onSheet(area) ?? []);

/** `cells`: those that the workbook's names point to, by the id of their sheet. */
export function mapWorkbook(
  sheets: readonly SheetCells[],
  lists: readonly WorkbookList[],
  cells: readonly { readonly sheetId: string; readonly at: CellPosition }[],
  chosen: WorkbookMap["chosen"],
): WorkbookMap {
  const known = new Map<string, SheetMap>();
  for (const sheet of sheets) {
    const { id, isVisible } = sheet.entry;
    const own = lists
      .filter(({ sheetId }) => sheetId === id)
      .map((list) =>
        shapeOf(
          list,
          sheet.tables.find((table) => table.id === list.tableId),
        ),
      );
    known.set(id, {
      rows: own.flatMap(({ rows }) => rows),
      shape: keptOnSheet([...own.flatMap(({ shape }) => shape), ...registerShape(sheet)]),
      mayGainList: isVisible && own.length === 0,
    });
  }
  for (const {
    sheetId,
    at: { row, column },
  } of cells) {
    const sheet = known.get(sheetId) ?? { rows: [], shape: [], mayGainList: false };
    known.set(sheetId, { ...sheet, shape: [...sheet.shape, { top: row, left: column, bottom: row, right: column }] });
  }
  return { sheets: known, chosen };
}

/** What an edit means, by where it was made. Rows are read whole: their other cells may be formulas of the edited one. */
export function effectOf(known: WorkbookMap | undefined, sheetId: string, area: Range): EditEffect {
  if (!known) return { kind: "anew" };
  const sheet = known.sheets.get(sheetId);
  if (!sheet) return { kind: "none" };
  if (sheet.shape.some((shape) => overlap(shape, area))) return { kind: "anew" };
  const areas = sheet.rows.flatMap((rows) => {
    const shared = overlap(rows, area);
    return shared ? [{ ...rows, top: shared.top, bottom: shared.bottom }] : [];
  });
  if (areas.length > 0) return { kind: "rows", areas };
  const searched = sheet.mayGainList ? overlap(SEARCHED, area) : undefined;
  if (!searched) return { kind: "none" };
  return cellsIn(searched) > MOST_SEARCHED ? { kind: "anew" } : { kind: "perhaps-headers", area: searched };
}

/** Whether any of the cells is a header that a list could have. */
export const holdHeader = ({ chosen }: WorkbookMap, cells: readonly (readonly Cell[])[]): boolean =>
  cells.some((row) => mapHeaders(row, chosen).columns.size > 0);
