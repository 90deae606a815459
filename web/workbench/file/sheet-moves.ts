import { cellKey, MAX_COLUMNS } from "../../../xlsx/addresses.ts";
import { movedFormula, movedIndex, movedRange, type Move } from "../../../xlsx/formulas/moved.ts";
import type { Area } from "../grid.ts";
import type { Layout } from "./saved-grid.ts";

/** A move of rows or columns on a sheet of the grid. */
export interface GridMove extends Move {
  readonly sheetId: string;
}

/** What was taken out and put in again at once, as undoing does, is no move: what the cells hold is compared anyway. */
export function withoutUndone(moves: readonly GridMove[]): readonly GridMove[] {
  const left: GridMove[] = [];
  for (const move of moves) {
    const last = left.at(-1);
    const isUndone =
      last?.sheetId === move.sheetId && last.axis === move.axis && last.at === move.at && last.count === -move.count;
    if (isUndone) left.pop();
    else left.push(move);
  }
  return left;
}

/** Where the row or column that stands at an index now stood in the file; undefined for one that was put in. */
function originOf(index: number, moves: readonly Move[], axis: Move["axis"]): number | undefined {
  let at: number | undefined = index;
  for (const move of [...moves].reverse()) {
    if (at === undefined || move.axis !== axis || at < move.at) continue;
    at = move.count > 0 && at < move.at + move.count ? undefined : at - move.count;
  }
  return at;
}

function forward(index: number, moves: readonly Move[], axis: Move["axis"]): number | undefined {
  let at: number | undefined = index;
  for (const move of moves) if (at !== undefined && move.axis === axis) at = movedIndex(at, move);
  return at;
}

/** The key, in the file as it was opened, of a cell of the grid; undefined for one in a row or column that was put in. */
export function originKey(key: number, moves: readonly Move[]): number | undefined {
  if (moves.length === 0) return key;
  const row = originOf(Math.floor(key / MAX_COLUMNS), moves, "rows");
  const column = originOf(key % MAX_COLUMNS, moves, "columns");
  return row === undefined || column === undefined ? undefined : cellKey(row, column);
}

/** The key that a cell of the file has now; undefined for one that was taken out. */
export function movedKey(key: number, moves: readonly Move[]): number | undefined {
  if (moves.length === 0) return key;
  const row = forward(Math.floor(key / MAX_COLUMNS), moves, "rows");
  const column = forward(key % MAX_COLUMNS, moves, "columns");
  return row === undefined || column === undefined ? undefined : cellKey(row, column);
}

/** Every move of the workbook, each with the name of its sheet. */
export type NamedMoves = readonly { readonly sheet: string; readonly move: Move }[];

/** A formula on a sheet as it reads when the cells that it names have moved. */
export const movedText = (formula: string, ownSheet: string | undefined, moves: NamedMoves): string =>
  moves.reduce(
    (text, { sheet, move }) =>
      movedFormula(text, move, (named) => (named ?? ownSheet)?.toLowerCase() === sheet.toLowerCase()),
    formula,
  );

export function movedArea({ top, left, rows, columns }: Area, moves: readonly Move[]): Area | undefined {
  let range: ReturnType<typeof movedRange> = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  for (const move of moves) range = range && movedRange(range, move);
  return (
    range && {
      top: range.top,
      left: range.left,
      rows: range.bottom - range.top + 1,
      columns: range.right - range.left + 1,
    }
  );
}

/** How a sheet would be laid out if nothing had happened to it but these moves. */
export function movedLayout(layout: Layout, moves: readonly Move[]): Layout {
  if (moves.length === 0) return layout;
  const all = (indices: Iterable<number>, axis: Move["axis"]): Set<number> =>
    new Set([...indices].flatMap((index) => forward(index, moves, axis) ?? []));
  return {
    merges: layout.merges.flatMap((area) => {
      const moved = movedArea(area, moves);
      return moved && moved.rows * moved.columns > 1 ? [moved] : [];
    }),
    hiddenRows: all(layout.hiddenRows, "rows"),
    hiddenColumns: all(layout.hiddenColumns, "columns"),
    columnWidths: new Map(
      [...layout.columnWidths].flatMap(([column, width]) => {
        const moved = forward(column, moves, "columns");
        return moved === undefined ? [] : [[moved, width] as const];
      }),
    ),
  };
}
