import type { ICellData, Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { GridEvent } from "../grid.ts";
import type { HeldCell, Layout, SavedGrid } from "../file/saved-grid.ts";
import type { GridMove } from "../file/sheet-moves.ts";
import { areaOf } from "./areas.ts";
import type { Book } from "./book.ts";
import { lookOf } from "./style-data.ts";
import { valueOf } from "./values.ts";

export interface Saved extends Pick<SavedGrid, "held" | "layout" | "moves"> {
  /** Remembers what happens to rows and columns. */
  note(event: GridEvent): void;
}

export function savedOf(book: Book): Saved {
  const formulaData = book.injector.get(FormulaDataModel);
  const styles = book.model.getStyles();
  const moves: GridMove[] = [];

  const formulaOf = (sheetId: string, row: number, column: number, cell: ICellData): string | undefined =>
    cell.f || cell.si ? (formulaData.getFormulaStringByCell(row, column, sheetId, book.id) ?? undefined) : undefined;

  const rowsOf = (ranges: readonly { readonly startRow: number; readonly endRow: number }[]): Set<number> =>
    new Set(
      ranges.flatMap(({ startRow, endRow }) => Array.from({ length: endRow - startRow + 1 }, (_, at) => startRow + at)),
    );

  return {
    held(sheetId) {
      const cells: HeldCell[] = [];
      book
        .sheet(sheetId)
        .getSheet()
        .getCellMatrix()
        .forValue((row, column, cell: Nullable<ICellData>) => {
          if (!cell) return;
          cells.push({
            row,
            column,
            value: valueOf(cell),
            formula: formulaOf(sheetId, row, column, cell),
            style: typeof cell.s === "string" ? cell.s : cell.s ? JSON.stringify(cell.s) : undefined,
            look: lookOf(styles.getStyleByCell(cell)),
          });
        });
      return cells;
    },
    layout(sheetId): Layout {
      const sheet = book.sheet(sheetId).getSheet();
      const last = sheet.getCellMatrix().getDataRange().endColumn;
      const columns = sheet
        .getHiddenCols()
        .flatMap(({ startColumn, endColumn }) =>
          Array.from({ length: endColumn - startColumn + 1 }, (_, at) => startColumn + at),
        );
      return {
        merges: sheet.getMergeData().map(areaOf),
        // Rows that a filter hides are not among them: what hides those is the filter.
        hiddenRows: rowsOf(sheet.getHiddenRows()),
        hiddenColumns: new Set(columns),
        columnWidths: new Map(
          Array.from({ length: last + 1 }, (_, column) => [column, sheet.getColumnWidth(column)] as const),
        ),
      };
    },
    moves: () => moves,
    note(event) {
      if (event.kind !== "rows" && event.kind !== "columns") return;
      const { sheetId, kind: axis, what, area } = event;
      const [at, count] = axis === "rows" ? [area.top, area.rows] : [area.left, area.columns];
      moves.push({ sheetId, axis, at, count: what === "inserted" ? count : -count });
    },
  };
}
