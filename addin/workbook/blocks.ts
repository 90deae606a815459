import type { Range } from "../../xlsx/addresses.ts";
import { cellsIn, heightOf, rangeOf, widthOf } from "./areas.ts";
import type { Context } from "./excel.ts";
import { isTooLarge, problemOf } from "./problems.ts";

/** Part of a sheet to be read: what its cells hold, their formulas, or the formats of their numbers. */
export interface Block {
  readonly sheetId: string;
  readonly area: Range;
  readonly what: "values" | "formulas" | "numberFormat";
}

export type Rows = readonly (readonly unknown[])[];

/** About 2 MB of short texts and dates: well under the 5 MB that Excel on the web gives in one answer. */
const CELLS_IN_ONE_READ = 150_000;

/** Blocks of whole rows, none with more cells than one answer may hold. */
function inPieces(block: Block): Block[] {
  const { area } = block;
  const rows = Math.max(1, Math.floor(CELLS_IN_ONE_READ / widthOf(area)));
  return Array.from({ length: Math.ceil(heightOf(area) / rows) }, (_, piece) => {
    const top = area.top + piece * rows;
    return { ...block, area: { ...area, top, bottom: Math.min(area.bottom, top + rows - 1) } };
  });
}

const halves = <T>(items: readonly T[]): [readonly T[], readonly T[]] => [
  items.slice(0, items.length >> 1),
  items.slice(items.length >> 1),
];

/** Reads a batch in one answer, or in halves as long as it is refused for its size. */
async function readBatch(context: Context, batch: readonly Block[]): Promise<Rows[]> {
  const ranges = batch.map(({ sheetId, area, what }) =>
    rangeOf(context.workbook.worksheets.getItem(sheetId), area).load(what),
  );
  try {
    await context.sync();
    // Instead of refusing, Excel may leave the values out: the client then has null.
    const found = ranges.map((range, index) => range[batch[index]?.what ?? "values"] as Rows | null);
    if (found.every((rows) => rows !== null)) return found;
  } catch (error) {
    if (!isTooLarge(error)) throw error;
  }
  const [first] = batch;
  if (batch.length > 1) {
    const [before, after] = halves(batch);
    return [...(await readBatch(context, before)), ...(await readBatch(context, after))];
  }
  if (!first || heightOf(first.area) === 1)
    throw problemOf({ code: "ResponsePayloadSizeLimitExceeded" }, "read the workbook");
  const middle = first.area.top + (heightOf(first.area) >> 1);
  const upper = await readBatch(context, [{ ...first, area: { ...first.area, bottom: middle - 1 } }]);
  const lower = await readBatch(context, [{ ...first, area: { ...first.area, top: middle } }]);
  return [[...upper.flat(), ...lower.flat()]];
}

/** Reads blocks of any size in as few answers as they fit into; gives the rows of each. */
export async function readBlocks(context: Context, blocks: readonly Block[]): Promise<Rows[]> {
  const found = blocks.map((): unknown[][] => []);
  const pieces = blocks.flatMap((block, index) => inPieces(block).map((piece) => ({ piece, index })));
  let batch: typeof pieces = [];
  const readThem = async (): Promise<void> => {
    const rows = await readBatch(
      context,
      batch.map(({ piece }) => piece),
    );
    batch.forEach(({ index }, at) => {
      for (const row of rows[at] ?? []) found[index]?.push([...row]);
    });
    batch = [];
  };
  for (const next of pieces) {
    const size = batch.reduce((sum, { piece }) => sum + cellsIn(piece.area), cellsIn(next.piece.area));
    if (batch.length > 0 && size > CELLS_IN_ONE_READ) await readThem();
    batch.push(next);
  }
  if (batch.length > 0) await readThem();
  return found;
}
