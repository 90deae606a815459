import type { FieldId } from "../../rules/fields.ts";
import { mapHeaders } from "../../rules/headers.ts";
import type { Cell } from "../../rules/read.ts";
import { fold } from "../../rules/text.ts";
import type { FoundInWorkbook } from "../../rules/workbook/found.ts";
import { MAX_COLUMNS, MAX_ROWS, type CellPosition, type Range } from "../../xlsx/addresses.ts";
import type { WorkbookList } from "./workbook.ts";
import { cellsIn, isInside, onSheet, overlap } from "./areas.ts";
import { lastColumn } from "./own-columns.ts";
import type { PlacedTable, SheetCells } from "./sheet-cells.ts";

/** What the last reading found where, so that an edit can be told by its place. */
export interface SheetMap {
  /** The rows of each list. */
  readonly rows: readonly Range[];
  /** Where an edit may change more than a row: headers, the cells just outside a list, merged cells, the register, the policy. */
  readonly shape: readonly Range[];
  /** Where another result of a formula changes more than a row: rows made ready for later, the register and the policy, the cells of names. */
  readonly awaited: readonly Range[];
  /** Whether another list may yet be typed here. */
  readonly mayGainList: boolean;
  /** What the sheet held when it was read. */
  readonly used: Range | undefined;
  readonly values: SheetCells["values"];
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
/** More cells than this are no edit: somebody has cleared or filled whole columns of the sheet. */
const MOST_SEARCHED = 20_000;

interface Placed {
  readonly rows: Range[];
  readonly shape: Range[];
  readonly awaited: Range[];
}

/** The rows of a list, and where an edit changes what its rows are; `next` is the row of the next list below it. */
function placedList({ allocations }: WorkbookList, table: PlacedTable | undefined, next: number): Placed {
  const { headerRow, rowNumbers, preparedRows, remarkRows, left } = allocations;
  const header = headerRow - 1;
  const last = Math.max(header, ...rowNumbers.slice(-1).map((number) => number - 1));
  const right = table?.right ?? lastColumn(allocations);
  const rows = last > header ? [{ top: header + 1, left, bottom: last, right }] : [];
  const titles = { top: header, left, bottom: header, right };
  const notRows = [...preparedRows, ...remarkRows].map((number) => ({
    top: number - 1,
    left,
    bottom: number - 1,
    right,
  }));
  const below = { top: last + 1, left, bottom: next - 1, right };
  // Excel lets a table grow when somebody types just beside it, and says nothing of that; a header beside a list adds a column.
  const beside = {
    top: header,
    left: right + 1,
    bottom: table ? table.bottom : header,
    right: table ? right + 1 : WHOLE.right,
  };
  return { rows, shape: [titles, below, beside, ...notRows], awaited: [titles, ...notRows] };
}

type OurTables = Pick<FoundInWorkbook, "register" | "policyTable">;

/** Everything from the headers of the register, or of the council's own policy, down, and just beside them. */
const shapeOfOurs = (sheet: string, { register, policyTable }: OurTables): Range[] => {
  const here = [register, policyTable].filter((table) => table?.sheet === sheet);
  if (here.length === 0) return ["practitioners", "policy"].includes(fold(sheet)) ? [WHOLE] : [];
  return here.flatMap((table) =>
    table
      ? [{ top: table.headerRow - 1, left: table.left, bottom: WHOLE.bottom, right: table.left + table.headers.length }]
      : [],
  );
};

const keptOnSheet = (areas: readonly Range[]): Range[] => areas.flatMap((area) => onSheet(area) ?? []);

/** `cells`: those that the workbook's names point to, by the id of their sheet. */
export function mapWorkbook(
  sheets: readonly SheetCells[],
  lists: readonly WorkbookList[],
  cells: readonly { readonly sheetId: string; readonly at: CellPosition }[],
  { chosen, ...ours }: Pick<WorkbookMap, "chosen"> & OurTables,
): WorkbookMap {
  const known = new Map<string, SheetMap>();
  for (const sheet of sheets) {
    const { id, isVisible } = sheet.entry;
    const here = lists.filter(({ sheetId }) => sheetId === id);
    const placed = here.map((list) => {
      const table = sheet.tables.find((one) => one.id === list.tableId);
      const { headerRow, left, headers } = list.allocations;
      const below = here.filter(
        ({ allocations: other }) =>
          other.headerRow > headerRow && other.left < left + headers.length && left < other.left + other.headers.length,
      );
      return placedList(list, table, Math.min(MAX_ROWS, ...below.map(({ allocations }) => allocations.headerRow - 1)));
    });
    known.set(id, {
      rows: placed.flatMap(({ rows }) => rows),
      shape: keptOnSheet([
        ...placed.flatMap(({ shape }) => shape),
        ...(here.length > 0 ? sheet.merges : []),
        ...shapeOfOurs(sheet.entry.name, ours),
      ]),
      awaited: keptOnSheet([...placed.flatMap(({ awaited }) => awaited), ...shapeOfOurs(sheet.entry.name, ours)]),
      mayGainList: isVisible,
      used: sheet.used,
      values: sheet.values,
    });
  }
  for (const {
    sheetId,
    at: { row, column },
  } of cells) {
    const sheet = known.get(sheetId) ?? {
      rows: [],
      shape: [],
      awaited: [],
      mayGainList: false,
      used: undefined,
      values: [],
    };
    const cell = { top: row, left: column, bottom: row, right: column };
    known.set(sheetId, { ...sheet, shape: [...sheet.shape, cell], awaited: [...sheet.awaited, cell] });
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
  if (areas.length > 0 && sheet.rows.some((rows) => isInside(area, rows))) return { kind: "rows", areas };
  if (!sheet.mayGainList) return areas.length > 0 ? { kind: "rows", areas } : { kind: "none" };
  if (areas.length > 0 || cellsIn(area) > MOST_SEARCHED) return { kind: "anew" };
  return { kind: "perhaps-headers", area };
}

/** Whether any of the cells is a header that a list could have. */
export const holdHeader = ({ chosen }: WorkbookMap, cells: readonly (readonly Cell[])[]): boolean =>
  cells.some((row) => mapHeaders(row, chosen).columns.size > 0);
