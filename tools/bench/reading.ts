import { parseDate, type Day } from "../../rules/dates.ts";
import { FIELD_IDS, type FieldId } from "../../rules/fields.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { RoleKind } from "../../rules/policy.ts";
import type { Cell } from "../../rules/read.ts";
import type { StatusCode } from "../../rules/status.ts";
import { termsOf } from "../../rules/terms.ts";
import { clean, fold, isErrorValue } from "../../rules/text.ts";

/** How facts written as numbers say that a cell is blank, filled and of no use, or that something was done without a day. */
export const NONE = 0;
export const LOST = -1;
const UNDATED = -2;

const FIRST_SERIAL = 32_874; // 1 January 1990
const SERIAL_OF_1970 = 25_569;

/** Remembers what each distinct text means. */
export function meaning<T>(of: (text: string) => T): (cell: Cell) => T {
  const known = new Map<Cell, T>();
  return (cell) => {
    let found = known.get(cell);
    if (found === undefined) known.set(cell, (found = of(textOf(cell))));
    return found;
  };
}

function textOf(cell: Cell): string {
  if (typeof cell === "string") return clean(cell);
  return (typeof cell === "number" && cell !== 0) || typeof cell === "boolean" ? String(cell).toUpperCase() : "";
}

const NO_DAY = new Set(["", "n/a", "na", "tbc", "none", "-", "–", "—"]);

function dayOfText(text: string): Day {
  const day = parseDate(text);
  if (day === undefined) return NO_DAY.has(text.toLowerCase()) ? NONE : LOST;
  return day + SERIAL_OF_1970 < FIRST_SERIAL ? LOST : day;
}

/** Reads a date cell as a day; one after `latest` cannot be. */
function dayReader(ofText: (text: string) => Day): (cell: Cell, latest: Day) => Day {
  const dayOf = meaning(ofText);
  return (cell, latest) => {
    if (cell === "" || cell === 0) return NONE;
    const day = typeof cell !== "number" ? dayOf(cell) : cell < FIRST_SERIAL ? LOST : Math.floor(cell) - SERIAL_OF_1970;
    return day > latest ? LOST : day;
  };
}

export const readDay = dayReader(dayOfText);

const ANSWERS_WITHOUT_DAY = new Map([
  ...["no", "n", "false", "notdone", "notcompleted", "notrecorded"].map((text) => [text, NONE] as const),
  ...["yes", "y", "true", "done", "completed", "complete", "recorded"].map((text) => [text, UNDATED] as const),
]);
const doneOfText = (text: string): Day => ANSWERS_WITHOUT_DAY.get(fold(text)) ?? dayOfText(text);

/** A date that only says whether something was done: "yes" says it without a day, "no" is a blank. */
export const readDone = dayReader(doneOfText);

const NOT_ABLE = new Set(["tooyoung", "tooyoungtosay", "unborn", "notable"]);

/** The same of what a child may be too young to be asked. */
export const readWish = dayReader((text) => (NOT_ABLE.has(fold(text)) ? UNDATED : doneOfText(text)));

/** A whole number; a blank is 0. */
export const readNumber = meaning((text) => (text === "" ? 0 : /^\d{1,4}$/.test(text) ? Number(text) : LOST));

const LEVELS = new Map([
  ["", NONE],
  ["1", 1],
  ["2", 2],
  ["3", 3],
  ["low", 1],
  ["medium", 2],
  ["high", 3],
]);
export const readComplexity = meaning((text) => LEVELS.get(fold(text)) ?? LOST);

export type Answer = "yes" | "no" | "" | "lost";
const ANSWERS = new Map<string, Answer>([
  ["", ""],
  ["yes", "yes"],
  ["y", "yes"],
  ["true", "yes"],
  ["no", "no"],
  ["n", "no"],
  ["false", "no"],
]);
export const readAnswer = meaning((text) => ANSWERS.get(fold(text)) ?? "lost");

const TERMS = termsOf(kentTrial2024);

export type Kind = RoleKind | "";

/** A role by its name, both "" where the policy knows no such role. */
export interface RoleIs {
  readonly name: string;
  readonly kind: Kind;
}
const NO_ROLE: RoleIs = { name: "", kind: "" };
export const readRole = meaning((text): RoleIs => TERMS.role(text) ?? NO_ROLE);

export type TeamIs = "trial" | "other" | "unknown" | "lost";
export const readTeam = meaning((text): TeamIs => {
  if (isErrorValue(text)) return "lost";
  const team = TERMS.team(text);
  return team ? (team.isTrial ? "trial" : "other") : "unknown";
});

export const isProtection = (status: StatusCode): boolean => kentTrial2024.socialWorkerOnly.includes(status);

/** `doubtful`: a text of several meanings, among them one of protection. */
export type Status = StatusCode | "doubtful" | "";
export const readStatus = meaning((text): Status => {
  const [only, ...others] = TERMS.statuses(text);
  if (only === undefined) return "";
  if (others.length === 0) return only;
  return [only, ...others].some(isProtection) ? "doubtful" : "";
});

const isBlankCell = (cell: Cell): boolean => cell === "" || cell === null || cell === undefined;
export const isBlankRow = (cells: readonly Cell[]): boolean => cells.every(isBlankCell);

/** Where each field's cell is in the rows of an invented sheet. */
export const AT = Object.fromEntries(FIELD_IDS.map((id, column) => [id, column])) as Readonly<Record<FieldId, number>>;
