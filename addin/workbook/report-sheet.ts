import type { ReportSheet } from "./report-content.ts";
import { rangeOf } from "./areas.ts";
import { command } from "./excel.ts";
import { freeName, loadTaken } from "./new-sheet.ts";
import type { OwnWrites } from "./own-writes.ts";
import { plainCell } from "./plain-text.ts";
import { addChart } from "./report-charts.ts";
import { layoutOf, type PlacedTable } from "./report-layout.ts";

/** In points. */
const FIRST_WIDTH = 290;
const OTHER_WIDTH = 115;

const TABLE = "LPReport";
const LONGEST_SHEET = 31;
/** Kept free for a number behind a name that is taken. */
const FOR_NUMBER = 4;

/** A name as Excel takes it for a sheet: cut, and without what no such name may hold. */
const sheetName = (name: string): string =>
  name
    .replace(/[:\\/?*[\]]+/g, " ")
    .slice(0, LONGEST_SHEET - FOR_NUMBER)
    .replace(/^[\s']+|[\s']+$/g, "") || "Report";

function writeTable(sheet: Excel.Worksheet, { table, heading, area }: PlacedTable, name: string): void {
  const title = sheet.getCell(heading, 0);
  title.values = [[plainCell(table.heading)]];
  title.format.font.bold = true;
  const height = area.bottom - area.top;
  (table.formats ?? []).forEach((format, column) => {
    if (format === undefined) return;
    const cells = rangeOf(sheet, { ...area, top: area.top + 1, left: column, right: column });
    cells.numberFormat = Array.from({ length: height }, () => [format]);
  });
  const range = rangeOf(sheet, area);
  const rows = table.rows.length > 0 ? table.rows : [table.headers.map(() => "")];
  range.values = [table.headers, ...rows].map((row) => row.map(plainCell));
  sheet.tables.add(range, true).name = name;
  rangeOf(sheet, { ...area, bottom: area.top }).format.wrapText = true;
}

/** Writes a report onto a new sheet and shows it: one round trip to see which names are free, one for everything else. */
export const insertReport = (report: ReportSheet, own: OwnWrites): Promise<void> =>
  command("insert the report", async (context) => {
    const taken = loadTaken(context);
    await context.sync();
    const { sheets, names } = taken();
    const { tables, charts } = layoutOf(report);
    own.added("sheet");
    const sheet = context.workbook.worksheets.add(freeName(sheetName(report.name), sheets));
    const lines = rangeOf(sheet, { top: 0, left: 0, bottom: report.notes.length, right: 0 });
    lines.values = [report.title, ...report.notes].map((line) => [plainCell(line)]);
    sheet.getRange("A1").format.font.bold = true;
    // Before anything is wrapped, so that rows grow by the width that stays.
    const right = Math.max(1, ...tables.map(({ area }) => area.right));
    rangeOf(sheet, { top: 0, left: 0, bottom: 0, right: 0 }).format.columnWidth = FIRST_WIDTH;
    rangeOf(sheet, { top: 0, left: 1, bottom: 0, right }).format.columnWidth = OTHER_WIDTH;
    const used = new Set(names);
    for (const placed of tables) {
      const name = freeName(TABLE, used, "");
      used.add(name.toLowerCase());
      own.added("table");
      writeTable(sheet, placed, name);
    }
    for (const placed of charts) addChart(sheet, placed);
    sheet.activate();
    await context.sync();
  });
