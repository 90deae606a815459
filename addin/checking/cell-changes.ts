import { fromSerial, showDay } from "../../rules/dates.ts";
import { FIELDS, type FieldId } from "../../rules/fields.ts";
import { headerText } from "../../rules/headers.ts";
import { textOf, type Cell } from "../../rules/read.ts";
import { sheetOf } from "../../rules/workbook/check-workbook.ts";
import { cellAddress } from "../../xlsx/addresses.ts";
import type { WorkbookList } from "../workbook/workbook.ts";
import type { CellRead, CellWrite } from "../workbook/write-cells.ts";
import type { CheckInputs } from "./check-inputs.ts";

/** A cell that is to be changed, with how it is shown before and after ("" for blank). */
export interface CellChange extends CellWrite {
  readonly address: string;
  readonly header: string;
  readonly before: string;
  readonly after: string;
}

/** A cell of a row, by the field that its column holds. */
export interface FieldCell extends CellRead {
  readonly header: string;
}

function shown(field: FieldId, cell: Cell, date1904: boolean): string {
  const day =
    FIELDS[field].kind === "date" && typeof cell === "number" && cell !== 0 ? fromSerial(cell, date1904) : undefined;
  return day === undefined ? textOf(cell) : showDay(day);
}

/** The cells of one row of a list by their fields, and what changing them comes to. */
export function rowCells(list: WorkbookList, inputs: CheckInputs, index: number) {
  const { columns, rows } = sheetOf(list, inputs);
  const { left, headers, rowNumbers } = list.allocations;
  const cells = rows[index] ?? [];
  const rowNumber = rowNumbers[index] ?? index + 1;
  const at = (field: FieldId): FieldCell | undefined => {
    const column = columns.get(field);
    return column === undefined
      ? undefined
      : { row: rowNumber - 1, column: left + column, was: cells[column], header: headerText(headers[column]) };
  };
  return {
    rowNumber,
    at,
    /** What writing a value into a cell changes; undefined where it holds that already. */
    change: (field: FieldId, cell: FieldCell, value: string | number): CellChange | undefined => {
      if (cell.was === value || (value === "" && (cell.was ?? "") === "")) return undefined;
      return {
        ...cell,
        value,
        isDate: FIELDS[field].kind === "date",
        address: cellAddress(cell.row, cell.column),
        before: shown(field, cell.was, inputs.date1904),
        after: shown(field, value, inputs.date1904),
      };
    },
    /** Cells that must still hold what they did, so that the row is the same child's. */
    standing: (["childRef", "lead"] as const).flatMap((field): CellRead[] => {
      const cell = at(field);
      return cell ? [{ row: cell.row, column: cell.column, was: cell.was }] : [];
    }),
  };
}

/** How to undo changes by hand: not every Excel can undo what an add-in wrote. */
export const takenBackBy = (changes: readonly CellChange[]): string[] =>
  changes.map(({ address, before }) => (before === "" ? `clear ${address}` : `enter ${before} in ${address}`));
