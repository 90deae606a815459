import { teamsIn } from "../../../rules/policy.ts";
import { isNobody, typed } from "../../../rules/read.ts";
import { STATUS_CODES, statusLabel } from "../../../rules/status.ts";
import { fold, nearest } from "../../../rules/text.ts";
import type { Choices } from "../../workbook/choices.ts";
import type { ListReader } from "../list-reader.ts";

export type TextKind = "teams" | "roles" | "statuses";

/** One of the policy's teams or roles, or a status: `value` is what a choice keeps of it. */
export interface PolicyName {
  readonly value: string;
  readonly name: string;
}

/** A text for a team, a role or a status that the policy does not know. */
export interface UnknownText {
  readonly text: string;
  /** What it was probably meant as; only ever offered. */
  readonly nearest: PolicyName | undefined;
}

/** The longest name that a policy takes. */
const LONGEST = 200;

export function policyNames({ inputs: { basePolicy } }: ListReader, kind: TextKind): readonly PolicyName[] {
  if (kind === "statuses") return STATUS_CODES.map((code) => ({ value: code, name: `${statusLabel(code)} (${code})` }));
  if (kind === "roles") return basePolicy.roles.map(({ name }) => ({ value: name, name }));
  return teamsIn(basePolicy).map(({ id, name }) => ({ value: id, name }));
}

/** Texts of statuses that mean none, or of which nobody can tell which they mean. */
function* statusTexts(reader: ListReader): Generator<string> {
  for (const cell of reader.cells("status")) {
    const text = typed(cell);
    if (!isNobody(text) && reader.terms.statuses(text).length !== 1) yield text;
  }
}

function* textsOf(reader: ListReader, kind: TextKind): Generator<string> {
  if (kind === "statuses") {
    yield* statusTexts(reader);
    return;
  }
  for (const row of reader.rows()) {
    const { team, leadRole } = row;
    if (kind === "teams" && team && !team.known) yield team.text;
    if (kind === "roles" && leadRole && !leadRole.role) yield leadRole.text;
  }
  const { register, from } = reader.inputs;
  if (kind !== "roles" || from.register !== "workbook") return;
  for (const raw of register?.practitioners ?? []) if (!reader.terms.role(typed(raw.role))) yield typed(raw.role);
}

function unknownStatuses(reader: ListReader): UnknownText[] {
  const names = new Map(policyNames(reader, "statuses").map((named) => [named.value, named]));
  const found = new Map<string, UnknownText>();
  for (const text of textsOf(reader, "statuses")) {
    const folded = fold(text);
    if (folded === "" || text.length > LONGEST || found.has(folded)) continue;
    found.set(folded, { text, nearest: names.get(reader.terms.offeredStatus(text) ?? "") });
  }
  return [...found.values()];
}

/** The distinct texts that the policy does not know, in the order of the sheet; spellings that differ in case or spaces are one. */
export function unknownTexts(reader: ListReader, kind: TextKind): UnknownText[] {
  const { basePolicy } = reader.inputs;
  if (kind === "statuses") return unknownStatuses(reader);
  const known = kind === "teams" ? teamsIn(basePolicy) : basePolicy.roles;
  const valueOf = new Map(policyNames(reader, kind).map((named) => [named.name, named]));
  const candidates = known.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((text): [string, PolicyName | undefined] => [fold(text), valueOf.get(name)]),
  );
  const found = new Map<string, UnknownText>();
  for (const text of textsOf(reader, kind)) {
    const folded = fold(text);
    if (folded === "" || text.length > LONGEST || found.has(folded)) continue;
    // "Dover CSWT 1" is longer than "Dover" by more than a slip of the keyboard: a name that it begins with is as good a guess.
    const begins = candidates
      .filter(([candidate]) => candidate.length > 3 && folded.startsWith(candidate))
      .sort(([a], [b]) => b.length - a.length)[0]?.[1];
    found.set(folded, { text, nearest: nearest(text, candidates) ?? begins });
  }
  return [...found.values()];
}

/** Choices with a text mapped to a team's id, a role's name or a status' code; undefined forgets it. */
export function withText(choices: Choices, kind: TextKind, text: string, value: string | undefined): Choices {
  const others = Object.entries(choices[kind] ?? {}).filter(([known]) => fold(known) !== fold(text));
  return { ...choices, [kind]: Object.fromEntries(value === undefined ? others : [...others, [text, value]]) };
}
