import { FIELD_IDS, FIELDS, type FieldId } from "./fields.ts";
import type { Person } from "./people.ts";
import type { GivenTeam, Row } from "./row.ts";
import type { CrossRowFact } from "./rule.ts";
import { fold } from "./text.ts";

export const PERSON_FIELDS: readonly FieldId[] = FIELD_IDS.filter((id) => FIELDS[id].kind === "person");

/** Everyone named on a row, with the column that names them. */
export function peopleOn(row: Row): [FieldId, Person][] {
  const found: [FieldId, Person][] = [];
  for (const id of PERSON_FIELDS) {
    const person = row[id] as Person | undefined;
    if (person) found.push([id, person]);
  }
  return found;
}

/** The rows of one child, by the key of their lead ("" where nobody leads). */
type ByLead = Map<string, number[]>;

interface FilledColumn {
  readonly field: FieldId;
  /** On how many open rows, until that is enough for any number of them. */
  filled: number;
}

interface Child {
  readonly row: number;
  /** The key of its lead. */
  readonly lead: string;
}

/** What a column that a rule both starts and is answered by must at least be filled: one row in ten, of ten or more. */
const ENOUGH_ROWS = 10;
const ONE_IN = 10;

/** How many other rows a sentence names at most: a sheet of thousands of equal rows must not cost their square. */
const MOST_NAMED = 3;
const ALONE: ByLead = new Map();

/** Facts across the rows of a sheet, gathered in one pass before any rule runs. Closed rows play no part. */
export class CrossRowFacts {
  openRows = 0;
  hasPeople = false;
  /** The first open row of each child, and all rows of a child that has several. */
  readonly #children = new Map<string, Child>();
  readonly #shared = new Map<string, ByLead>();
  readonly #cases = new Map<string, number>();
  readonly #first = new Map<string, number>();
  readonly #fillable: readonly FilledColumn[];
  /** Those of which it is not yet known that enough of their cells are filled. */
  #unsettled: readonly FilledColumn[];
  readonly #rows: number;
  readonly #needed: ReadonlySet<CrossRowFact>;

  /** `rows`: how many there are; `fillable`: the columns whose filled cells are counted; `needed`: what else the rules ask for. */
  constructor(rows: number, fillable: readonly FieldId[], needed: ReadonlySet<CrossRowFact>) {
    this.#rows = rows;
    this.#fillable = fillable.map((field) => ({ field, filled: 0 }));
    this.#unsettled = this.#fillable;
    this.#needed = needed;
  }

  /** Whether further rows could add anything. */
  get isComplete(): boolean {
    return this.#unsettled.length === 0 && this.#needed.size === 0;
  }

  #count(column: FilledColumn): void {
    column.filled += 1;
    if (column.filled * ONE_IN >= this.#rows) this.#unsettled = this.#unsettled.filter((other) => other !== column);
  }

  add(row: Row): void {
    this.openRows += 1;
    for (const column of this.#unsettled) if (row.isFilled(column.field)) this.#count(column);
    if (this.#needed.has("cases")) this.#addCase(row);
    if (this.#needed.has("leaders")) {
      this.hasPeople ||= row.lead !== undefined || row.overseer !== undefined;
      if (row.lead) this.#note(row.lead, row.index);
      if (row.overseer) this.#note(row.overseer, row.index);
    }
    if (this.#needed.has("teams") && row.team && !row.team.known) this.#noteFirst(teamKey(row.team), row.index);
    if (this.#needed.has("mentions")) {
      for (const [, person] of peopleOn(row))
        if (person.practitioner?.problems.length) this.#noteFirst(`anywhere:${person.key}`, row.index);
    }
  }

  #addCase(row: Row): void {
    const { childRef, lead, index } = row;
    const key = lead?.key ?? "";
    if (childRef === undefined) {
      this.#cases.set(key, this.cases(key) + 1);
      return;
    }
    if (row.isLost("lead")) return;
    const ref = childRef.toUpperCase();
    const first = this.#children.get(ref);
    if (!first) this.#children.set(ref, { row: index, lead: key });
    const rows = first && (this.#shared.get(ref) ?? new Map([[first.lead, [first.row]]]));
    if (!rows?.has(key)) this.#cases.set(key, this.cases(key) + 1);
    if (rows) {
      this.#shared.set(ref, rows);
      const own = rows.get(key);
      if (own) own.push(index);
      else rows.set(key, [index]);
    }
  }

  #note(person: Person, index: number): void {
    const isUndated = person.practitioner?.registration === "held" && person.practitioner.registeredTo === undefined;
    if (!person.isOnRegister || isUndated) this.#noteFirst(person.key, index);
  }

  #noteFirst(key: string, index: number): void {
    if (!this.#first.has(key)) this.#first.set(key, index);
  }

  /** Whether a row is the first open one whose lead or overseer is this person. */
  isFirstRowOf(person: Person, index: number): boolean {
    return this.#first.get(person.key) === index;
  }

  /** Whether a row is the first open one that names this person in any column. */
  isFirstMentionOf(person: Person, index: number): boolean {
    return this.#first.get(`anywhere:${person.key}`) === index;
  }

  /** Whether a row is the first open one with this text for a team. */
  isFirstRowOfTeam(team: GivenTeam, index: number): boolean {
    return this.#first.get(teamKey(team)) === index;
  }

  /** On how many open rows a column is filled that hardly anyone fills, so that its blanks mean nothing; undefined for any other. */
  hardlyFilled(field: FieldId): number | undefined {
    const isHardly = (column: FilledColumn): boolean =>
      column.field === field && column.filled * ONE_IN < this.openRows;
    return this.openRows < ENOUGH_ROWS ? undefined : this.#fillable.find(isHardly)?.filled;
  }

  /** How many distinct children someone leads on this sheet; a row without a child ref counts as one. */
  cases(leadKey: string): number {
    return this.#cases.get(leadKey) ?? 0;
  }

  /** Some other open rows of a row's child that name somebody else as lead. */
  rowsWithAnotherLead(row: Row & { readonly lead: Person }): readonly number[] {
    const found: number[] = [];
    for (const [key, rows] of this.#sharing(row)) {
      if (key !== "" && key !== row.lead.key) found.push(...rows.slice(0, MOST_NAMED));
      if (found.length >= MOST_NAMED) break;
    }
    return found.slice(0, MOST_NAMED);
  }

  /** Some other open rows with a row's child and the same lead, or with neither naming one. */
  rowsLike(row: Row): readonly number[] {
    for (const [key, rows] of this.#sharing(row)) {
      if (key === (row.lead?.key ?? ""))
        return rows
          .slice(0, MOST_NAMED + 1)
          .filter((other) => other !== row.index)
          .slice(0, MOST_NAMED);
    }
    return [];
  }

  #sharing({ childRef }: Row): ByLead {
    return (childRef !== undefined && this.#shared.get(childRef.toUpperCase())) || ALONE;
  }
}

const teamKey = (team: GivenTeam): string => `team:${fold(team.text)}`;
