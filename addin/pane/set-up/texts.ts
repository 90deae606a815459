import { teamsIn } from "../../../rules/policy.ts";
import { typed } from "../../../rules/read.ts";
import { fold, nearest } from "../../../rules/text.ts";
import type { Choices } from "../../workbook/choices.ts";
import type { ListReader } from "../list-reader.ts";

export type TextKind = "teams" | "roles";

/** One of the policy's teams or roles: `value` is what a choice keeps of it. */
export interface PolicyName {
  readonly value: string;
  readonly name: string;
}

/** A text for a team or role that the policy does not know. */
export interface UnknownText {
  readonly text: string;
  /** What it was probably meant as; only ever offered. */
  readonly nearest: PolicyName | undefined;
}

/** The longest name that a policy takes. */
const LONGEST = 200;

export function policyNames({ inputs: { basePolicy } }: ListReader, kind: TextKind): readonly PolicyName[] {
  if (kind === "roles") return basePolicy.roles.map(({ name }) => ({ value: name, name }));
  return teamsIn(basePolicy).map(({ id, name }) => ({ value: id, name }));
}

function* textsOf(reader: ListReader, kind: TextKind): Generator<string> {
  for (const row of reader.rows()) {
    const { team, leadRole } = row;
    if (kind === "teams" && team && !team.known) yield team.text;
    if (kind === "roles" && leadRole && !leadRole.role) yield leadRole.text;
  }
  const { register, from } = reader.inputs;
  if (kind !== "roles" || from.register !== "workbook") return;
  for (const raw of register?.practitioners ?? []) if (!reader.terms.role(typed(raw.role))) yield typed(raw.role);
}

/** The distinct texts that the policy does not know, in the order of the sheet; spellings that differ in case or spaces are one. */
export function unknownTexts(reader: ListReader, kind: TextKind): UnknownText[] {
  const { basePolicy } = reader.inputs;
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

/** Choices with a text mapped to a team's id or a role's name; undefined forgets it. */
export function withText(choices: Choices, kind: TextKind, text: string, value: string | undefined): Choices {
  const others = Object.entries(choices[kind]).filter(([known]) => fold(known) !== fold(text));
  return { ...choices, [kind]: Object.fromEntries(value === undefined ? others : [...others, [text, value]]) };
}
