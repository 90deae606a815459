import type { Day } from "./dates.ts";
import type { Role, RoleKind } from "./policy.ts";
import { isNobody, Problem, textReader, type Reader, type Service } from "./read.ts";
import { nameKey, type Practitioner, type Register } from "./register.ts";
import { isErrorValue } from "./text.ts";

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

  constructor(key: string, name: string, matches: readonly Practitioner[], role: Role | undefined) {
    this.key = key;
    this.name = name;
    this.isAmbiguous = matches.length > 1;
    this.practitioner = this.isAmbiguous ? undefined : matches[0];
    this.role = role;
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
    if (this.isAmbiguous) return "cannot-tell";
    const kind = this.role?.kind;
    if (!this.practitioner) {
      if (kind === "social-worker") return "presumed";
      return kind !== undefined && isOtherKind(kind) ? "not-qualified" : "cannot-tell";
    }
    const { registration, registeredTo } = this.practitioner;
    if (registration === "held") {
      if (registeredTo instanceof Problem) return "cannot-tell";
      return registeredTo === undefined || registeredTo >= day ? "qualified" : "ended";
    }
    if (registration === "none") return "not-qualified";
    return registration === "blank" && kind !== undefined && isOtherKind(kind) ? "not-qualified" : "cannot-tell";
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

  named(text: string): Person {
    const matches = this.#register?.matches(text) ?? [];
    const [first, ...others] = matches;
    const role = others.every((other) => other.role === first?.role) ? first?.role : undefined;
    if (!first || others.length > 0) return new Person(nameKey(text), text, matches, role);
    return new Person(first.key, first.name || first.id, matches, role);
  }

  /** A reader of person cells: "TBC", "Duty" and the like are nobody, and so is what `isNoPerson` says, unless the register knows it. */
  reader(isNoPerson: (text: string) => boolean = () => false): Reader<Person> {
    const unreadable = new Problem("unreadable-value");
    return textReader((text) => {
      if (isErrorValue(text)) return unreadable;
      if (isNobody(text)) return undefined;
      const person = this.named(text);
      return isNoPerson(text) && !person.isOnRegister ? undefined : person;
    }, unreadable);
  }

  /** The same person in the role given on the row, which counts only for someone not on the register. */
  inRole(person: Person, role: Role | undefined): Person {
    if (!role || person.isOnRegister) return person;
    const known = this.#withRole.get(person)?.get(role);
    if (known) return known;
    const inRole = new Person(person.key, person.name, [], role);
    const roles = this.#withRole.get(person) ?? new Map<Role, Person>();
    this.#withRole.set(person, roles.set(role, inRole));
    return inRole;
  }
}
