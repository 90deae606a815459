import { DateColumn } from "./date-column.ts";
import type { Day } from "./dates.ts";
import {
  bookedColumn,
  completedColumn,
  readPractitioner,
  type EntryReaders,
  type Practitioner,
  type RawPractitioner,
} from "./practitioner.ts";
import { anyDateReader, Problem, textReader, type Cell } from "./read.ts";
import { DATE_FIELDS, REGISTER_FIELD_IDS, REGISTER_FIELDS, type RegisterField } from "./register-fields.ts";
import type { Terms } from "./terms.ts";
import { fold, foldName } from "./text.ts";

export { nameKey } from "./practitioner.ts";
export type { Practitioner, RawPractitioner, RegisterProblem, Training } from "./practitioner.ts";

export type RegisterColumn = RegisterField | "training";

/** A register still to be read. Without `columns`, its columns are the keys that any practitioner has. */
export interface RegisterSource {
  readonly practitioners: readonly RawPractitioner[];
  readonly columns?: ReadonlySet<RegisterColumn>;
  /** The courses that have a column; without it, all of the policy's. */
  readonly courses?: readonly string[];
  readonly date1904?: boolean;
  /**
   * The workbook's table, beside the council's register: it speaks for whoever the council's does not know, and where
   * it shows somebody's registration as none or ended, nobody can tell.
   */
  readonly workbook?: RegisterSource | undefined;
}

const UNKNOWN_ROLE = new Problem("unreadable-value");

const DATED = REGISTER_FIELD_IDS.filter((id) => DATE_FIELDS.has(id));

/** The cells of each column of dates, by its header. */
function dateColumns({ practitioners }: RegisterSource): Map<string, DateColumn> {
  const cells = new Map<string, Cell[]>();
  const add = (header: string, cell: Cell): void => {
    const known = cells.get(header);
    if (known) known.push(cell);
    else cells.set(header, [cell]);
  };
  for (const raw of practitioners) {
    for (const id of DATED) add(REGISTER_FIELDS[id].header, raw[id]);
    for (const { course, completedOn, bookedFor } of raw.training ?? []) {
      add(completedColumn(course), completedOn);
      add(bookedColumn(course), bookedFor);
    }
  }
  return new Map([...cells].map(([header, column]) => [header, new DateColumn(() => column)]));
}

/** The practitioners of a sheet's council, and which of their particulars the register keeps at all. */
export class Register {
  readonly practitioners: readonly Practitioner[];
  readonly columns: ReadonlySet<RegisterColumn>;
  /** The courses of the policy that the register keeps, and that have begun by the check date. */
  readonly courses: readonly string[];
  /** Whether any cell of it cannot be used. */
  readonly hasProblems: boolean;
  /** Whether the workbook's table stands beside the council's register. */
  readonly hasWorkbook: boolean;
  /** Columns in which a text date can only have its month first. */
  readonly monthFirst: readonly string[];
  /** Whether any two entries share a name or a staff number. */
  readonly hasNamesakes: boolean;
  readonly #byId = new Map<string, Practitioner[]>();
  readonly #byName = new Map<string, Practitioner[]>();

  constructor(source: RegisterSource, terms: Terms, asOf: Day) {
    this.hasWorkbook = source.workbook !== undefined;
    const workbook = source.workbook && new Register(source.workbook, terms, asOf);
    const keys: readonly RegisterColumn[] = [...REGISTER_FIELD_IDS, "training"];
    const columns = source.columns ?? keys.filter((key) => source.practitioners.some((raw) => raw[key] !== undefined));
    this.columns = new Set([...columns, ...(workbook?.columns ?? [])]);
    const kept = new Set((source.courses ?? terms.courses.map(({ name }) => name)).map(fold));
    this.courses = terms.courses
      .filter(({ name, from }) => from <= asOf && kept.has(fold(name)))
      .map(({ name }) => name);
    const dates = dateColumns(source);
    const days = new Map(
      [...dates].map(([header, column]) => [header, anyDateReader(source.date1904 ?? false, column)]),
    );
    const readers: EntryReaders = {
      role: textReader((text) => terms.role(text) ?? UNKNOWN_ROLE),
      day: (header, cell) => days.get(header)?.(cell),
    };
    this.monthFirst = [
      ...new Set([
        ...[...dates].filter(([, column]) => column.isMonthFirst).map(([header]) => header),
        ...(workbook?.monthFirst ?? []),
      ]),
    ];
    const own = source.practitioners
      .map((raw) => readPractitioner(raw, readers, asOf))
      .filter(({ id, name }) => id !== "" || name !== "");
    this.#index(own);
    this.practitioners = workbook ? this.#beside(own, workbook) : own;
    this.hasProblems = this.practitioners.some(({ problems }) => problems.length > 0);
    this.hasNamesakes = [...this.#byId.values(), ...this.#byName.values()].some(({ length }) => length > 1);
  }

  /** The council's people with what the workbook says of each, then those whom only the workbook knows. */
  #beside(own: readonly Practitioner[], workbook: Register): Practitioner[] {
    const others = workbook.practitioners
      .filter(({ id, name }) => this.#matchesOf(id, name).length === 0)
      .map((entry) => ({ ...entry, isFromWorkbook: true }));
    const known = own.map((entry) => ({ ...entry, inWorkbook: workbook.#matchesOf(entry.id, entry.name) }));
    this.#byId.clear();
    this.#byName.clear();
    this.#index([...known, ...others]);
    return [...known, ...others];
  }

  #matchesOf(id: string, name: string): readonly Practitioner[] {
    return this.#byId.get(id.toLowerCase()) ?? this.#byName.get(foldName(name)) ?? [];
  }

  #index(practitioners: readonly Practitioner[]): void {
    const add = (index: Map<string, Practitioner[]>, key: string, practitioner: Practitioner): void => {
      const same = index.get(key);
      if (same) same.push(practitioner);
      else if (key !== "") index.set(key, [practitioner]);
    };
    for (const practitioner of practitioners) {
      add(this.#byId, practitioner.id.toLowerCase(), practitioner);
      add(this.#byName, foldName(practitioner.name), practitioner);
    }
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
