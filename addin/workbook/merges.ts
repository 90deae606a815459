import type { Range } from "../../xlsx/addresses.ts";
import { heightOf, rangeOf } from "./areas.ts";
import { supports, type Context } from "./excel.ts";
import { isTooLarge } from "./problems.ts";

/** The merged cells of an area. */
export interface Merges {
  readonly merges: readonly Range[];
  /** Whether there are too many of them for Excel to tell. */
  readonly isUnknown: boolean;
}

const NONE: Merges = { merges: [], isUnknown: false };

/** Excel gives up to 512 merged cells at once: an area is asked for again by so many rows. */
const ROWS_AT_ONCE = 250;

export const canTellMerges = (): boolean => supports("1.13");

/** The merged cells of a range, to be known after the next sync; their address alone would name the first cell of each. */
export function loadMerges(range: Excel.Range) {
  const merged = range.getMergedAreasOrNullObject();
  return { merged, areas: merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount") };
}

export function areasOf(loaded: ReturnType<typeof loadMerges> | undefined): Merges {
  if (!loaded || loaded.merged.isNullObject) return NONE;
  return {
    merges: loaded.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
      top: rowIndex,
      left: columnIndex,
      bottom: rowIndex + rowCount - 1,
      right: columnIndex + columnCount - 1,
    })),
    isUnknown: false,
  };
}

const pieces = (area: Range): Range[] =>
  Array.from({ length: Math.ceil(heightOf(area) / ROWS_AT_ONCE) }, (_, at) => ({
    ...area,
    top: area.top + at * ROWS_AT_ONCE,
    bottom: Math.min(area.bottom, area.top + (at + 1) * ROWS_AT_ONCE - 1),
  }));

async function readOne(context: Context, sheetId: string, area: Range): Promise<Merges> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const loaded = pieces(area).map((piece) => loadMerges(rangeOf(sheet, piece)));
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) throw error;
    return { merges: [], isUnknown: true };
  }
  return { merges: loaded.flatMap((one) => areasOf(one).merges), isUnknown: false };
}

/** The merged cells of several sheets, where too many were asked for at once: one round trip for each. */
export async function readMerges(
  context: Context,
  places: readonly { readonly sheetId: string; readonly area: Range | undefined }[],
): Promise<Merges[]> {
  const found: Merges[] = [];
  for (const { sheetId, area } of places)
    found.push(area && canTellMerges() ? await readOne(context, sheetId, area) : NONE);
  return found;
}
