import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type { Grid } from "../grid.ts";
import { rangeOf } from "./areas.ts";
import type { Book } from "./book.ts";

type Looks = Pick<
  Grid,
  "numberFormat" | "bold" | "fill" | "wrap" | "columnWidth" | "addFormat" | "formatIds" | "removeFormat"
>;

export function looksOf(book: Book): Looks {
  const rulesOf = (sheetId: string): readonly IConditionFormattingRule[] =>
    book.sheet(sheetId).getConditionalFormattingRules();
  return {
    numberFormat: (sheetId, area, format) => {
      book.range(sheetId, area).setNumberFormat(format);
    },
    bold: (sheetId, area, isBold) => {
      book.range(sheetId, area).setFontWeight(isBold ? "bold" : "normal");
    },
    fill: (sheetId, area, colour) => {
      book.range(sheetId, area).setBackground(colour);
    },
    wrap: (sheetId, area, isWrapped) => {
      book.range(sheetId, area).setWrap(isWrapped);
    },
    columnWidth: (sheetId, { left, columns }, width) => {
      book.sheet(sheetId).setColumnWidths(left, columns, width);
    },
    addFormat(sheetId, areas, { fill, colour, isBold, isUnderlined, isItalic }) {
      const sheet = book.sheet(sheetId);
      const rule = sheet.newConditionalFormattingRule().whenFormulaSatisfied("=TRUE").setRanges(areas.map(rangeOf));
      if (fill !== undefined) rule.setBackground(fill);
      if (colour !== undefined) rule.setFontColor(colour);
      if (isBold) rule.setBold(true);
      if (isUnderlined) rule.setUnderline(true);
      if (isItalic) rule.setItalic(true);
      const built = rule.build();
      sheet.addConditionalFormattingRule(built);
      return built.cfId;
    },
    formatIds: (sheetId) => rulesOf(sheetId).map(({ cfId }) => cfId),
    removeFormat: (sheetId, id) => {
      book.sheet(sheetId).deleteConditionalFormattingRule(id);
    },
  };
}
