import type { Day } from "../../rules/dates.ts";
import { isFullName, isNoName, joinedNames, withoutNotes } from "../../rules/person-text.ts";
import { isNobody, type Cell } from "../../rules/read.ts";
import type { RawPractitioner } from "../../rules/register.ts";
import { foldName, isErrorValue } from "../../rules/text.ts";
import {
  LOST,
  meaning,
  NONE,
  readAnswer,
  readComplexity,
  readDay,
  readRole,
  readTeam,
  type Answer,
  type Kind,
} from "./reading.ts";

/** What a person cell comes to: somebody (`key` is filled), nobody, or something of no use. */
export interface Someone {
  readonly key: string;
  readonly isLost: boolean;
  /** One entry of the register, and no other, is theirs. */
  readonly isListed: boolean;
  readonly isUnlisted: boolean;
  readonly role: string;
  readonly kind: Kind;
  readonly registration: "held" | "none" | "blank" | "unclear";
  /** The last day of the registration; endless where the register does not say. */
  readonly registeredTo: Day;
  readonly level: number;
  readonly protectedTime: Answer;
}

export type Standing = "qualified" | "presumed" | "ended" | "not-qualified" | "cannot-tell";

export const NOBODY: Someone = {
  key: "",
  isLost: false,
  isListed: false,
  isUnlisted: false,
  role: "",
  kind: "",
  registration: "unclear",
  registeredTo: NONE,
  level: NONE,
  protectedTime: "",
};
const NO_USE: Someone = { ...NOBODY, isLost: true };

const isSocialWork = (kind: Kind): boolean => kind === "social-worker" || kind === "manager";
const isOther = (kind: Kind): boolean => kind !== "" && kind !== "either" && !isSocialWork(kind);

/** Whether someone is social work qualified on a day; `kind` is the register's or, for who is not on it, the row's. */
export function standingOf(someone: Someone, kind: Kind, day: Day): Standing {
  const { registration, registeredTo } = someone;
  if (someone.isUnlisted)
    return kind === "social-worker" ? "presumed" : isOther(kind) ? "not-qualified" : "cannot-tell";
  if (registration === "held")
    return registeredTo === LOST ? "cannot-tell" : registeredTo >= day ? "qualified" : "ended";
  if (registration === "none") return "not-qualified";
  return registration === "blank" && isOther(kind) ? "not-qualified" : "cannot-tell";
}

export const isUnqualified = (standing: Standing): boolean => standing === "ended" || standing === "not-qualified";

/** Whether as a lead they count as one who is no social worker: a registration that has ended makes nobody that. */
export const isOtherLead = (standing: Standing, kind: Kind): boolean =>
  standing === "not-qualified" || (standing === "ended" && !isSocialWork(kind));

const NO_REGISTRATION = new Set(["none", "no", "not registered", "not applicable"]);
const NUMBER = /^[a-z]{0,4}[ -]?\d[\d ]{2,14}$/i;

function registrationOf(text: string): Someone["registration"] {
  if (NO_REGISTRATION.has(text.toLowerCase())) return "none";
  if (isNobody(text)) return "blank";
  return NUMBER.test(text) ? "held" : "unclear";
}

const textOf = (cell: Cell): string => (typeof cell === "string" || typeof cell === "number" ? String(cell) : "");

function listed(raw: RawPractitioner): Someone {
  const until = readDay(raw.registeredTo, Infinity);
  const { name, kind } = readRole(raw.role);
  return {
    key: textOf(raw.id).toLowerCase(),
    isLost: false,
    isListed: true,
    isUnlisted: false,
    role: name,
    kind,
    registration: registrationOf(textOf(raw.registration)),
    registeredTo: until === NONE ? Infinity : until,
    level: readComplexity(raw.level),
    protectedTime: readAnswer(raw.protectedTime),
  };
}

/** Everyone on the register by staff number and by name; of two of one name nobody can tell more than the role they share. */
function byTextOf(register: readonly RawPractitioner[]): Map<string, Someone> {
  const byText = new Map<string, Someone>();
  for (const raw of register) {
    const someone = listed(raw);
    byText.set(someone.key, someone);
    const name = foldName(textOf(raw.name));
    const namesake = byText.get(name);
    const { role, kind } = namesake && namesake.role !== someone.role ? NOBODY : someone;
    byText.set(name, namesake ? { ...NOBODY, key: `name:${name}`, role, kind } : someone);
  }
  return byText;
}

/** Reads a person cell. */
export type ReadPerson = (cell: Cell) => Someone;

export interface Staff {
  readonly named: ReadPerson;
  /** In the lead's column a team's name names nobody. */
  readonly leading: ReadPerson;
}

/** Looks people up in the register by staff number or name; nobody is looked up twice for the same text. */
export function staffOf(register: readonly RawPractitioner[]): Staff {
  const byText = byTextOf(register);
  const known = (text: string): Someone | undefined => byText.get(text.toLowerCase()) ?? byText.get(foldName(text));
  const named = (text: string): Someone =>
    known(text) ?? { ...NOBODY, key: `name:${foldName(text)}`, isUnlisted: true };
  const isName = (text: string): boolean => known(text) !== undefined || (isFullName(text) && !isNoName(text));
  const reader = (isTeam: (text: string) => boolean): ReadPerson => {
    const read = (text: string): Someone => {
      if (isErrorValue(text)) return NO_USE;
      if (isNobody(text)) return NOBODY;
      const someone = known(text);
      if (someone) return someone;
      if (isNoName(text)) return NO_USE;
      const bare = withoutNotes(text);
      if (bare === "") return read(text.replace(/[()[\]]+/g, " ").trim());
      if (bare !== text) return read(bare);
      if (isTeam(text)) return NOBODY;
      const names = joinedNames(text);
      return named(names.length > 1 && names.every(isName) ? (names[0] ?? text) : text);
    };
    return meaning(read);
  };
  return {
    named: reader(() => false),
    leading: reader((text) => readTeam(text) === "trial" || readTeam(text) === "other"),
  };
}
