/** How many other rows a sentence names at most: a sheet of thousands of equal rows must not cost their square. */
const MOST_NAMED = 3;

/** Rows that have something in common (a child, a family), by the key of their lead ("" where nobody leads). */
type Group = Map<string, number[]>;

const ALONE: Group = new Map();

/** Finds, among the rows that share a key, those with another lead and those with the same. Rows are told apart by a number of their own. */
export class RowsByLead {
  /** The first row of each key, and all rows of a key that has several. */
  readonly #first = new Map<string, { readonly row: number; readonly lead: string }>();
  readonly #groups = new Map<string, Group>();

  /** Whether this is the first row of the key with this lead. */
  add(key: string, lead: string, row: number): boolean {
    const first = this.#first.get(key);
    if (!first) {
      this.#first.set(key, { row, lead });
      return true;
    }
    const group = this.#groups.get(key) ?? new Map([[first.lead, [first.row]]]);
    this.#groups.set(key, group);
    const own = group.get(lead);
    if (own) own.push(row);
    else group.set(lead, [row]);
    return own === undefined;
  }

  /** Some rows of a key that name somebody else as lead. */
  withAnotherLead(key: string, lead: string): readonly number[] {
    const group = this.#groups.get(key);
    const first = this.#first.get(key);
    // Asked for somebody who leads none of them yet.
    if (!group) return first && first.lead !== "" && first.lead !== lead ? [first.row] : [];
    const found: number[] = [];
    for (const [other, rows] of group) {
      if (other !== "" && other !== lead) found.push(...rows.slice(0, MOST_NAMED));
      if (found.length >= MOST_NAMED) break;
    }
    return found.slice(0, MOST_NAMED);
  }

  /** Some other rows of a key with the same lead, or with neither naming one. */
  withSameLead(key: string, lead: string, row: number): readonly number[] {
    const rows = (this.#groups.get(key) ?? ALONE).get(lead) ?? [];
    return rows
      .slice(0, MOST_NAMED + 1)
      .filter((other) => other !== row)
      .slice(0, MOST_NAMED);
  }
}
