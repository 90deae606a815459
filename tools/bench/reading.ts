import { parseDate, type Day } from "../../rules/dates.ts";
import { FIELD_IDS, type FieldId } from "../../rules/fields.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import type { RoleKind } from "../../rules/policy.ts";
import { isNobody, type Cell } from "../../rules/read.ts";
import type { StatusCode } from "../../rules/status.ts";
import { termsOf } from "../../rules/terms.ts";
import { clean, fold } from "../../rules/text.ts";

/** How facts written as numbers say that a cell is blank, or filled and of no use. */
export const NONE = 0;
export const LOST = -1;

const FIRST_SERIAL = 32_874; // 1 January 1990
const SERIAL_OF_1970 = 25_569;

/** Remembers what each distinct text means. */
export function meaning<T>(of: (text: string) => T): (cell: Cell) => T {
  const known = new Map<Cell, T>();
  return (cell) => {
    let found = known.get(cell);
    if (found === undefined)
      known.set(
        cell,
        (found = of(
          typeof cell === "string" ? clean(cell) : typeof cell === "number" && cell !== 0 ? String(cell) : "",
        )),
      );
    return found;
  };
}

function dayOfText(text: string): Day {
  const day = parseDate(text);
  if (day === undefined) return isNobody(text) ? NONE : LOST;
  return day + SERIAL_OF_1970 < FIRST_SERIAL ? LOST : day;
}

const dayOf = meaning((text) => (text === "" ? NONE : dayOfText(text)));

/** A date cell as a day; one after `latest` cannot be. */
export function readDay(cell: Cell, latest: Day): Day {
  if (cell === "") return NONE;
  const day =
    typeof cell !== "number"
      ? dayOf(cell)
      : cell === 0
        ? NONE
        : cell < FIRST_SERIAL
          ? LOST
          : Math.floor(cell) - SERIAL_OF_1970;
  return day > latest ? LOST : day;
}

/** A whole number; a blank is 0. */
export const readNumber = meaning((text) => (text === "" ? 0 : /^\d+$/.test(text) ? Number(text) : LOST));

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

const named = <T>(
  items: readonly { name: string; aliases: readonly string[] }[],
  value: (index: number) => T,
): [string, T][] =>
  items.flatMap(({ name, aliases }, index) =>
    [name, ...aliases].map((text): [string, T] => [fold(text), value(index)]),
  );

const { roles, trial, otherTeams } = kentTrial2024;
const KINDS = new Map(named(roles, (index) => roles[index]?.kind));

export type Kind = RoleKind | "";
export const readKind = meaning((text): Kind => KINDS.get(fold(text)) ?? "");

export type TeamIs = "trial" | "other" | "unknown";
const TEAMS = new Map<string, TeamIs>([
  ...named(trial.teams, () => "trial" as const),
  ...named(otherTeams, () => "other" as const),
]);
export const readTeam = meaning((text): TeamIs => TEAMS.get(fold(text)) ?? "unknown");

export type Status = StatusCode | "";
export const readStatus = meaning((text): Status => termsOf(kentTrial2024).statuses(text)[0] ?? "");

const isBlankCell = (cell: Cell): boolean => cell === "" || cell === null || cell === undefined;
export const isBlankRow = (cells: readonly Cell[]): boolean => cells.every(isBlankCell);

/** Where each field's cell is in the rows of an invented sheet. */
export const AT = Object.fromEntries(FIELD_IDS.map((id, column) => [id, column])) as Readonly<Record<FieldId, number>>;
