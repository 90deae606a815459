import type { SheetPatch } from "../../../xlsx/patching/patch.ts";
import type { Layout } from "./saved-grid.ts";

type LayoutPatch = Pick<SheetPatch, "merges" | "rowsShown" | "columnsShown" | "columnWidths">;

/** Beside its characters a column has some pixels of padding. */
const PADDING = 5;
const PIXELS_A_CHARACTER = 7;

/** A width in the characters of a file for pixels on the screen, and the other way round. */
export const pixelsOf = (characters: number): number => Math.round(characters * PIXELS_A_CHARACTER);
const charactersOf = (pixels: number): number => Math.max(0, (pixels - PADDING) / PIXELS_A_CHARACTER);

function shownNow(before: ReadonlySet<number>, now: ReadonlySet<number>): ReadonlyMap<number, boolean> {
  const changed = [...new Set([...before, ...now])].filter((at) => before.has(at) !== now.has(at));
  return new Map(changed.map((at) => [at, !now.has(at)]));
}

/** What is different in how a sheet is laid out; what is not is not mentioned. */
export function layoutChanges(before: Layout, now: Layout): LayoutPatch {
  const rowsShown = shownNow(before.hiddenRows, now.hiddenRows);
  const columnsShown = shownNow(before.hiddenColumns, now.hiddenColumns);
  const columnWidths = new Map(
    [...now.columnWidths].flatMap(([column, pixels]) =>
      before.columnWidths.get(column) === pixels ? [] : [[column, charactersOf(pixels)] as const],
    ),
  );
  const merges = now.merges.map(({ top, left, rows, columns }) => ({
    top,
    left,
    bottom: top + rows - 1,
    right: left + columns - 1,
  }));
  const key = ({ merges: areas }: Layout): string => JSON.stringify(areas.map((area) => JSON.stringify(area)).sort());
  return {
    ...(rowsShown.size > 0 ? { rowsShown } : {}),
    ...(columnsShown.size > 0 ? { columnsShown } : {}),
    ...(columnWidths.size > 0 ? { columnWidths } : {}),
    ...(key(before) === key(now) ? {} : { merges }),
  };
}
