import type { Area } from "../grid.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import type { Axis } from "./shift.ts";

/** What the cells of one sheet show, row by row; a blank cell is "". */
export interface Cells {
  get(row: number, column: number): CellValue;
  set(row: number, column: number, value: CellValue): void;
  values(area: Area): CellValue[][];
  used(): Area | undefined;
  /** Puts in rows or columns before `at`, or takes them out from there on where the count is below 0. */
  shift(axis: Axis, at: number, count: number): void;
}

const blanks = (count: number): CellValue[] => Array.from({ length: count }, () => "");

export function newCells(given: readonly (readonly CellValue[])[]): Cells {
  const rows: (CellValue[] | undefined)[] = given.map((row) => [...row]);
  const get = (row: number, column: number): CellValue => rows[row]?.[column] ?? "";
  return {
    get,
    set(row, column, value) {
      if (value === "" && get(row, column) === "") return;
      while (rows.length < row) rows.push(undefined);
      const cells = (rows[row] ??= []);
      if (cells.length < column) cells.push(...blanks(column - cells.length));
      cells[column] = value;
    },
    values: ({ top, left, rows: height, columns }) =>
      Array.from({ length: height }, (_, y) => {
        const row = rows[top + y];
        return row ? Array.from({ length: columns }, (__, x) => row[left + x] ?? "") : blanks(columns);
      }),
    used() {
      let [top, bottom, left, right] = [-1, -1, Infinity, -1];
      for (const [y, row] of rows.entries()) {
        const first = row?.findIndex((value) => value !== "") ?? -1;
        if (!row || first < 0) continue;
        if (top < 0) top = y;
        bottom = y;
        left = Math.min(left, first);
        right = Math.max(
          right,
          row.findLastIndex((value) => value !== ""),
        );
      }
      return top < 0 ? undefined : { top, left, rows: bottom - top + 1, columns: right - left + 1 };
    },
    shift(axis, at, count) {
      if (axis === "rows") {
        if (count < 0) rows.splice(at, -count);
        else if (at < rows.length) rows.splice(at, 0, ...Array.from({ length: count }, () => undefined));
        return;
      }
      for (const row of rows) {
        if (count < 0) row?.splice(at, -count);
        else if (row && at < row.length) row.splice(at, 0, ...blanks(count));
      }
    },
  };
}
