import type { Day } from "./dates.ts";
import { FIELD_IDS, fieldOf, type FieldId } from "./fields.ts";
import type { People } from "./people.ts";
import {
  answerReader,
  dateReader,
  Problem,
  readCount,
  readFilled,
  readLevel,
  readService,
  readRules,
  readText,
  readYesNo,
  statusReader,
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
  /** What the whole list is of, where it has no column for it: Ofsted's Annex A, list 7, is all child protection. */
  readonly whole?: Partial<Readonly<Record<"status" | "team", string>>> | undefined;
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
  const answers = { any: answerReader(dates.past, false), ofWishes: answerReader(dates.past, true) };
  const lost =
    (what: Reader<unknown>, instead: unknown): Reader<unknown> =>
    (cell) => {
      const fact = what(cell);
      // Only a text that stayed behind counts as one that nobody knows: an Excel error says nothing about roles or teams.
      return fact instanceof Problem && typeof cell === "object" && cell !== null && "unreadable" in cell
        ? instead
        : fact;
    };
  const byKind = {
    text: readText,
    "yes-no": readYesNo,
    filled: readFilled,
    status: statusReader(terms),
    rules: readRules,
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
    if (fieldOf(id).mayBeUndated) return answers[id === "wishesOn" ? "ofWishes" : "any"];
    return fieldOf(id).isForward ? dates.forward : byKind[fieldOf(id).kind];
  };
  return Object.fromEntries(FIELD_IDS.map((id) => [id, readerOf(id)])) as Readers;
}

/** Whether a sheet says something of its rows: by a column, or as a whole. */
export const hasField = ({ columns, whole }: Sheet, field: FieldId): boolean =>
  columns.has(field) || ((field === "status" || field === "team") && whole?.[field] !== undefined);

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
