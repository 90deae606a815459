import { Across } from "./across.ts";
import type { Day } from "./dates.ts";
import { FIELD_IDS, fieldOf, type FieldId } from "./fields.ts";
import type { People } from "./people.ts";
import {
  dateReader, Problem, readCount, readFilled, readLevel, readService, readStatus, readText, readYesNo, textOf, textReader,
  type Cell, type Reader,
} from "./read.ts";
import { newRow, type GivenRole, type GivenTeam, type Row } from "./row.ts";
import type { Terms } from "./terms.ts";
import { clean } from "./text.ts";

/** The allocations of one sheet: which column holds which field, and the cells below the headers. */
export interface Sheet {
  readonly columns: ReadonlyMap<FieldId, number>;
  readonly rows: readonly (readonly Cell[])[];
  readonly date1904?: boolean;
  /** Only part of a sheet's rows: the rules across rows are then left unchecked. */
  readonly isPart?: boolean;
  /** The number that the sheet shows beside each row; counted from 1 without it. */
  readonly rowNumbers?: readonly number[];
}

type Readers = Readonly<Record<FieldId, Reader<unknown>>>;

/** One reader a field. Those of a check are shared, so that each name, team and role is looked up once. */
export function readersFor(terms: Terms, people: People, asOf: Day, date1904: boolean): Readers {
  const person = people.reader();
  const role = textReader((text): GivenRole => ({ text, role: terms.role(text) }));
  const team = textReader((text): GivenTeam => ({ text, known: terms.team(text) }));
  const dates = { forward: dateReader(date1904, asOf, true), past: dateReader(date1904, asOf, false) };
  const lost = (what: Reader<unknown>, instead: unknown): Reader<unknown> => (cell) => {
    const fact = what(cell);
    return fact instanceof Problem ? instead : fact;
  };
  const byKind = {
    text: readText, "yes-no": readYesNo, filled: readFilled, status: readStatus, complexity: readLevel, number: readCount,
    service: readService, person, date: dates.past,
    // A role or team whose text stayed behind is one that the policy does not know.
    role: lost(role, { text: "", role: undefined } satisfies GivenRole),
    team: lost(team, { text: "", known: undefined } satisfies GivenTeam),
  };
  // A team's name in the lead's column names nobody.
  const lead = people.reader((text) => terms.team(text) !== undefined);
  const readerOf = (id: FieldId): Reader<unknown> => {
    if (id === "lead") return lead;
    return fieldOf(id).isForward ? dates.forward : byKind[fieldOf(id).kind];
  };
  return Object.fromEntries(FIELD_IDS.map((id) => [id, readerOf(id)])) as Readers;
}

const isBlank = (cell: Cell): boolean =>
  cell === "" || cell === null || cell === undefined || (typeof cell === "string" && clean(cell) === "");

/** Turns the cells of row after row into the facts of one `Row`, for the columns that it is given. */
export class RowReader {
  readonly #columns: readonly { readonly field: FieldId; readonly column: number; readonly read: Reader<unknown> }[];
  readonly #people: People;
  readonly row = newRow();

  constructor(sheet: Sheet, readers: Readers, people: People, fields?: ReadonlySet<FieldId>) {
    this.#people = people;
    this.#columns = [...sheet.columns]
      .filter(([field]) => fields?.has(field) ?? true)
      .map(([field, column]) => ({ field, column, read: readers[field] }));
  }

  read(cells: readonly Cell[], index: number): Row {
    const { row } = this;
    row.index = index;
    if (row.problems.length > 0) row.problems = [];
    for (const { field, column, read } of this.#columns) {
      const cell = cells[column];
      const fact = read(cell);
      if (fact instanceof Problem) {
        row.problems.push({ field, why: fact.why, shown: textOf(cell) });
        (row[field] as unknown) = undefined;
      } else (row[field] as unknown) = fact;
    }
    row.isClosed = row.status === "CLOSED";
    if (row.lead && row.leadRole) row.lead = this.#people.inRole(row.lead, row.leadRole.role);
    return row;
  }

  isBlank(cells: readonly Cell[]): boolean {
    return this.#columns.every(({ column }) => isBlank(cells[column]));
  }
}

/** Everything that pass one reads: what the facts across rows are made of. */
export function gather(sheet: Sheet, readers: Readers, people: People, fillable: readonly FieldId[], noteEveryone: boolean): Across {
  const across = new Across(fillable, noteEveryone);
  const some = new Set<FieldId>(["childRef", "status", "lead", "overseer", "team", ...fillable]);
  const reader = new RowReader(sheet, readers, people, noteEveryone ? undefined : some);
  const whole = new RowReader(sheet, readers, people);
  sheet.rows.forEach((cells, index) => {
    if (whole.isBlank(cells)) return;
    const row = reader.read(cells, index);
    if (!row.isClosed) across.add(row);
  });
  return across;
}
