import type { ICellData, IObjectMatrixPrimitiveType, IRange, Nullable } from "@univerjs/core";
import { FormulaDataModel, SetRangeValuesCommand } from "@univerjs/preset-sheets-core";
import type { Area, Grid } from "../grid.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import { areaOf, rangeOf } from "./areas.ts";
import type { Book } from "./book.ts";
import { cellOf, valueOf } from "./values.ts";

export interface Cells extends Pick<Grid, "usedArea" | "values" | "formulas" | "write"> {
  /** The area that each formula of a sheet fills, where it fills more than its own cell. */
  spills(sheetId: string): readonly Area[];
}

export function cellsOf(book: Book): Cells {
  const formulaData = book.injector.get(FormulaDataModel);

  /** What stands in the cells; the results that a formula spills are kept apart from the sheet's own cells. */
  function* standing(
    sheetId: string,
    area: Area,
  ): Iterable<{ row: number; column: number; cell: Nullable<ICellData> }> {
    const sheet = book.sheet(sheetId).getSheet();
    const spilled = formulaData.getArrayFormulaCellData()[book.id]?.[sheetId];
    for (let row = area.top; row < area.top + area.rows; row++) {
      for (let column = area.left; column < area.left + area.columns; column++) {
        const own = sheet.getCellRaw(row, column);
        yield { row, column, cell: valueOf(own) === "" && !own?.f ? (spilled?.[row]?.[column] ?? own) : own };
      }
    }
  }

  function read(
    sheetId: string,
    area: Area,
    shown: (cell: Nullable<ICellData>, row: number, column: number) => CellValue,
  ): CellValue[][] {
    const rows: CellValue[][] = Array.from({ length: area.rows }, () => []);
    for (const { row, column, cell } of standing(sheetId, area)) rows[row - area.top]?.push(shown(cell, row, column));
    return rows;
  }

  const spills = (sheetId: string): Area[] =>
    Object.values(
      (formulaData.getArrayFormulaRange()[book.id]?.[sheetId] ?? {}) as Record<number, Record<number, IRange>>,
    ).flatMap((row) => Object.values(row).map(areaOf));

  return {
    spills,
    usedArea(sheetId) {
      const sheet = book.sheet(sheetId).getSheet();
      let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
      const include = ({ startRow, endRow, startColumn, endColumn }: ReturnType<typeof rangeOf>): void => {
        [top, left] = [Math.min(top, startRow), Math.min(left, startColumn)];
        [bottom, right] = [Math.max(bottom, endRow), Math.max(right, endColumn)];
      };
      // Univer's own range of data counts cells that only have a style.
      sheet.getCellMatrix().forValue((row, column, cell) => {
        if (valueOf(cell) !== "" || cell?.f)
          include({ startRow: row, endRow: row, startColumn: column, endColumn: column });
      });
      for (const area of spills(sheetId)) include(rangeOf(area));
      return bottom < 0 ? undefined : areaOf({ startRow: top, endRow: bottom, startColumn: left, endColumn: right });
    },
    values: (sheetId, area) => read(sheetId, area, valueOf),
    formulas: (sheetId, area) =>
      read(
        sheetId,
        area,
        (cell, row, column) =>
          // A formula that was filled down is kept by its first cell alone, so the model works out the others.
          (cell?.f || cell?.si ? formulaData.getFormulaStringByCell(row, column, sheetId, book.id) : undefined) ??
          valueOf(cell),
      ),
    write(sheetId, area, cells) {
      const value: IObjectMatrixPrimitiveType<ICellData> = {};
      cells.forEach((row, down) => {
        row.forEach((cell, across) => {
          if (cell !== null) (value[area.top + down] ??= {})[area.left + across] = cellOf(cell);
        });
      });
      if (Object.keys(value).length === 0) return;
      book.range(sheetId, area);
      const isDone = book.commands.syncExecuteCommand(SetRangeValuesCommand.id, {
        unitId: book.id,
        subUnitId: sheetId,
        range: rangeOf(area),
        value,
      });
      if (!isDone) throw new Error("The cells cannot be written: the sheet may be protected.");
    },
  };
}
