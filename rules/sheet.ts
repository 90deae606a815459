import type { Day } from "./dates.ts";
import { FIELD_IDS, fieldOf, type FieldId } from "./fields.ts";
import type { People } from "./people.ts";
import {
  dateReader,
  Problem,
  readCount,
  readFilled,
  readLevel,
  readService,
  readStatus,
  readText,
  readYesNo,
  textReader,
  type Cell,
  type Reader,
} from "./read.ts";
import type { GivenRole, GivenTeam } from "./row.ts";
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

export type Readers = Readonly<Record<FieldId, Reader<unknown>>>;

/** One reader a field. Those of a check are shared, so that each name, team and role is looked up once. */
export function readersFor(terms: Terms, people: People, asOf: Day, date1904: boolean): Readers {
  const person = people.reader();
  const role = textReader((text): GivenRole => ({ text, role: terms.role(text) }));
  const team = textReader((text): GivenTeam => ({ text, known: terms.team(text) }));
  const dates = { forward: dateReader(date1904, asOf, true), past: dateReader(date1904, asOf, false) };
  const lost =
    (what: Reader<unknown>, instead: unknown): Reader<unknown> =>
    (cell) => {
      const fact = what(cell);
      return fact instanceof Problem ? instead : fact;
    };
  const byKind = {
    text: readText,
    "yes-no": readYesNo,
    filled: readFilled,
    status: readStatus,
    complexity: readLevel,
    number: readCount,
    service: readService,
    person,
    date: dates.past,
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

/** Whether nothing was typed into a cell, or nothing that can be seen. */
export const isBlankCell = (cell: Cell): boolean => {
  if (typeof cell !== "string") return cell === null || cell === undefined;
  if (cell.length === 0) return true;
  const first = cell.charCodeAt(0);
  // Any printable ASCII letter at the beginning settles it; only the rest is worth cleaning.
  return !(first > 0x20 && first < 0x7f) && clean(cell) === "";
};

/** Whether a row has nothing in any column that is read. */
export function isBlankRow(cells: readonly Cell[], columns: readonly number[]): boolean {
  for (const column of columns) if (!isBlankCell(cells[column])) return false;
  return true;
}
