import { SheetReader } from "../../rules/sheet-reader.ts";
import { hasField } from "../../rules/sheet.ts";
import type { Cell } from "../../rules/read.ts";
import type { FieldId } from "../../rules/fields.ts";
import type { Mapping } from "../../rules/headers.ts";
import type { CheckInputs } from "../checking/check-inputs.ts";
import type { WorkbookList } from "../workbook/workbook.ts";

/** The rows of a list as facts, read just as the check reads them. */
export class ListReader extends SheetReader {
  readonly list: WorkbookList;
  readonly inputs: CheckInputs;
  private readonly mapped: Mapping["columns"];

  constructor(list: WorkbookList, { columns }: Mapping, inputs: CheckInputs) {
    const { rows, rowNumbers } = list.allocations;
    super({ columns, rows, rowNumbers, date1904: inputs.date1904, whole: list.whole }, inputs);
    this.list = list;
    this.inputs = inputs;
    this.mapped = columns;
  }

  /** What the cells of a field's column hold, row by row; none without the column. */
  *cells(field: FieldId): Generator<Cell> {
    const column = this.mapped.get(field);
    if (column === undefined) return;
    for (const row of this.list.allocations.rows) yield row[column];
  }

  has(field: FieldId): boolean {
    return hasField({ columns: this.mapped, rows: [], whole: this.list.whole }, field);
  }
}
