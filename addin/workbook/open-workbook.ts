import { todayHere } from "../../client/today.ts";
import type { Workbook } from "./workbook.ts";
import { addColumns } from "./add-columns.ts";
import { addCheckColumns, repair } from "./check-columns.ts";
import { background, command, supports, TIMES, type Times } from "./excel.ts";
import { insertExample } from "./example.ts";
import type { WorkbookMap } from "./workbook-map.ts";
import { clearMarks, mark } from "./marks.ts";
import { keepCheckDate, keepPolicy } from "./names.ts";
import { ownWrites } from "./own-writes.ts";
import { makePractitioners } from "./practitioners.ts";
import { showPolicyRow, writePolicy } from "./policy-table.ts";
import { readWorkbook } from "./read.ts";
import { insertReport } from "./report-sheet.ts";
import { readRows } from "./rows.ts";
import { keepChoices, keepSent } from "./document-settings.ts";
import { watchWorkbook } from "./watch.ts";
import { writeCells } from "./write-cells.ts";

/** The workbook that this add-in stands in. Nothing is asked of Excel before a method is called. */
export function openWorkbook(times: Times = TIMES): Workbook {
  const own = ownWrites(times);
  let known: WorkbookMap | undefined;
  let checkDate: number | undefined;
  return {
    async read() {
      const found = await background("read the workbook", times, readWorkbook);
      known = found.known;
      checkDate = found.read.inputs.checkDate;
      return found.read;
    },
    watch: (report) => watchWorkbook(report, { own, times, known: () => known }),
    goTo: (sheetId, row, column) =>
      command("go to the cell", async (context) => {
        const sheet = context.workbook.worksheets.getItem(sheetId);
        sheet.activate();
        sheet.getCell(row, column).select();
        await context.sync();
      }),
    mark,
    clearMarks,
    addCheckColumns: (list, values) => addCheckColumns(list, values, own),
    repair: (lists, values) => repair(lists, values, own),
    recalculate: () =>
      command("calculate the workbook anew", async (context) => {
        context.workbook.application.calculate("Full");
        await context.sync();
      }),
    insertExample: () => insertExample(checkDate ?? todayHere(), own),
    addColumns: (list, at, headers) => addColumns(list, { at, headers }, own),
    makePractitioners: (headers, rows) => makePractitioners(headers, rows, own),
    writeCells: (sheetId, writes, standing) => writeCells(sheetId, writes, standing, own),
    writePolicy: (rows, found) => writePolicy(rows, found, own),
    showPolicyRow,
    insertReport: (report) => insertReport(report, own),
    keepCheckDate,
    keepPolicy,
    keepChoices,
    keepSent,
    readRows: (list, from, count) =>
      background("read the rows", times, (context) => readRows(context, list, from, count)),
  };
}

/** Whether what this add-in writes can be undone; before ExcelApi 1.20 a write may empty Excel's list of things to undo. */
export const undoSurvives = (): boolean => supports("1.20");
