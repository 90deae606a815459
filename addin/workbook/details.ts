import { shownColumns, type Allocations } from "../../rules/workbook/allocations.ts";
import { findOnSheet } from "../../rules/workbook/find-lists.ts";
import type { SaidOfSheet } from "../../rules/workbook/said-of-sheet.ts";
import type { Grid } from "../../rules/workbook/grid.ts";
import type { Range } from "../../xlsx/addresses.ts";
import { rangeOf } from "./areas.ts";
import { readBlocks, type Block, type Rows } from "./blocks.ts";
import type { Context } from "./excel.ts";
import type { SheetCells } from "./sheet-cells.ts";

/** What is looked at only where the values of a sheet raise a question. */
export interface Details {
  readonly formulas: readonly Placed[];
  readonly numberFormats: readonly Placed[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** Cells of a sheet, row by row from a corner. */
export interface Placed {
  readonly top: number;
  readonly left: number;
  readonly rows: Rows;
}

export const NO_DETAILS: Details = { formulas: [], numberFormats: [], hiddenRows: new Set(), hiddenColumns: new Set() };

export const cellIn = (blocks: readonly Placed[], row: number, column: number): unknown =>
  blocks.flatMap(({ top, left, rows }) => rows[row - top]?.[column - left] ?? [])[0];

/** Rows (as Excel numbers them) in runs, those with hardly anything between them joined. */
function runs(rowNumbers: readonly number[]): { top: number; bottom: number }[] {
  const found: { top: number; bottom: number }[] = [];
  for (const number of rowNumbers) {
    const last = found.at(-1);
    if (last && number - 1 - last.bottom <= 8) last.bottom = number - 1;
    else found.push({ top: number - 1, bottom: number - 1 });
  }
  return found;
}

/** Where the formulas and formats stand that decide how a list is read: rows that may be made ready for later, numbers that are references. */
function wantedOf(list: Allocations): { formulas: Range[]; numberFormats: Range[] } {
  const { left, headers, preparedRows, rows, rowNumbers, mapping } = list;
  const right = left + headers.length - 1;
  return {
    formulas: runs(preparedRows).map((run) => ({ ...run, left, right })),
    numberFormats: shownColumns(mapping).flatMap((column) =>
      runs(rowNumbers.filter((_, at) => typeof rows[at]?.[column] === "number")).map((run) => ({
        ...run,
        left: left + column,
        right: left + column,
      })),
    ),
  };
}

type Kind = Extract<Block["what"], "formulas" | "numberFormat">;
type Wanted = Block & { readonly what: Kind; readonly sheet: number };

function wantedOn(grid: Grid, said: SaidOfSheet, sheetId: string, sheet: number): Wanted[] {
  // As if everything were a formula: what is no row even then needs no look.
  const { lists } = findOnSheet({ ...grid, isFormula: () => true }, said);
  const block =
    (what: Kind) =>
    (area: Range): Wanted => ({ sheetId, sheet, area, what });
  return lists.flatMap((list) => {
    const { formulas, numberFormats } = wantedOf(list);
    return [...formulas.map(block("formulas")), ...numberFormats.map(block("numberFormat"))];
  });
}

/** Asks which rows and columns of a sheet are hidden, with the next sync. */
function loadHidden(context: Context, { entry, used, hides }: SheetCells) {
  if (!used || !(hides.rows || hides.columns)) return undefined;
  const range = rangeOf(context.workbook.worksheets.getItem(entry.id), used);
  return {
    used,
    rows: hides.rows ? range.getRowProperties({ rowHidden: true }) : undefined,
    columns: hides.columns ? range.getColumnProperties({ columnHidden: true }) : undefined,
  };
}

const hiddenIn = (hidden: readonly (boolean | undefined)[] | undefined, first: number): ReadonlySet<number> =>
  new Set((hidden ?? []).flatMap((isHidden, at) => (isHidden === true ? [first + at] : [])));

/** Looks closer at sheets where their values ask for it: in one round trip more, in none where they do not. */
export async function readDetails(
  context: Context,
  sheets: readonly SheetCells[],
  gridOf: (sheet: SheetCells) => Grid,
  saidOf: (sheet: SheetCells) => SaidOfSheet,
): Promise<Details[]> {
  const wanted = sheets.flatMap((sheet, at) =>
    sheet.entry.isVisible ? wantedOn(gridOf(sheet), saidOf(sheet), sheet.entry.id, at) : [],
  );
  const hidden = sheets.map((sheet) => loadHidden(context, sheet));
  if (wanted.length === 0 && hidden.every((one) => one === undefined)) return sheets.map(() => NO_DETAILS);
  const rows = await readBlocks(context, wanted);
  // Where no cells were wanted, nothing has been sent yet.
  if (wanted.length === 0) await context.sync();
  const placed = (sheet: number, kind: Kind): Placed[] =>
    wanted.flatMap((one, at) =>
      one.sheet === sheet && one.what === kind ? [{ ...one.area, rows: rows[at] ?? [] }] : [],
    );
  return sheets.map((_, at): Details => {
    const found = hidden[at];
    return {
      formulas: placed(at, "formulas"),
      numberFormats: placed(at, "numberFormat"),
      hiddenRows: hiddenIn(
        found?.rows?.value.map(({ rowHidden }) => rowHidden),
        found?.used.top ?? 0,
      ),
      hiddenColumns: hiddenIn(
        found?.columns?.value.map(({ columnHidden }) => columnHidden),
        found?.used.left ?? 0,
      ),
    };
  });
}
