import type { Day } from "./dates.ts";
import { REGISTER_FIELD_IDS, REGISTER_FIELDS, type RegisterField } from "./register-fields.ts";
import type { Role } from "./policy.ts";
import {
  anyDateReader,
  impossible,
  isNobody,
  Problem,
  readCount,
  readLevel,
  readYesNo,
  textOf,
  textReader,
  typed,
  type Cell,
  type Level,
  type Reader,
  type YesNo,
} from "./read.ts";
import type { Terms } from "./terms.ts";
import { fold, foldName } from "./text.ts";

/** A practitioner as a workbook's table or the service gives them: cells not yet read. */
export interface RawPractitioner extends Partial<Readonly<Record<RegisterField, Cell>>> {
  readonly training?: readonly { readonly course: string; readonly completedOn?: Cell; readonly bookedFor?: Cell }[];
}

export type RegisterColumn = RegisterField | "training";

/** A register still to be read. Without `columns`, its columns are the keys that any practitioner has. */
export interface RegisterSource {
  readonly practitioners: readonly RawPractitioner[];
  readonly columns?: ReadonlySet<RegisterColumn>;
  /** The courses that have a column; without it, all of the policy's. */
  readonly courses?: readonly string[];
  readonly date1904?: boolean;
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
}

const UNKNOWN_ROLE = new Problem("unreadable-value");

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
interface EntryReaders {
  readonly role: Reader<Role>;
  readonly day: Reader<Day>;
}

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
    const day = this.readers.day(cell);
    const problem = typeof day === "number" ? impossible(day, this.asOf, isForward) : day;
    if (problem) this.note(column, cell, problem.why);
    return problem?.why === "before-1990" ? problem : day;
  }

  dated(field: RegisterField, isForward = false): Day | undefined | Problem {
    return this.date(REGISTER_FIELDS[field].header, this.raw[field], isForward);
  }
}

function readPractitioner(raw: RawPractitioner, readers: EntryReaders, asOf: Day): Practitioner {
  const entry = new Entry(raw, readers, asOf);
  const [id, name] = [typed(raw.id), typed(raw.name)];
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
      completedOn: entry.date(`${course} completed`, completedOn, false),
      bookedFor: entry.date(`${course} booked`, bookedFor, true),
    })),
    problems: entry.problems,
  };
}

/** The practitioners of a sheet's council, and which of their particulars the register keeps at all. */
export class Register {
  readonly practitioners: readonly Practitioner[];
  readonly columns: ReadonlySet<RegisterColumn>;
  /** The courses of the policy that the register keeps, and that have begun by the check date. */
  readonly courses: readonly string[];
  /** Whether any cell of it cannot be used. */
  readonly hasProblems: boolean;
  /** Whether any two entries share a name or a staff number. */
  readonly hasNamesakes: boolean;
  readonly #byId = new Map<string, Practitioner[]>();
  readonly #byName = new Map<string, Practitioner[]>();

  constructor(source: RegisterSource, terms: Terms, asOf: Day) {
    const keys: readonly RegisterColumn[] = [...REGISTER_FIELD_IDS, "training"];
    this.columns =
      source.columns ?? new Set(keys.filter((key) => source.practitioners.some((raw) => raw[key] !== undefined)));
    const kept = new Set((source.courses ?? terms.courses.map(({ name }) => name)).map(fold));
    this.courses = terms.courses
      .filter(({ name, from }) => from <= asOf && kept.has(fold(name)))
      .map(({ name }) => name);
    const readers: EntryReaders = {
      role: textReader((text) => terms.role(text) ?? UNKNOWN_ROLE),
      day: anyDateReader(source.date1904 ?? false),
    };
    this.practitioners = source.practitioners
      .map((raw) => readPractitioner(raw, readers, asOf))
      .filter(({ id, name }) => id !== "" || name !== "");
    const add = (index: Map<string, Practitioner[]>, key: string, practitioner: Practitioner): void => {
      const same = index.get(key);
      if (same) same.push(practitioner);
      else if (key !== "") index.set(key, [practitioner]);
    };
    for (const practitioner of this.practitioners) {
      add(this.#byId, practitioner.id.toLowerCase(), practitioner);
      add(this.#byName, foldName(practitioner.name), practitioner);
    }
    this.hasProblems = this.practitioners.some(({ problems }) => problems.length > 0);
    this.hasNamesakes = [...this.#byId.values(), ...this.#byName.values()].some(({ length }) => length > 1);
  }

  /** Everyone whom a text may mean: by staff number, else by full name. */
  matches(text: string): readonly Practitioner[] {
    return this.#byId.get(text.toLowerCase()) ?? this.#byName.get(foldName(text)) ?? [];
  }
}

const read = new WeakMap<RegisterSource, { readonly terms: Terms; readonly asOf: Day; readonly register: Register }>();

/** A register as it stands on a day, read once for as long as the same one is asked for: a formula checks a single row with it. */
export function registerOf(source: RegisterSource, terms: Terms, asOf: Day): Register {
  const known = read.get(source);
  if (known?.terms === terms && known.asOf === asOf) return known.register;
  const register = new Register(source, terms, asOf);
  read.set(source, { terms, asOf, register });
  return register;
}
