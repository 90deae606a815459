import { ICommandService, type Injector, type Univer, type Workbook } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { Area } from "../grid.ts";
import { rangeOf } from "./areas.ts";

export type FWorkbook = NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>;
export type FWorksheet = ReturnType<FWorkbook["getActiveSheet"]>;

/** The open workbook as the parts of the grid reach it. */
export interface Book {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly id: string;
  readonly facade: FWorkbook;
  readonly model: Workbook;
  /** Throws a sentence where there is no such sheet. */
  sheet(sheetId: string): FWorksheet;
  range(sheetId: string, area: Area): ReturnType<FWorksheet["getRange"]>;
}

export function openBook(univer: Univer, api: FUniver): Book {
  const facade = api.getActiveWorkbook();
  if (!facade) throw new Error("No workbook is open in the grid.");
  const injector = univer.__getInjector();
  const sheet = (sheetId: string): FWorksheet => {
    const found = facade.getSheetBySheetId(sheetId);
    if (!found) throw new Error("The sheet is no longer in the workbook.");
    return found;
  };
  return {
    api,
    injector,
    facade,
    sheet,
    commands: injector.get(ICommandService),
    id: facade.getId(),
    model: facade.getWorkbook(),
    range(sheetId, area) {
      const within = sheet(sheetId);
      growTo(within, area);
      return within.getRange(rangeOf(area));
    },
  };
}

/** A sheet of Univer has only so many rows and columns; Excel's has as many as anybody needs. */
function growTo(sheet: FWorksheet, { top, left, rows, columns }: Area): void {
  if (sheet.getMaxRows() < top + rows) sheet.setRowCount(top + rows);
  if (sheet.getMaxColumns() < left + columns) sheet.setColumnCount(left + columns);
}
