import { cellAddress, rangeAddress } from "../addresses.ts";
import { conditionalFormatsXml } from "./conditional-formats.ts";
import type { SheetModel } from "./model.ts";
import { requireRange } from "./rules-of-excel.ts";
import { colourXml } from "./style.ts";
import { sheetDataXml } from "./sheet-cells.ts";
import type { CellParts } from "./sheet-cells.ts";
import { spreadSpills } from "./spills.ts";
import type { LaidCell } from "./spills.ts";
import { requireTablesApart } from "./table-part.ts";
import { validationsXml } from "./validations.ts";
import { countedXml, elementXml, MAIN, RELATIONSHIPS, XML_START } from "./xml-text.ts";

/** The worksheet part; `tables` are the relationships to its tables. The order of the elements is laid down. */
export function sheetPartXml(
  sheet: SheetModel,
  parts: CellParts,
  tables: readonly string[],
  isActive: boolean,
): string {
  requireTablesApart(sheet);
  const rows = spreadSpills(sheet.rows);
  const { merges = [], validations = [], conditionalFormats = [], print = {} } = sheet;
  return (
    XML_START +
    elementXml(
      "worksheet",
      { xmlns: MAIN, "xmlns:r": RELATIONSHIPS },
      propertiesXml(sheet) +
        elementXml("dimension", { ref: dimension(rows) }) +
        viewXml(sheet, isActive) +
        '<sheetFormatPr defaultRowHeight="15"/>' +
        columnsXml(sheet, parts) +
        sheetDataXml(rows, sheet, parts) +
        countedXml(
          "mergeCells",
          merges.map((range) => elementXml("mergeCell", { ref: rangeAddress(requireRange(range)) })),
        ) +
        conditionalFormatsXml(conditionalFormats, parts.styles) +
        validationsXml(validations) +
        '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
        elementXml("pageSetup", {
          paperSize: A4,
          fitToWidth: print.pagesWide,
          fitToHeight: print.pagesWide === undefined ? undefined : 0,
          orientation: print.orientation ?? "portrait",
        }) +
        countedXml(
          "tableParts",
          tables.map((id) => elementXml("tablePart", { "r:id": id })),
        ),
    )
  );
}

const A4 = 9;

function propertiesXml({ tabColour, print }: SheetModel): string {
  const content =
    colourXml("tabColor", tabColour) + (print?.pagesWide !== undefined ? '<pageSetUpPr fitToPage="1"/>' : "");
  return content === "" ? "" : elementXml("sheetPr", {}, content);
}

function dimension(rows: readonly (readonly LaidCell[])[]): string {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  return rangeAddress({ top: 0, left: 0, bottom: Math.max(rows.length, 1) - 1, right: width - 1 });
}

function viewXml({ frozen = {}, hasGridlines }: SheetModel, isActive: boolean): string {
  const view = {
    showGridLines: hasGridlines === false ? false : undefined,
    tabSelected: isActive || undefined,
    workbookViewId: 0,
  };
  return elementXml("sheetViews", {}, elementXml("sheetView", view, paneXml(frozen.rows ?? 0, frozen.columns ?? 0)));
}

function paneXml(rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return "";
  const pane = rows === 0 ? "topRight" : columns === 0 ? "bottomLeft" : "bottomRight";
  return (
    elementXml("pane", {
      xSplit: columns || undefined,
      ySplit: rows || undefined,
      topLeftCell: cellAddress(rows, columns),
      activePane: pane,
      state: "frozen",
    }) + elementXml("selection", { pane })
  );
}

const DEFAULT_WIDTH = 8.43;
/** A column's width as files hold it: that of the width box and 5 pixels of padding, at 7 pixels to a digit of Calibri 11. */
export const storedWidth = (width: number): number => Math.trunc(((width * 7 + 5) / 7) * 256) / 256;

function columnsXml({ columns = [] }: SheetModel, { styles }: CellParts): string {
  const cols = columns.map(({ width, isHidden, style }, at) =>
    elementXml("col", {
      min: at + 1,
      max: at + 1,
      width: storedWidth(width ?? DEFAULT_WIDTH),
      style: styles.cell(style) || undefined,
      hidden: isHidden || undefined,
      customWidth: width === undefined ? undefined : true,
    }),
  );
  return cols.length === 0 ? "" : elementXml("cols", {}, cols.join(""));
}
