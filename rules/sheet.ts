import type { Day } from "./dates.ts";
import { DateColumn } from "./date-column.ts";
import { FIELD_IDS, fieldOf, type FieldId, type Kind } from "./fields.ts";
import type { People } from "./people.ts";
import {
  answerReader,
  anyDateReader,
  dateReader,
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

/** Every cell of a column, blank ones included; nothing where the sheet has no such column. */
export function cellsOf({ columns, rows }: Pick<Sheet, "columns" | "rows">, field: FieldId): readonly Cell[] {
  const column = columns.get(field);
  return column === undefined ? [] : rows.map((cells) => cells[column]);
}

/** Only a text that stayed behind counts as a role or team that nobody knows: an Excel error says nothing about either. */
const unknownWhereLost =
  <T>(read: Reader<T>, unknown: T): Reader<T> =>
  (cell) =>
    typeof cell === "object" && cell !== null && "unreadable" in cell ? unknown : read(cell);

export interface ReadersOptions {
  readonly terms: Terms;
  readonly people: People;
  readonly asOf: Day;
  /** Dates that could not have happened are read as they stand. */
  readonly isAnyDate?: boolean | undefined;
}

/** One reader a field. Those of a check are shared, so that each name, team and role is looked up once. */
export function readersFor(sheet: Sheet, { terms, people, asOf, isAnyDate = false }: ReadersOptions): Readers {
  const person = people.reader();
  const role = textReader((text): GivenRole => ({ text, role: terms.role(text) }));
  const team = textReader((text): GivenTeam => ({ text, known: terms.team(text) }));
  const byKind: Readonly<Record<Exclude<Kind, "date">, Reader<unknown>>> = {
    text: readText,
    "yes-no": readYesNo,
    filled: readFilled,
    status: statusReader(terms),
    rules: readRules,
    complexity: readLevel,
    number: readCount,
    service: readService,
    person,
    role: unknownWhereLost(role, { text: "", role: undefined }),
    team: unknownWhereLost(team, { text: "", known: undefined }),
  };
  // A team's name in the lead's column names nobody.
  const lead = people.reader((text) => terms.team(text) !== undefined);
  const dated = (id: FieldId): Reader<unknown> => {
    const { isForward = false, mayBeUndated } = fieldOf(id);
    const column = new DateColumn(() => cellsOf(sheet, id));
    const date1904 = sheet.date1904 ?? false;
    const dates = isAnyDate ? anyDateReader(date1904, column) : dateReader(date1904, asOf, isForward, column);
    return mayBeUndated ? answerReader(dates, id === "wishesOn") : dates;
  };
  const readerOf = (id: FieldId): Reader<unknown> => {
    const { kind } = fieldOf(id);
    if (id === "lead") return lead;
    return kind === "date" ? dated(id) : byKind[kind];
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
