import type { SheetModel, WorkbookModel } from "./model.ts";
import { columnName } from "../addresses.ts";
import { quotedSheet, insist, requireDefinedNames, requireFormula, requireSheetNames } from "./rules-of-excel.ts";
import { elementXml, MAIN, RELATIONSHIPS, textXml, XML_START } from "./xml-text.ts";

const STATES = { visible: undefined, hidden: "hidden", "very-hidden": "veryHidden" } as const;

/** The sheet in front: the first that can be seen. */
export const activeSheet = ({ sheets }: WorkbookModel): number =>
  sheets.findIndex(({ visibility = "visible" }) => visibility === "visible");

/** The workbook part; `relationships` lead to the sheets, in order. */
export function workbookPartXml(model: WorkbookModel, relationships: readonly string[]): string {
  const active = activeSheet(model);
  insist(active >= 0, "A workbook needs a sheet that can be seen.");
  requireSheetNames(model.sheets.map(({ name }) => name));
  const view = { xWindow: 0, yWindow: 0, windowWidth: 28800, windowHeight: 15000, activeTab: active || undefined };
  const sheets = model.sheets.map(({ name, visibility = "visible" }, at) =>
    elementXml("sheet", { name, sheetId: at + 1, state: STATES[visibility], "r:id": relationships[at] }),
  );
  return (
    XML_START +
    elementXml(
      "workbook",
      { xmlns: MAIN, "xmlns:r": RELATIONSHIPS },
      '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/>' +
        elementXml("workbookPr", { date1904: model.date1904 || undefined }) +
        elementXml("bookViews", {}, elementXml("workbookView", view)) +
        elementXml("sheets", {}, sheets.join("")) +
        namesXml(model) +
        // Excel recalculates on opening whatever an older calculation engine saved, and a formula of an add-in that is
        // not there yet would lose its value to #NAME?. This is the number of the engine since Excel 2019.
        '<calcPr calcId="191029"/>',
    )
  );
}

function namesXml({ names = [], sheets }: WorkbookModel): string {
  requireDefinedNames([...names, ...sheets.flatMap(({ tables = [] }) => tables)].map(({ name }) => name));
  const titles = sheets.flatMap((sheet, localSheetId) => printTitles(sheet, localSheetId));
  const sorted = names.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const own = sorted.map(({ name, formula }) => elementXml("definedName", { name }, textXml(requireFormula(formula))));
  const all = [...titles, ...own].join("");
  return all === "" ? "" : elementXml("definedNames", {}, all);
}

function printTitles({ name, print }: SheetModel, localSheetId: number): readonly string[] {
  const { titleColumns, titleRows } = print ?? {};
  const ranges = [
    ...(titleColumns ? [titleColumns.map((column) => `$${columnName(column)}`)] : []),
    ...(titleRows ? [titleRows.map((row) => `$${row + 1}`)] : []),
  ];
  if (ranges.length === 0) return [];
  const formula = ranges.map((ends) => `${quotedSheet(name)}!${ends.join(":")}`).join(",");
  return [elementXml("definedName", { name: "_xlnm.Print_Titles", localSheetId }, textXml(formula))];
}
