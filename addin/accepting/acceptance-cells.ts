import { acceptanceOn } from "../../rules/acceptance.ts";
import { FIELDS, headerOf, type FieldId } from "../../rules/fields.ts";
import { headerText } from "../../rules/headers.ts";
import { isBlankCell } from "../../rules/sheet.ts";
import { SheetReader } from "../../rules/sheet-reader.ts";
import { fold } from "../../rules/text.ts";
import { sheetOf } from "../../rules/workbook/check-workbook.ts";
import { cellAddress } from "../../xlsx/addresses.ts";
import { rowCells, type FieldCell } from "../checking/cell-changes.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import { lastColumn } from "../workbook/own-columns.ts";
import type { WorkbookList } from "../workbook/workbook.ts";

/** What a manager's decision is written into. */
export const DECISION = ["accepted", "acceptedBy", "acceptedUntil"] as const satisfies readonly FieldId[];
export type DecisionField = (typeof DECISION)[number];

/** A column that the list does not have yet, and where it will stand. */
export interface NewColumn {
  readonly field: DecisionField;
  readonly header: string;
  /** Of its header. */
  readonly address: string;
}

/** The cells of a row that hold a manager's decision, columns still to be added included. */
export function decisionCells(list: WorkbookList, inputs: CheckInputs, index: number) {
  const { allocations, tableId } = list;
  const cells = rowCells(list, inputs, index);
  const right = tableId === undefined ? lastColumn(allocations) : allocations.left + allocations.headers.length - 1;
  const missing = DECISION.filter((field) => !cells.at(field));
  const columnOf = (field: DecisionField): number => right + 1 + missing.indexOf(field);
  const cellOf = (field: DecisionField): FieldCell =>
    cells.at(field) ?? { row: cells.rowNumber - 1, column: columnOf(field), was: "", header: headerOf(field) };
  const addressOf = (field: DecisionField): string => {
    const { row, column } = cellOf(field);
    return cellAddress(row, column);
  };
  const covered = allocations.merged.get(cells.rowNumber);
  return {
    ...cells,
    cellOf,
    addressOf,
    filled: DECISION.filter((field) => !isBlankCell(cellOf(field).was)),
    newColumns: missing.map((field): NewColumn => ({
      field,
      header: headerOf(field),
      address: cellAddress(allocations.headerRow - 1, columnOf(field)),
    })),
    /** A header of the list that is one of the missing columns' own, and is not read as it: a second would be taken for it. */
    unread: allocations.headers
      .map(headerText)
      .find((header) => missing.some((field) => fold(header) === fold(FIELDS[field].header))),
    isMerged: DECISION.some((field) => covered?.has(cellOf(field).column - allocations.left) === true),
  };
}

/** A row as facts, and the acceptance on it that counts, if there is one. */
export function decisionOn(list: WorkbookList, inputs: CheckInputs, index: number) {
  const reader = new SheetReader(sheetOf(list, inputs), inputs);
  const row = reader.rowAt(index);
  return row && { reader, row, standing: acceptanceOn(row, reader) };
}
