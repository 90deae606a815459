import { parseDate } from "../dates.ts";
import { england2026, kentTrial2024 } from "../policies/index.ts";
import { readLevel, readService, readYesNo, textOf, type Cell } from "../read.ts";
import { termsOf } from "../terms.ts";
import { isBlankCell } from "../sheet.ts";
import { isErrorValue } from "../text.ts";

/** What the filled cells of a column look like: each count is of cells, and one cell may count in several. */
export interface ColumnContent {
  readonly filled: number;
  readonly distinct: number;
  readonly dates: number;
  readonly numbers: number;
  readonly statuses: number;
  readonly roles: number;
  readonly teams: number;
  readonly names: number;
  readonly references: number;
  readonly yesNos: number;
  readonly levels: number;
  readonly services: number;
}

/** Enough to tell what a column holds. */
const MOST_LOOKED_AT = 300;

/** The days of 1990 to 2059 as Excel counts them, which is what a date looks like without its format. */
const isDateSerial = (value: number): boolean => value >= 32_874 && value < 58_805;

/** "Amara Oasthouse", "S. Marlow", "Oasthouse, Amara": two words or more that begin with a capital. */
const NAME = /^\p{Lu}[\p{L}'’.-]*,?( \p{Lu}[\p{L}'’.-]*){1,3}( \(.*\))?$/u;

/** A reference is one word with a digit, or a number that is no date. */
const isReference = (cell: Cell, text: string): boolean =>
  typeof cell === "number" ? Number.isInteger(cell) && cell > 0 : /^(?=\S*\d)\S{2,24}$/.test(text);

const kindsOf = (cell: Cell): Partial<Record<keyof ColumnContent, boolean>> => {
  const text = textOf(cell);
  const [terms, kent] = [termsOf(england2026), termsOf(kentTrial2024)];
  const isNumber = typeof cell === "number";
  const isDate = isNumber ? isDateSerial(cell) : parseDate(text) !== undefined;
  const isStatus = terms.statuses(text).length > 0;
  const isRole = terms.role(text) !== undefined;
  const isTeam = kent.team(text) !== undefined;
  return {
    dates: isDate,
    numbers: isNumber,
    statuses: isStatus,
    roles: isRole,
    teams: isTeam,
    names: NAME.test(text) && !isStatus && !isRole && !isTeam,
    references: !isDate && isReference(cell, text),
    yesNos: typeof cell === "boolean" || isUsed(readYesNo, text),
    levels: isUsed(readLevel, text),
    services: isUsed(readService, text),
  };
};

const FEWEST_OF_A_CASE = 3;
/** Smaller numbers are how many there are of something: no system numbers its children so low. */
const LEAST_REFERENCE = 1_000;

/** Whether cells of one row look like a case: a reference, and a status, a role or a person's name. */
export function looksLikeCase(cells: readonly Cell[]): boolean {
  if (cells.length < FEWEST_OF_A_CASE) return false;
  const kinds = cells.filter((cell) => typeof cell !== "number" || cell >= LEAST_REFERENCE).map(kindsOf);
  return (
    kinds.some(({ references }) => references) && kinds.some(({ statuses, roles, names }) => statuses || roles || names)
  );
}

const isUsed = (read: (cell: Cell) => unknown, text: string): boolean => typeof read(text) !== "object";

/** Looks at the filled cells of a column, up to a few hundred; errors and blanks say nothing of it. */
export function contentOf(cells: Iterable<Cell>): ColumnContent {
  const counts = { dates: 0, numbers: 0, statuses: 0, roles: 0, teams: 0, names: 0 };
  const more = { references: 0, yesNos: 0, levels: 0, services: 0 };
  const all: Record<string, number> = { ...counts, ...more };
  const distinct = new Set<string>();
  let filled = 0;
  for (const cell of cells) {
    if (filled >= MOST_LOOKED_AT) break;
    if (isBlankCell(cell) || typeof cell === "object" || (typeof cell === "string" && isErrorValue(cell))) continue;
    filled += 1;
    distinct.add(textOf(cell));
    for (const [kind, is] of Object.entries(kindsOf(cell))) if (is) all[kind] = (all[kind] ?? 0) + 1;
  }
  return { ...counts, ...more, ...all, filled, distinct: distinct.size };
}
