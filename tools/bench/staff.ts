import type { Day } from "../../rules/dates.ts";
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
  readKind,
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
  kind: "",
  registration: "unclear",
  registeredTo: NONE,
  level: NONE,
  protectedTime: "",
};
const NO_USE: Someone = { ...NOBODY, isLost: true };

const isOther = (kind: Kind): boolean => kind !== "" && kind !== "social-worker" && kind !== "manager";

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

const textOf = (cell: Cell): string => (typeof cell === "string" || typeof cell === "number" ? String(cell) : "");

function listed(raw: RawPractitioner): Someone {
  const registration = textOf(raw.registration);
  const until = readDay(raw.registeredTo, Infinity);
  return {
    key: textOf(raw.id).toLowerCase(),
    isLost: false,
    isListed: true,
    isUnlisted: false,
    kind: readKind(raw.role),
    registration:
      registration === "none" ? "none" : registration === "" ? "blank" : /\d/.test(registration) ? "held" : "unclear",
    registeredTo: until === NONE ? Infinity : until,
    level: readComplexity(raw.level),
    protectedTime: readAnswer(raw.protectedTime),
  };
}

/** Looks people up in the register by staff number or name; nobody is looked up twice for the same text. */
export function staffOf(register: readonly RawPractitioner[]): (cell: Cell) => Someone {
  const byText = new Map<string, Someone>();
  for (const raw of register) {
    const someone = listed(raw);
    byText.set(someone.key, someone);
    const name = foldName(textOf(raw.name));
    const namesake = byText.get(name);
    const shared = namesake && {
      ...NOBODY,
      key: `name:${name}`,
      kind: namesake.kind === someone.kind ? someone.kind : ("" as const),
    };
    byText.set(name, shared ?? someone);
  }
  return meaning((text) => {
    if (isErrorValue(text)) return NO_USE;
    if (isNobody(text)) return NOBODY;
    return (
      byText.get(text.toLowerCase()) ??
      byText.get(foldName(text)) ?? { ...NOBODY, key: `name:${foldName(text)}`, isUnlisted: true }
    );
  });
}

/** A team's name in the lead's column names nobody. */
export const leadOf = (someone: Someone, cell: Cell): Someone =>
  someone.isUnlisted && readTeam(cell) !== "unknown" ? NOBODY : someone;
