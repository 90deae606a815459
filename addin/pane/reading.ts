import { People } from "../../rules/people.ts";
import { Register } from "../../rules/register.ts";
import type { Row } from "../../rules/row.ts";
import { newRow } from "../../rules/sheet-row.ts";
import { isBlankRow, readersFor } from "../../rules/sheet.ts";
import { termsOf, type Terms } from "../../rules/terms.ts";
import type { Mapping } from "../../rules/headers.ts";
import type { Basis } from "../checking/basis.ts";
import type { WorkbookList } from "../workbook/api.ts";

/** The rows of a list as facts, read just as the check reads them. */
export interface Reading {
  readonly list: WorkbookList;
  readonly basis: Basis;
  readonly terms: Terms;
  readonly register: Register | undefined;
  readonly size: number;
  has(field: keyof Row): boolean;
  /** Undefined for a blank row. The same object turns to the next row, so nothing may hold on to it. */
  rowAt(index: number): Row | undefined;
}

export function readingOf(list: WorkbookList, { columns }: Mapping, basis: Basis): Reading {
  const { rows, rowNumbers } = list.allocations;
  const { asOf, policy, date1904 } = basis;
  const terms = termsOf(policy);
  const register = basis.register && new Register(basis.register, terms, asOf);
  const people = new People(register);
  const row = newRow({ columns, rows, rowNumbers, date1904 }, readersFor(terms, people, asOf, date1904), people);
  const read = [...columns.values()];
  return {
    list,
    basis,
    terms,
    register,
    size: rows.length,
    has: (field) => (columns as ReadonlyMap<string, number>).has(field),
    rowAt(index) {
      const cells = rows[index];
      if (!cells || isBlankRow(cells, read)) return undefined;
      row.turnTo(cells, index);
      return row;
    },
  };
}

/** Every row that is not blank, in the order of the sheet. */
export function* rowsOf(reading: Reading): Generator<Row> {
  for (let index = 0; index < reading.size; index += 1) {
    const row = reading.rowAt(index);
    if (row) yield row;
  }
}
