import type { Day } from "./dates.ts";
import type { Role, RoleKind } from "./policy.ts";
import { isFullName, isNoName, joinedNames, withoutNotes } from "./person-text.ts";
import { isNobody, Problem, textReader, type Read, type Reader, type Service } from "./read.ts";
import { nameKey, type Practitioner, type Register } from "./register.ts";

/**
 * Whether someone is social work qualified on a day. `ended`: a registration that ran out before it.
 * `presumed`: a social worker by the sheet's own word, not on the register; it counts for LP-04 and LP-08/perhaps-not-overseen alone.
 */
export type Standing = "qualified" | "presumed" | "ended" | "not-qualified" | "cannot-tell";

/** Known not to be social work qualified. */
export const isUnqualified = (standing: Standing): boolean => standing === "ended" || standing === "not-qualified";

const SOCIAL_CARE: Service = "social care";
const SERVICE_OF: Readonly<Record<RoleKind, Service>> = {
  "social-worker": SOCIAL_CARE,
  manager: SOCIAL_CARE,
  assistant: SOCIAL_CARE,
  either: "early help",
  "early-help": "early help",
  education: "education",
  health: "health",
  partner: "partner",
};

/** Kinds of role that nobody needs a registration for: someone in one is not qualified unless the register shows it. */
const isOtherKind = (kind: RoleKind): boolean => kind !== "social-worker" && kind !== "manager" && kind !== "either";

/** What an entry's registration says by itself. */
function registeredOn({ registration, registeredTo }: Practitioner, day: Day): Exclude<Standing, "presumed"> {
  if (registration === "none") return "not-qualified";
  if (registration !== "held" || registeredTo instanceof Problem) return "cannot-tell";
  return registeredTo === undefined || registeredTo >= day ? "qualified" : "ended";
}

/** Someone named in a cell. The same person has the same key, however the name is written. */
export class Person {
  readonly key: string;
  /** As on the register, else as typed. */
  readonly name: string;
  /** Undefined for someone not on the register, and where two entries match. */
  readonly practitioner: Practitioner | undefined;
  /** Two or more entries of the register match: nobody can tell which is meant. */
  readonly isAmbiguous: boolean;
  /** The register's role; for someone not on it, the role given on the row. */
  readonly role: Role | undefined;
  /** Others whom the same cell names, as typed: the first is read. */
  readonly othersInCell: readonly string[];
  #lastStanding: { readonly day: Day; readonly standing: Standing } | undefined;

  constructor(
    key: string,
    name: string,
    matches: readonly Practitioner[],
    role: Role | undefined,
    othersInCell: readonly string[] = [],
  ) {
    this.key = key;
    this.name = name;
    this.isAmbiguous = matches.length > 1;
    this.practitioner = this.isAmbiguous ? undefined : matches[0];
    this.role = role;
    this.othersInCell = othersInCell;
  }

  get isOnRegister(): boolean {
    return this.practitioner !== undefined || this.isAmbiguous;
  }

  get service(): Service | undefined {
    return this.role && SERVICE_OF[this.role.kind];
  }

  /** Never of someone whose name two people share: nobody can tell. */
  is(other: Person | undefined): boolean {
    return other !== undefined && !this.isAmbiguous && this.key === other.key;
  }

  standingOn(day: Day): Standing {
    // Rule after rule asks about the same day.
    if (this.#lastStanding?.day !== day) this.#lastStanding = { day, standing: this.#standingOn(day) };
    return this.#lastStanding.standing;
  }

  #standingOn(day: Day): Standing {
    if (this.isAmbiguous) return "cannot-tell";
    const kind = this.role?.kind;
    if (!this.practitioner) {
      if (kind === "social-worker") return "presumed";
      return kind !== undefined && isOtherKind(kind) ? "not-qualified" : "cannot-tell";
    }
    if (this.practitioner.registration === "blank")
      return kind !== undefined && isOtherKind(kind) ? "not-qualified" : "cannot-tell";
    const standing = registeredOn(this.practitioner, day);
    return this.entryShownWorseOn(day) ? "cannot-tell" : standing;
  }

  /** The workbook's entry, where it shows beside a registration in force in the council's register that it is none or has ended by a day. */
  entryShownWorseOn(day: Day): Practitioner | undefined {
    if (!this.practitioner || registeredOn(this.practitioner, day) !== "qualified") return undefined;
    return this.practitioner.inWorkbook.find((entry) => isUnqualified(registeredOn(entry, day)));
  }

  /** Whether their role is one that social workers alone hold. */
  get isInSocialWorkRole(): boolean {
    return this.role?.kind === "social-worker" || this.role?.kind === "manager";
  }

  /**
   * Whether as a lead they are an *other lead* on a day: known not to be social work qualified. A social worker or
   * manager whose registration has ended is none: what is wrong then is the registration.
   */
  isOtherLeadOn(day: Day): boolean {
    const standing = this.standingOn(day);
    return standing === "not-qualified" || (standing === "ended" && !this.isInSocialWorkRole);
  }

  /** Known not to be a manager. */
  get isOfOtherKind(): boolean {
    return this.role !== undefined && this.role.kind !== "manager";
  }
}

/** Finds the person that a text names. */
export class People {
  readonly #register: Register | undefined;
  readonly #withRole = new Map<Person, Map<Role, Person>>();

  constructor(register: Register | undefined) {
    this.#register = register;
  }

  /** `others`: whom the same cell names after them. */
  named(text: string, others: readonly string[] = []): Person {
    const matches = this.#register?.matches(text) ?? [];
    const [first, ...namesakes] = matches;
    const role = namesakes.every((other) => other.role === first?.role) ? first?.role : undefined;
    if (!first || namesakes.length > 0) return new Person(nameKey(text), text, matches, role, others);
    return new Person(first.key, first.name || first.id, matches, role, others);
  }

  #isKnown(text: string): boolean {
    return (this.#register?.matches(text).length ?? 0) > 0;
  }

  /**
   * A reader of person cells: "TBC", "Duty" and the like are nobody, and so is what `isNoPerson` says, unless the
   * register knows it. Of two people in a cell the first is read.
   */
  reader(isNoPerson: (text: string) => boolean = () => false): Reader<Person> {
    const unreadable = new Problem("unreadable-value");
    const read = (text: string): Read<Person> => {
      if (isNobody(text)) return undefined;
      if (this.#isKnown(text)) return this.named(text);
      if (isNoName(text)) return unreadable;
      const bare = withoutNotes(text);
      if (bare === "") return read(text.replace(/[()[\]]+/g, " ").trim());
      if (bare !== text) return read(bare);
      if (isNoPerson(text)) return undefined;
      const [first, ...others] = joinedNames(text);
      const areNames = (names: readonly string[]): boolean =>
        names.every((name) => this.#isKnown(name) || (isFullName(name) && !isNoName(name)));
      return first !== undefined && others.length > 0 && areNames([first, ...others])
        ? this.named(first, others)
        : this.named(text);
    };
    return textReader(read, unreadable);
  }

  /** The same person in the role given on the row, which counts only for someone not on the register. */
  inRole(person: Person, role: Role | undefined): Person {
    if (!role || person.isOnRegister) return person;
    const known = this.#withRole.get(person)?.get(role);
    if (known) return known;
    const inRole = new Person(person.key, person.name, [], role, person.othersInCell);
    const roles = this.#withRole.get(person) ?? new Map<Role, Person>();
    this.#withRole.set(person, roles.set(role, inRole));
    return inRole;
  }
}
