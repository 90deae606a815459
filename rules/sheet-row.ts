import { FIELD_IDS, type FieldId } from "./fields.ts";
import type { People, Person } from "./people.ts";
import { Problem, textOf, type Cell, type Reader } from "./read.ts";
import type { CellProblem, Row } from "./row.ts";
import type { RuleFinding } from "./rule.ts";
import type { StatusCode } from "./status.ts";
import type { Readers, Sheet } from "./sheet.ts";

const AT = Object.fromEntries(FIELD_IDS.map((id, at) => [id, at])) as Readonly<Record<FieldId, number>>;
const LEAD = AT.lead;

interface Column {
  readonly field: FieldId;
  /** Where its cells stand; undefined where the whole list says the same. */
  readonly column: number | undefined;
  readonly whole: Cell;
  readonly read: Reader<unknown>;
}

/** The one `Row` of a sheet: its fields are getters, made below, that read a cell when first asked. */
class SheetRow {
  index = 0;
  findings: RuleFinding[] = [];
  cells: readonly Cell[] = [];
  /** What each field's cell says, in their order, and at which turn it was read. */
  readonly facts: unknown[] = FIELD_IDS.map(() => undefined);
  readonly readAt = FIELD_IDS.map(() => 0);
  turn = 0;
  /** The cells read so far that are filled and cannot be used. */
  lost: CellProblem[] = [];
  readonly columns: readonly (Column | undefined)[];
  readonly people: People;

  constructor(sheet: Sheet, readers: Readers, people: People) {
    this.people = people;
    this.columns = FIELD_IDS.map((field) => {
      const column = sheet.columns.get(field);
      const whole = field === "status" || field === "team" ? sheet.whole?.[field] : undefined;
      return column === undefined && whole === undefined ? undefined : { field, column, whole, read: readers[field] };
    });
  }

  turnTo(cells: readonly Cell[], index: number): void {
    this.cells = cells;
    this.index = index;
    this.turn += 1;
    if (this.lost.length > 0) this.lost = [];
    if (this.findings.length > 0) this.findings = [];
  }

  fact(at: number): unknown {
    return this.readAt[at] === this.turn ? this.facts[at] : this.read(at);
  }

  read(at: number): unknown {
    const fact = this.factOf(at);
    this.facts[at] = fact;
    this.readAt[at] = this.turn;
    return fact;
  }

  factOf(at: number): unknown {
    const column = this.columns[at];
    if (column === undefined) return undefined;
    const cell = column.column === undefined ? column.whole : this.cells[column.column];
    // Most cells are blank, which is the same in every column.
    if (typeof cell === "string" && cell.length === 0) return undefined;
    const fact = column.read(cell);
    if (fact instanceof Problem) {
      this.lost.push({ field: column.field, why: fact.why, shown: textOf(cell), possible: fact.possible });
      return undefined;
    }
    return at === LEAD && fact !== undefined ? this.inRole(fact as Person) : fact;
  }

  inRole(lead: Person): Person {
    if (lead.isOnRegister) return lead;
    const given = (this as unknown as Row).leadRole;
    return given ? this.people.inRole(lead, given.role) : lead;
  }

  get isClosed(): boolean {
    return (this as unknown as Row).status === "CLOSED";
  }

  get possibleStatuses(): readonly StatusCode[] {
    this.fact(AT.status);
    return this.lost.find(({ field }) => field === "status")?.possible ?? [];
  }

  isFilled(field: FieldId): boolean {
    return this.fact(AT[field]) !== undefined || this.isLost(field);
  }

  isLost(field: FieldId): boolean {
    this.fact(AT[field]);
    for (const problem of this.lost) if (problem.field === field) return true;
    return false;
  }

  isAnyLost(fields: readonly FieldId[]): boolean {
    for (const field of fields) if (this.isLost(field)) return true;
    return false;
  }

  get problems(): readonly CellProblem[] {
    for (let at = 0; at < this.facts.length; at += 1) this.fact(at);
    // In the order of the fields, whichever of them was asked for first.
    return this.lost.length < 2 ? this.lost : this.lost.toSorted((a, b) => AT[a.field] - AT[b.field]);
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
export type TurningRow = Row & Pick<SheetRow, "turnTo" | "isAnyLost"> & { findings: RuleFinding[] };

export const newRow = (sheet: Sheet, readers: Readers, people: People): TurningRow =>
  new SheetRow(sheet, readers, people) as unknown as TurningRow;
