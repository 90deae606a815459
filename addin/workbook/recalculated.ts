import type { Cell } from "../../rules/read.ts";
import type { Range } from "../../xlsx/addresses.ts";
import { around, isInside, overlap, rangeOf } from "./areas.ts";
import { areasOf } from "./merges.ts";
import type { Change } from "./workbook.ts";
import type { SheetMap } from "./workbook-map.ts";

/** Formulas in so many places are read as one area around them all. */
const MOST_AREAS = 60;

/** The areas of a sheet whose formulas bear on a check, each with whether it is rows of a list. */
interface FormulaArea {
  readonly area: Range;
  readonly isRows: boolean;
}

/** Where the formulas of a sheet stand that bear on a check, looked for once for each reading of the workbook. */
const known = new WeakMap<SheetMap, readonly FormulaArea[]>();

const within = (area: Range, places: readonly Range[], isRows: boolean): FormulaArea[] =>
  places.flatMap((place) => {
    const shared = overlap(area, place);
    return shared ? [{ area: shared, isRows }] : [];
  });

/** An area without the rows that other places take. */
const without = (area: Range, places: readonly Range[]): Range[] =>
  places.reduce<Range[]>(
    (parts, place) =>
      parts.flatMap((part) => {
        if (!overlap(part, place)) return [part];
        const above = { ...part, bottom: place.top - 1 };
        const below = { ...part, top: place.bottom + 1 };
        return [above, below].filter(({ top, bottom }) => top <= bottom);
      }),
    [area],
  );

function joined(areas: readonly FormulaArea[]): readonly FormulaArea[] {
  if (areas.length <= MOST_AREAS) return areas;
  return [true, false].flatMap((isRows) => {
    const [first, ...others] = areas.filter((one) => one.isRows === isRows).map(({ area }) => area);
    return first ? [{ area: others.reduce(around, first), isRows }] : [];
  });
}

async function formulaAreas(sheetId: string, map: SheetMap): Promise<readonly FormulaArea[]> {
  const found = known.get(map);
  if (found) return found;
  const { used } = map;
  const areas = used
    ? await Excel.run(async (context) => {
        const formulas = rangeOf(context.workbook.worksheets.getItem(sheetId), used).getSpecialCellsOrNullObject(
          "Formulas",
        );
        const loaded = {
          merged: formulas,
          areas: formulas.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount"),
        };
        await context.sync();
        return areasOf(loaded).merges;
      })
    : [];
  const bearing = joined(
    areas.flatMap((area) => [
      ...without(area, map.awaited).flatMap((part) => within(part, map.rows, true)),
      ...within(area, map.awaited, false),
    ]),
  );
  known.set(map, bearing);
  return bearing;
}

/** Whether cells hold anything else than when the workbook was read. */
const haveChanged = ({ top, left }: Range, cells: readonly (readonly Cell[])[], { used, values }: SheetMap): boolean =>
  cells.some((row, y) =>
    row.some((cell, x) => cell !== (values[top + y - (used?.top ?? 0)]?.[left + x - (used?.left ?? 0)] ?? "")),
  );

/**
 * What a sheet's formulas have come to since, where that bears on a check: rows of a list as they are now, or that
 * everything is to be read anew. Two round trips the first time after a reading, one after that, none where no formula does.
 */
export async function recalculatedOn(sheetId: string, map: SheetMap): Promise<readonly Change[]> {
  const areas = await formulaAreas(sheetId, map);
  if (areas.length === 0) return [];
  const ranges = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const loaded = areas.map(({ area }) => rangeOf(sheet, area).load("values"));
    await context.sync();
    return loaded.map(({ values }) => values as Cell[][]);
  });
  const isAnew = areas.some(
    ({ area, isRows }, at) => !isRows && haveChanged(area, ranges[at] ?? [], map) && isInsideUsed(area, map),
  );
  if (isAnew) return [{ kind: "structure" }];
  return areas.flatMap(({ area: { top, left }, isRows }, at): Change[] =>
    isRows ? [{ kind: "cells", sheetId, top, left, cells: ranges[at] ?? [] }] : [],
  );
}

const isInsideUsed = (area: Range, { used }: SheetMap): boolean => used !== undefined && isInside(area, used);
