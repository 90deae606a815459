import { SEVERITIES, severityRank, type Severity } from "../../rules/finding.ts";
import { rangeAddress } from "../../xlsx/addresses.ts";
import type { Choices } from "./choices.ts";
import type { Mark } from "./workbook.ts";
import { command, type Context } from "./excel.ts";
import { protectedSheet } from "./problems.ts";
import { loadSetting, storeChoices, storedIn } from "./document-settings.ts";

interface Look {
  readonly fill: string;
  readonly colour: string;
  readonly isBold: boolean;
  readonly underline: "None" | "Single";
  readonly isItalic: boolean;
}

/** Told apart by how the text stands, not by colour alone. */
const LOOKS: Readonly<Record<Severity, Look>> = {
  "not-eligible": { fill: "#F8D0D0", colour: "#7A0000", isBold: true, underline: "Single", isItalic: false },
  action: { fill: "#FCE0C0", colour: "#6B3400", isBold: true, underline: "None", isItalic: false },
  check: { fill: "#FFF3BF", colour: "#574200", isBold: false, underline: "Single", isItalic: false },
  advice: { fill: "#DCEBFA", colour: "#0B3D6B", isBold: false, underline: "None", isItalic: true },
};

/** Excel takes addresses of up to 8,192 characters. */
const LONGEST_ADDRESS = 8_000;

/** The addresses of cells, runs down a column joined, in as few texts as Excel takes. */
export function markAddresses(cells: readonly { readonly row: number; readonly column: number }[]): string[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.left === column && row <= last.bottom + 1) last.bottom = row;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const addresses: string[] = [];
  for (const address of runs.map(rangeAddress)) {
    const last = addresses.at(-1);
    if (last === undefined || last.length + address.length >= LONGEST_ADDRESS) addresses.push(address);
    else addresses[addresses.length - 1] = `${last},${address}`;
  }
  return addresses;
}

/** The worst severity of each cell. */
function worstOf(marks: readonly Mark[]): Mark[] {
  const byCell = new Map<string, Mark>();
  for (const mark of marks) {
    const cell = rangeAddress({ top: mark.row, left: mark.column, bottom: mark.row, right: mark.column });
    const known = byCell.get(cell);
    if (!known || severityRank(mark.severity) > severityRank(known.severity)) byCell.set(cell, mark);
  }
  return [...byCell.values()];
}

function addFormat(
  sheet: Excel.Worksheet,
  address: string,
  { fill, colour, isBold, underline, isItalic }: Look,
): Excel.ConditionalFormat {
  const format = sheet.getRanges(address).conditionalFormats.add("Custom");
  const { custom } = format;
  custom.rule.formula = "=TRUE";
  custom.format.fill.color = fill;
  custom.format.font.color = colour;
  custom.format.font.bold = isBold;
  custom.format.font.underline = underline;
  custom.format.font.italic = isItalic;
  return format.load("id");
}

/** The formats of a whole sheet, to be known after the next sync. */
const loadFormats = (sheet: Excel.Worksheet): Excel.ConditionalFormatCollection =>
  sheet.getRange().conditionalFormats.load("items/id");

/** Takes exactly ours away; those that somebody has removed already are no longer among the sheet's. */
function removeOurs({ items }: Excel.ConditionalFormatCollection, ours: readonly string[]): void {
  for (const format of items) if (ours.includes(format.id)) format.delete();
}

const withMarks = (choices: Choices, sheetId: string, ids: readonly string[]): Choices => ({
  ...choices,
  marks: Object.fromEntries([
    ...Object.entries(choices.marks).filter(([id]) => id !== sheetId),
    ...(ids.length > 0 ? [[sheetId, ids] as const] : []),
  ]),
});

export const mark = (sheetId: string, marks: readonly Mark[]): Promise<void> =>
  command("mark cells", async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId).load("name");
    const protection = sheet.protection.load("protected");
    const formats = loadFormats(sheet);
    const setting = loadSetting(context);
    await context.sync();
    if (protection.protected) throw protectedSheet(sheet.name, "mark cells");

    removeOurs(formats, storedIn(setting).choices.marks[sheetId] ?? []);
    const worst = worstOf(marks);
    const added = SEVERITIES.flatMap((severity) =>
      markAddresses(worst.filter((one) => one.severity === severity)).map((address) =>
        addFormat(sheet, address, LOOKS[severity]),
      ),
    );
    await context.sync();
    storeChoices(context, setting, (choices) =>
      withMarks(
        choices,
        sheetId,
        added.map(({ id }) => id),
      ),
    );
    await context.sync();
  });

/** The marked sheets that are still there, with their formats. */
async function markedSheets(context: Context, marks: Choices["marks"]) {
  const sheets = Object.keys(marks).map((id) => context.workbook.worksheets.getItemOrNullObject(id).load("id,name"));
  await context.sync();
  const marked = sheets
    .filter(({ isNullObject }) => !isNullObject)
    .map((sheet) => ({ sheet, protection: sheet.protection.load("protected"), formats: loadFormats(sheet) }));
  await context.sync();
  return marked;
}

export const clearMarks = (): Promise<void> =>
  command("clear the marks", async (context) => {
    const setting = loadSetting(context);
    await context.sync();
    const { marks } = storedIn(setting).choices;
    if (Object.keys(marks).length === 0) return;
    const marked = await markedSheets(context, marks);
    const [locked, open] = [
      marked.filter(({ protection }) => protection.protected),
      marked.filter(({ protection }) => !protection.protected),
    ];
    for (const { sheet, formats } of open) removeOurs(formats, marks[sheet.id] ?? []);
    const left = Object.fromEntries(locked.map(({ sheet: { id } }) => [id, marks[id] ?? []]));
    storeChoices(context, setting, (choices) => ({ ...choices, marks: left }));
    await context.sync();
    const [first] = locked;
    if (first) throw protectedSheet(first.sheet.name, "clear the marks");
  });
