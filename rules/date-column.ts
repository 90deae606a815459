import { monthFirst } from "./dates.ts";
import type { Cell } from "./read.ts";
import { clean } from "./text.ts";

/** What the text dates of one column have in common: one that can only be month first makes the others doubtful. */
export class DateColumn {
  readonly #cells: () => readonly Cell[];
  #isMonthFirst: boolean | undefined;

  /** `cells` gives every cell of the column; it is asked once, and only if it matters. */
  constructor(cells: () => readonly Cell[] = () => []) {
    this.#cells = cells;
  }

  /** Whether any text of the column can only be month first. */
  get isMonthFirst(): boolean {
    this.#isMonthFirst ??= this.#hasMonthFirst();
    return this.#isMonthFirst;
  }

  #hasMonthFirst(): boolean {
    // A date of the service's begins with its year: no need to look closer.
    return this.#cells().some(
      (cell) => typeof cell === "string" && cell.length > 7 && cell[4] !== "-" && monthFirst(clean(cell)) === "certain",
    );
  }

  /** Whether a text may mean two days, where the column shows that its writer may have put the month first. */
  isDoubtful(text: string): boolean {
    return monthFirst(text) === "possible" && this.isMonthFirst;
  }
}
