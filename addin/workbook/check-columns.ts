import { SHOWN_AS } from "../../rules/finding.ts";
import type { Range } from "../../xlsx/addresses.ts";
import type { CheckColumns, CheckValues, WorkbookList } from "./workbook.ts";
import { addressOn, rangeOf } from "./areas.ts";
import { formulasFor } from "./check-formulas.ts";
import { command, type Context } from "./excel.ts";
import { CHECK_HEADER, WHY_HEADER } from "./own-columns.ts";
import type { OwnWrites } from "./own-writes.ts";
import { findPlace, type Place } from "./place.ts";
import { plainText } from "./plain-text.ts";

/** In points. */
const CHECK_WIDTH = 90;
const WHY_WIDTH = 480;
/** How much text is sent to Excel at once; its limit is 5 MB with everything around it. */
const MOST_CHARACTERS = 1_000_000;
const MOST_ROWS = 10_000;

const columnOf = ({ column, data }: Place, index: number): Range => ({
  ...data,
  left: column + index,
  right: column + index,
});

/** Texts for the rows of the list, one a row of the sheet; rows that are none of its own (a header repeated) stay blank. */
function byRow({ data }: Place, { allocations }: WorkbookList, texts: readonly string[]): string[] {
  const shown = new Map(
    allocations.rowNumbers.map((number, index): [number, string] => [number - 1, texts[index] ?? ""]),
  );
  return Array.from({ length: data.bottom - data.top + 1 }, (_, index) => plainText(shown.get(data.top + index) ?? ""));
}

/** Writes a column of plain texts, in as many requests as its length needs. */
async function writeTexts(
  context: Context,
  sheet: Excel.Worksheet,
  area: Range,
  texts: readonly string[],
): Promise<void> {
  for (let from = 0; from < texts.length;) {
    let to = from;
    for (
      let size = 0;
      to < texts.length && to - from < MOST_ROWS && (to === from || size + (texts[to] ?? "").length <= MOST_CHARACTERS);
      to += 1
    )
      size += (texts[to] ?? "").length;
    const part = { ...area, top: area.top + from, bottom: area.top + to - 1 };
    rangeOf(sheet, part).values = texts.slice(from, to).map((text) => [text]);
    await context.sync();
    from = to;
  }
}

/** The last row to be cleared of what we wrote before: a list that has become shorter leaves our own verdicts below it. */
export async function lastOwnRow(context: Context, { sheet, column, data, lastFilled }: Place): Promise<number> {
  if (lastFilled <= data.bottom) return data.bottom;
  const below = rangeOf(sheet, { top: data.bottom + 1, left: column, bottom: lastFilled, right: column }).load(
    "values",
  );
  await context.sync();
  const verdicts = new Set<unknown>(["", ...Object.values(SHOWN_AS)]);
  const end = below.values.findIndex(([value]: unknown[]) => !verdicts.has(value));
  return end < 0 ? lastFilled : data.bottom + end;
}

async function write(
  context: Context,
  place: Place,
  list: WorkbookList,
  values: () => CheckValues,
  own: OwnWrites,
): Promise<CheckColumns> {
  const { sheet, sheetName, column, headers, data, isOurs } = place;
  const titles = { top: headers.top, left: column, bottom: headers.top, right: column + 1 };
  const bottom = isOurs ? await lastOwnRow(context, place) : data.bottom;
  own.cells(list.sheetId, { ...titles, bottom });
  // Whatever stood there would block a formula that spills.
  if (isOurs) rangeOf(sheet, { top: data.top, left: column, bottom, right: column + 1 }).clear("Contents");
  const header = rangeOf(sheet, titles);
  header.values = [[CHECK_HEADER, WHY_HEADER]];
  if (!isOurs) {
    header.format.font.bold = true;
    rangeOf(sheet, columnOf(place, 0)).format.columnWidth = CHECK_WIDTH;
    const why = rangeOf(sheet, columnOf(place, 1)).format;
    why.columnWidth = WHY_WIDTH;
    why.wrapText = true;
  }
  const formulas = formulasFor(place, list.allocations.rows);
  const all = [formulas.check, formulas.why];
  all.forEach((formula, index) => {
    if (formula !== undefined) sheet.getCell(data.top, column + index).formulas = [[formula]];
  });
  await context.sync();
  const isPlain = all.map((formula) => formula === undefined);
  if (isPlain.includes(true)) {
    const { check, why } = values();
    for (const [index, texts] of [check, why].entries()) {
      if (isPlain[index]) await writeTexts(context, sheet, columnOf(place, index), byRow(place, list, texts));
    }
  }
  const kind = isPlain.includes(true) ? (isPlain.includes(false) ? "mixed" : "values") : "formulas";
  return { kind, address: addressOn(sheetName, titles) };
}

export const addCheckColumns = (list: WorkbookList, values: () => CheckValues, own: OwnWrites): Promise<CheckColumns> =>
  command("add the check columns", async (context) =>
    write(context, await findPlace(context, list, "add the check columns"), list, values, own),
  );

/** Finds our columns by their headers beside each list and writes them from our own definition, never from what stands there. */
export const repair = (
  lists: readonly WorkbookList[],
  values: (list: WorkbookList) => CheckValues,
  own: OwnWrites,
): Promise<number> =>
  command("write the check columns anew", async (context) => {
    let repaired = 0;
    for (const list of lists.filter(({ allocations }) => allocations.rowNumbers.length > 0)) {
      const place = await findPlace(context, list, "write the check columns anew");
      if (!place.isOurs) continue;
      await write(context, place, list, () => values(list), own);
      repaired += 2;
    }
    return repaired;
  });
