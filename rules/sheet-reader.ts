import type { Day } from "./dates.ts";
import { People } from "./people.ts";
import type { Policy } from "./policy.ts";
import { registerOf, type Register, type RegisterSource } from "./register.ts";
import { isBlankRow, readersFor, type Readers, type Sheet } from "./sheet.ts";
import { newRow, type TurningRow } from "./sheet-row.ts";
import { termsOf, type Terms } from "./terms.ts";

/** What a sheet is read with. */
export interface ReadWith {
  readonly asOf: Day;
  readonly policy: Policy;
  readonly register?: RegisterSource | undefined;
}

/**
 * Reads the rows of a sheet as facts, just as a check reads them; with `isAnyDate`, dates that could not have happened
 * as they stand. Throws a sentence for a policy that is none.
 */
export class SheetReader {
  readonly asOf: Day;
  readonly terms: Terms;
  readonly register: Register | undefined;
  readonly people: People;
  /** One reader a field, for a cell that stands in no row. */
  readonly readers: Readers;
  readonly #rows: Sheet["rows"];
  readonly #columns: readonly number[];
  readonly #row: TurningRow;

  constructor(
    sheet: Sheet,
    { asOf, policy, register, isAnyDate }: ReadWith & { readonly isAnyDate?: boolean | undefined },
  ) {
    this.asOf = asOf;
    this.terms = termsOf(policy);
    this.register = register && registerOf(register, this.terms, asOf);
    this.people = new People(this.register);
    this.readers = readersFor(sheet, { terms: this.terms, people: this.people, asOf, isAnyDate });
    this.#rows = sheet.rows;
    this.#columns = [...sheet.columns.values()];
    this.#row = newRow(sheet, this.readers, this.people);
  }

  /** The row of an index; undefined for a blank one. The same object turns to the next row, so nothing may hold on to it. */
  rowAt(index: number): TurningRow | undefined {
    const cells = this.#rows[index];
    if (!cells || isBlankRow(cells, this.#columns)) return undefined;
    this.#row.turnTo(cells, index);
    return this.#row;
  }

  /** Every row that is not blank, in the order of the sheet: the same object, turned to one after another. */
  *rows(): Generator<TurningRow> {
    for (let index = 0; index < this.#rows.length; index += 1) {
      const row = this.rowAt(index);
      if (row) yield row;
    }
  }
}
