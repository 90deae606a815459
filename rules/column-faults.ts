import { DateColumn } from "./date-column.ts";
import { FIELD_IDS, fieldOf, type FieldId } from "./fields.ts";
import { cellsOf, type Readers, type Sheet } from "./sheet.ts";

/** What is amiss in a whole column, said once for it. Each is worked out when first asked for. */
export class ColumnFaults {
  readonly #sheet: Sheet;
  readonly #readers: Readers;

  constructor(sheet: Sheet, readers: Readers) {
    this.#sheet = sheet;
    this.#readers = readers;
  }

  #columns(): readonly FieldId[] {
    return FIELD_IDS.filter((id) => this.#sheet.columns.has(id));
  }

  /** Columns in which a text date can only have its month first. */
  monthFirst(): readonly FieldId[] {
    return this.#columns().filter(
      (id) => fieldOf(id).kind === "date" && new DateColumn(() => cellsOf(this.#sheet, id)).isMonthFirst,
    );
  }

  /** Columns in which something is recorded without its date. */
  undated(): readonly FieldId[] {
    return this.#columns().filter((id) => fieldOf(id).mayBeUndated && this.#hasUndated(id));
  }

  #hasUndated(id: FieldId): boolean {
    const read = this.#readers[id];
    return cellsOf(this.#sheet, id).some((cell) => typeof cell !== "number" && read(cell) === "done");
  }

  /** Columns with formulas that were never calculated, and how many. */
  notCalculated(): readonly { readonly field: FieldId; readonly cells: number }[] {
    return this.#columns()
      .map((field) => ({ field, cells: this.#countNotCalculated(field) }))
      .filter(({ cells }) => cells > 0);
  }

  #countNotCalculated(id: FieldId): number {
    return cellsOf(this.#sheet, id).filter(
      (cell) => typeof cell === "object" && cell !== null && "notCalculated" in cell,
    ).length;
  }
}
