import type { Range } from "../../xlsx/addresses.ts";
import { around, cellsIn } from "./areas.ts";
import type { EditEffect } from "./workbook-map.ts";

/** What is to be read back after a burst of edits. */
export interface ReadRequest {
  readonly sheetId: string;
  readonly area: Range;
  readonly kind: "rows" | "perhaps-headers";
}

/** Events gathered into one. */
export interface Burst {
  isAnew: boolean;
  wanted: ReadRequest[];
  /** The ids of sheets whose formulas have been calculated. */
  calculated: Set<string>;
  selection: { readonly sheetId: string; readonly row: number; readonly column: number } | undefined;
}

export const noBurst = (): Burst => ({ isAnew: false, wanted: [], calculated: new Set(), selection: undefined });

const MOST_READS = 6;
/** Beyond this, reading the workbook anew costs no more. */
const MOST_CELLS = 150_000;

export function addTo(burst: Burst, sheetId: string, bearing: EditEffect): void {
  if (bearing.kind === "anew") burst.isAnew = true;
  if (bearing.kind === "rows")
    burst.wanted.push(...bearing.areas.map((area): ReadRequest => ({ sheetId, area, kind: "rows" })));
  if (bearing.kind === "perhaps-headers") burst.wanted.push({ sheetId, area: bearing.area, kind: "perhaps-headers" });
}

const isAlike = (a: ReadRequest, b: ReadRequest): boolean =>
  a.sheetId === b.sheetId && a.kind === b.kind && a.area.left === b.area.left && a.area.right === b.area.right;
const byPlace = (a: ReadRequest, b: ReadRequest): number =>
  a.sheetId.localeCompare(b.sheetId) || a.area.left - b.area.left || a.area.top - b.area.top;

/** Joins those with no more than `gap` rows between them. */
function joined(wanted: readonly ReadRequest[], gap: number): ReadRequest[] {
  const result: ReadRequest[] = [];
  for (const one of wanted) {
    const before = result.at(-1);
    if (before && isAlike(before, one) && one.area.top - before.area.bottom - 1 <= gap)
      result.splice(-1, 1, { ...before, area: around(before.area, one.area) });
    else result.push(one);
  }
  return result;
}

/** A few areas that cover all that are wanted; undefined where that would be too much to read. */
export function fewReads(wanted: readonly ReadRequest[]): readonly ReadRequest[] | undefined {
  let reads = joined([...wanted].sort(byPlace), 0);
  for (let gap = 1; reads.length > MOST_READS && gap < MOST_CELLS; gap *= 4) reads = joined(reads, gap);
  const cells = reads.reduce((sum, { area }) => sum + cellsIn(area), 0);
  return reads.length > MOST_READS || cells > MOST_CELLS ? undefined : reads;
}
