import type { Day } from "./dates.ts";
import type { Role } from "./policy.ts";
import {
  impossible,
  isNobody,
  Problem,
  readCount,
  readLevel,
  readYesNo,
  textOf,
  typed,
  type Cell,
  type Level,
  type Read,
  type Reader,
  type YesNo,
} from "./read.ts";
import { REGISTER_FIELDS, type RegisterField } from "./register-fields.ts";
import { fold, foldName, isErrorValue } from "./text.ts";

/** A practitioner as a workbook's table or the service gives them: cells not yet read. */
export interface RawPractitioner extends Partial<Readonly<Record<RegisterField, Cell>>> {
  readonly training?: readonly { readonly course: string; readonly completedOn?: Cell; readonly bookedFor?: Cell }[];
}

/** A cell of the register that cannot be used, said once, on the person's first open row. */
export interface RegisterProblem {
  /** The column's header. */
  readonly column: string;
  readonly why: Problem["why"] | "unknown-role";
  readonly shown: string;
}

export interface Training {
  readonly course: string;
  readonly completedOn: Day | undefined | Problem;
  readonly bookedFor: Day | undefined | Problem;
}

export interface Practitioner {
  /** What tells them from everybody else: their staff number, else their name. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly role: Role | undefined;
  readonly team: string;
  /** Whether a registration is shown: a number, the word "none", nothing, or a text that is neither. */
  readonly registration: "held" | "none" | "blank" | "unreadable";
  readonly registeredTo: Day | undefined | Problem;
  readonly level: Level | undefined | Problem;
  readonly signedOffOn: Day | undefined | Problem;
  readonly caseLimit: number | undefined | Problem;
  readonly protectedTime: YesNo | undefined | Problem;
  readonly absentFrom: Day | undefined | Problem;
  readonly absentTo: Day | undefined | Problem;
  readonly training: readonly Training[];
  readonly problems: readonly RegisterProblem[];
  /** The same person in the workbook's table, where the council's register is this one. */
  readonly inWorkbook: readonly Practitioner[];
  /** Known from the workbook's table alone, where the council's register is beside it. */
  readonly isFromWorkbook: boolean;
}

/** The key of someone known by name alone. */
export const nameKey = (name: string): string => `name:${foldName(name)}`;

const NO_REGISTRATION = new Set(["none", "no", "not registered", "not applicable"]);

/** What a Social Work England number looks like: "pending", "yes" or "expired 2023" is no proof that anyone is registered. */
const NUMBER = /^[a-z]{0,4}[ -]?\d[\d ]{2,14}$/i;

function registrationOf(text: string): Practitioner["registration"] {
  if (NO_REGISTRATION.has(text.toLowerCase())) return "none";
  if (isNobody(text)) return "blank";
  return NUMBER.test(text) ? "held" : "unreadable";
}

/** What the cells of every entry are read with, so that each role and date is looked up once. */
export interface EntryReaders {
  readonly role: Reader<Role>;
  /** Reads a date of a column, which is named by its header. */
  readonly day: (column: string, cell: Cell) => Read<Day>;
}

export const completedColumn = (course: string): string => `${course} completed`;
export const bookedColumn = (course: string): string => `${course} booked`;

/** A name or staff number; an Excel error is neither. */
const named = (cell: Cell): string => (isErrorValue(typed(cell)) ? "" : typed(cell));

/** One entry while its cells are read: those that cannot be used are noted. */
class Entry {
  readonly raw: RawPractitioner;
  readonly readers: EntryReaders;
  readonly asOf: Day;
  readonly problems: RegisterProblem[] = [];

  constructor(raw: RawPractitioner, readers: EntryReaders, asOf: Day) {
    this.raw = raw;
    this.readers = readers;
    this.asOf = asOf;
  }

  note(column: string, cell: Cell, why: RegisterProblem["why"]): void {
    this.problems.push({ column, why, shown: textOf(cell) });
  }

  value<T>(field: RegisterField, read: Reader<T>): T | undefined | Problem {
    const value = read(this.raw[field]);
    if (value instanceof Problem) this.note(REGISTER_FIELDS[field].header, this.raw[field], value.why);
    return value;
  }

  role(): Role | undefined {
    const role = this.readers.role(typed(this.raw.role));
    if (!(role instanceof Problem)) return role;
    this.note(REGISTER_FIELDS.role.header, this.raw.role, "unknown-role");
    return undefined;
  }

  registration(): Practitioner["registration"] {
    const registration = registrationOf(typed(this.raw.registration));
    if (registration === "unreadable")
      this.note(REGISTER_FIELDS.registration.header, this.raw.registration, "unreadable-value");
    return registration;
  }

  /** A date still to come is noted and kept: a sign-off next week is no sign-off today, and the rules say so. */
  date(column: string, cell: Cell, isForward: boolean): Day | undefined | Problem {
    const day = this.readers.day(column, cell);
    const problem = typeof day === "number" ? impossible(day, this.asOf, isForward) : day;
    if (problem) this.note(column, cell, problem.why);
    return problem?.why === "before-1990" ? problem : day;
  }

  dated(field: RegisterField, isForward = false): Day | undefined | Problem {
    return this.date(REGISTER_FIELDS[field].header, this.raw[field], isForward);
  }
}

export function readPractitioner(raw: RawPractitioner, readers: EntryReaders, asOf: Day): Practitioner {
  const entry = new Entry(raw, readers, asOf);
  const [id, name] = [named(raw.id), named(raw.name)];
  return {
    key: id === "" ? nameKey(name) : `id:${id.toLowerCase()}`,
    id,
    name,
    role: entry.role(),
    team: typed(raw.team),
    registration: entry.registration(),
    registeredTo: entry.dated("registeredTo", true),
    level: entry.value("level", readLevel),
    signedOffOn: entry.dated("signedOffOn"),
    caseLimit: entry.value("caseLimit", readCount),
    protectedTime: entry.value("protectedTime", readYesNo),
    absentFrom: entry.dated("absentFrom"),
    absentTo: entry.dated("absentTo", true),
    training: (raw.training ?? []).map(({ course, completedOn, bookedFor }) => ({
      course: fold(course),
      completedOn: entry.date(completedColumn(course), completedOn, false),
      bookedFor: entry.date(bookedColumn(course), bookedFor, true),
    })),
    problems: entry.problems,
    inWorkbook: [],
    isFromWorkbook: false,
  };
}
