import { FIELD_IDS, type FieldId } from "./fields.ts";
import type { People, Person } from "./people.ts";
import { Problem, textOf, type Cell, type Reader } from "./read.ts";
import type { CellProblem, Row } from "./row.ts";
import type { Found } from "./rule.ts";
import type { Readers, Sheet } from "./sheet.ts";

const NOT_READ = Symbol("not read yet");
const LEAD = FIELD_IDS.indexOf("lead");

interface Column {
  readonly field: FieldId;
  readonly column: number;
  readonly read: Reader<unknown>;
}

/** The one `Row` of a sheet: its fields are getters, made below, that read a cell when first asked. */
class SheetRow {
  index = 0;
  findings: Found[] = [];
  cells: readonly Cell[] = [];
  /** One a field, in their order: not read yet, or what its cell says. */
  facts: unknown[] = FIELD_IDS.map(() => NOT_READ);
  /** The cells read so far that are filled and cannot be used. */
  lost: CellProblem[] = [];
  readonly columns: readonly (Column | undefined)[];
  readonly people: People;

  constructor(sheet: Sheet, readers: Readers, people: People) {
    this.people = people;
    this.columns = FIELD_IDS.map((field) => {
      const column = sheet.columns.get(field);
      return column === undefined ? undefined : { field, column, read: readers[field] };
    });
  }

  turnTo(cells: readonly Cell[], index: number): void {
    this.cells = cells;
    this.index = index;
    this.facts.fill(NOT_READ);
    if (this.lost.length > 0) this.lost = [];
    if (this.findings.length > 0) this.findings = [];
  }

  fact(at: number): unknown {
    const known = this.facts[at];
    return known === NOT_READ ? this.read(at) : known;
  }

  read(at: number): unknown {
    const column = this.columns[at];
    const cell = column && this.cells[column.column];
    let fact = column?.read(cell);
    if (column && fact instanceof Problem) {
      this.lost.push({ field: column.field, why: fact.why, shown: textOf(cell) });
      fact = undefined;
    }
    if (at === LEAD && fact !== undefined) fact = this.inRole(fact as Person);
    this.facts[at] = fact;
    return fact;
  }

  inRole(lead: Person): Person {
    const given = (this as unknown as Row).leadRole;
    return given ? this.people.inRole(lead, given.role) : lead;
  }

  get isClosed(): boolean {
    return (this as unknown as Row).status === "CLOSED";
  }

  isLost(field: FieldId): boolean {
    this.fact(FIELD_IDS.indexOf(field));
    return this.lost.some((problem) => problem.field === field);
  }

  get problems(): readonly CellProblem[] {
    for (let at = 0; at < this.facts.length; at += 1) this.fact(at);
    // In the order of the fields, whichever of them was asked for first.
    return this.lost.length < 2 ? this.lost : this.lost.toSorted((a, b) => FIELD_IDS.indexOf(a.field) - FIELD_IDS.indexOf(b.field));
  }
}

for (const [at, id] of FIELD_IDS.entries()) {
  Object.defineProperty(SheetRow.prototype, id, {
    get(this: SheetRow): unknown {
      return this.fact(at);
    },
  });
}

/** A `Row` that can be turned to one row of cells after another. */
export type TurningRow = Row & Pick<SheetRow, "turnTo"> & { findings: Found[] };

export const newRow = (sheet: Sheet, readers: Readers, people: People): TurningRow =>
  new SheetRow(sheet, readers, people) as unknown as TurningRow;
