import { WorksheetProtectionRuleModel } from "@univerjs/preset-sheets-core";
import type { Grid } from "../grid.ts";
import type { Book, FWorksheet } from "./book.ts";

type Sheets = Pick<Grid, "sheets" | "activeSheetId" | "activate" | "addSheet" | "removeSheet">;

function hasFilteredRows(sheet: FWorksheet): boolean {
  const model = sheet.getSheet();
  for (let row = 0; row <= sheet.getLastRow(); row++) if (model.isRowFiltered(row)) return true;
  return false;
}

export function sheetsOf(book: Book): Sheets {
  const protection = book.injector.get(WorksheetProtectionRuleModel);
  return {
    sheets: () =>
      book.facade
        .getSheets()
        .map((sheet) => ({
          id: sheet.getSheetId(),
          name: sheet.getSheetName(),
          isVisible: !sheet.isSheetHidden(),
          isProtected: protection.getRule(book.id, sheet.getSheetId()) !== undefined,
          isFiltered: hasFilteredRows(sheet),
        })),
    activeSheetId: () => book.facade.getActiveSheet().getSheetId(),
    activate: (sheetId) => {
      book.facade.setActiveSheet(book.sheet(sheetId));
    },
    addSheet(name) {
      if (book.facade.getSheetByName(name)) throw new Error(`There is a sheet "${name}" already.`);
      const before = book.facade.getActiveSheet();
      const added = book.facade.insertSheet(name).getSheetId();
      book.facade.setActiveSheet(before);
      return added;
    },
    removeSheet: (sheetId) => {
      book.facade.deleteSheet(book.sheet(sheetId));
    },
  };
}
