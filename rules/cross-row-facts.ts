import { FIELD_IDS, FIELDS, type FieldId } from "./fields.ts";
import type { Person } from "./people.ts";
import { isNobody } from "./read.ts";
import type { GivenTeam, Row } from "./row.ts";
import type { RowPlace } from "./row-place.ts";
import { RowsByLead } from "./rows-by-lead.ts";
import type { CrossRowFact } from "./rule.ts";
import type { Terms } from "./terms.ts";
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

interface FilledColumn {
  readonly field: FieldId;
  /** On how many open rows, until that is enough for any number of them. */
  filled: number;
}

/** What a column that a rule both starts and is answered by must at least be filled: one row in ten, of ten or more. */
const ENOUGH_ROWS = 10;
const ONE_IN = 10;

export interface CrossRowOptions {
  /** How many rows there are. */
  readonly rows: number;
  /** The columns whose filled cells are counted. */
  readonly fillable: readonly FieldId[];
  /** What else the rules ask for. */
  readonly needed: ReadonlySet<CrossRowFact>;
  readonly terms: Terms;
  /** The number by which the sheet knows a row, from its index. */
  readonly rowNumber: (index: number) => number;
}

/** Facts across the rows of a list and those that belong with it, gathered before any rule runs. Closed rows play no part. */
export class CrossRowFacts {
  openRows = 0;
  hasPeople = false;
  readonly #options: CrossRowOptions;
  readonly #children = new RowsByLead();
  readonly #families = new RowsByLead();
  /** Families of which a child's lead must be a social worker. */
  readonly #protected = new Set<string>();
  readonly #loads = new Map<string, number>();
  /** What a child weighs in its lead's load, where the policy weighs. */
  readonly #weights = new Map<string, number>();
  /** Where the rows of other lists stand; the first is that of -1. */
  readonly #otherPlaces: RowPlace[] = [];
  readonly #first = new Map<string, number>();
  readonly #fillable: readonly FilledColumn[];
  /** Those of which it is not yet known that enough of their cells are filled. */
  #unsettled: readonly FilledColumn[];

  constructor(options: CrossRowOptions) {
    this.#options = options;
    this.#fillable = options.fillable.map((field) => ({ field, filled: 0 }));
    this.#unsettled = this.#fillable;
  }

  /** Whether further rows could add anything. */
  get isComplete(): boolean {
    return this.#unsettled.length === 0 && this.#options.needed.size === 0;
  }

  #count(column: FilledColumn): void {
    column.filled += 1;
    if (column.filled * ONE_IN >= this.#options.rows)
      this.#unsettled = this.#unsettled.filter((other) => other !== column);
  }

  /** Whether the rows of other lists that belong with this one could add anything. */
  get needsOthers(): boolean {
    return this.#options.needed.has("cases") || this.#options.needed.has("families");
  }

  /** An open row of another list: it counts for children, families and loads, and for nothing about this sheet. */
  addOther(row: Row, place: RowPlace): void {
    this.#otherPlaces.push(place);
    this.#addCaseAndFamily(row, -this.#otherPlaces.length);
  }

  /** `number` tells the row from all others: its index, or a number below 0 for a row of another list. */
  #addCaseAndFamily(row: Row, number: number): void {
    if (this.#options.needed.has("cases")) this.#addCase(row, number);
    if (this.#options.needed.has("families")) this.#addFamily(row, number);
  }

  add(row: Row): void {
    const { needed } = this.#options;
    this.openRows += 1;
    for (const column of this.#unsettled) if (row.isFilled(column.field)) this.#count(column);
    this.#addCaseAndFamily(row, row.index);
    if (needed.has("leaders")) {
      this.hasPeople ||= row.lead !== undefined || row.overseer !== undefined;
      if (row.lead) this.#noteFirst(row.lead.key, row.index);
      if (row.overseer) this.#noteFirst(row.overseer.key, row.index);
    }
    if (needed.has("teams") && row.team && !row.team.known) this.#noteFirst(teamKey(row.team), row.index);
    if (needed.has("mentions")) {
      for (const [, person] of peopleOn(row))
        if (person.practitioner?.problems.length || person.practitioner?.inWorkbook.length)
          this.#noteFirst(`anywhere:${person.key}`, row.index);
    }
  }

  #addCase(row: Row, number: number): void {
    const { childRef, lead } = row;
    const key = lead?.key ?? "";
    const { terms } = this.#options;
    const weight = terms.hasWeights ? terms.weight(row.status) : 1;
    if (childRef === undefined) {
      this.#addLoad(key, weight);
      return;
    }
    if (row.isLost("lead")) return;
    const isNew = this.#children.add(refKey(childRef), key, number);
    if (!terms.hasWeights) {
      if (isNew) this.#addLoad(key, weight);
      return;
    }
    // A child on two rows of one lead weighs what the heavier says.
    const pair = `${key}\n${refKey(childRef)}`;
    const before = this.#weights.get(pair) ?? 0;
    if (weight <= before) return;
    this.#weights.set(pair, weight);
    this.#addLoad(key, weight - before);
  }

  #addLoad(key: string, weight: number): void {
    this.#loads.set(key, this.load(key) + weight);
  }

  #addFamily({ family, lead, status }: Row, number: number): void {
    if (family === undefined || isNobody(family) || !lead) return;
    this.#families.add(refKey(family), lead.key, number);
    if (status !== undefined && this.#options.terms.policy.socialWorkerOnly.includes(status))
      this.#protected.add(refKey(family));
  }

  #noteFirst(key: string, index: number): void {
    if (!this.#first.has(key)) this.#first.set(key, index);
  }

  /** Whether a row is the first open one whose lead or overseer is this person. */
  isFirstRowOf(person: Person, index: number): boolean {
    return this.#first.get(person.key) === index;
  }

  /** Whether a row is the first open one that names this person, in any column; asked of those whose entry has a fault or two. */
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

  /** What someone leads on this list and those that belong with it: each distinct child at the weight of its status; a row without a child ref is one. */
  load(leadKey: string): number {
    return this.#loads.get(leadKey) ?? 0;
  }

  /** Some other open rows of a row's child that name somebody else as lead. */
  rowsWithAnotherLead({ childRef, lead }: Row & { readonly lead: Person }): readonly RowPlace[] {
    return childRef === undefined ? [] : this.#places(this.#children.withAnotherLead(refKey(childRef), lead.key));
  }

  /** Some other open rows with a row's child and the same lead, or with neither naming one. */
  rowsLike({ childRef, lead, index }: Row): readonly RowPlace[] {
    if (childRef === undefined) return [];
    return this.#places(this.#children.withSameLead(refKey(childRef), lead?.key ?? "", index));
  }

  /** Some other open rows of a row's family that name somebody else as lead. */
  rowsOfFamilyWithAnotherLead({ family, lead }: Row & { readonly lead: Person }): readonly RowPlace[] {
    return family === undefined ? [] : this.#places(this.#families.withAnotherLead(refKey(family), lead.key));
  }

  /** Whether an open row of a row's family is one that only a social worker may lead. */
  hasProtectedSibling({ family }: Row): boolean {
    return family !== undefined && this.#protected.has(refKey(family));
  }

  #places(rows: readonly number[]): RowPlace[] {
    return rows.map((number) => this.#otherPlaces[-number - 1] ?? { row: this.#options.rowNumber(number) });
  }
}

const refKey = (ref: string): string => ref.toUpperCase();
const teamKey = (team: GivenTeam): string => `team:${fold(team.text)}`;
