import { SheetReader } from "../../rules/sheet-reader.ts";
import type { FieldId } from "../../rules/fields.ts";
import type { Mapping } from "../../rules/headers.ts";
import type { Basis } from "../checking/basis.ts";
import type { WorkbookList } from "../workbook/api.ts";

/** The rows of a list as facts, read just as the check reads them. */
export class Reading extends SheetReader {
  readonly list: WorkbookList;
  readonly basis: Basis;
  readonly #columns: Mapping["columns"];

  constructor(list: WorkbookList, { columns }: Mapping, basis: Basis) {
    const { rows, rowNumbers } = list.allocations;
    super({ columns, rows, rowNumbers, date1904: basis.date1904 }, basis);
    this.list = list;
    this.basis = basis;
    this.#columns = columns;
  }

  has(field: FieldId): boolean {
    return this.#columns.has(field);
  }
}
