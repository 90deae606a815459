import fc from "fast-check";
import { ROLE_KINDS, type Policy } from "../../../rules/policy.ts";
import type { PolicyRow } from "../../../rules/policy-table/row.ts";
import { SINGLE_VALUES } from "../../../rules/policy-table/single-values.ts";
import { SETTING } from "../../../rules/policy-table/words.ts";
import { NOT_CALCULATED, type Cell } from "../../../rules/read.ts";
import { STATUS_CODES } from "../../../rules/status.ts";
import { clean, fold } from "../../../rules/text.ts";
import { anyPolicy } from "../any-policy.ts";

/** A name that people may give: with commas, semicolons and quotation marks in it. */
const name = fc
  .string({ unit: fc.constantFrom(...Array.from("abcXYZ019 ,;\":&-'é")), minLength: 1, maxLength: 12 })
  .map(clean)
  .filter((text) => fold(text) !== "");

interface NamedItem {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Items whose names all differ. */
const distinct = <T extends NamedItem>(items: readonly T[]): T[] => {
  const used = new Set<string>();
  return items.flatMap((item) => {
    const names = [item.name, ...item.aliases].filter((one) => !used.has(fold(one)));
    for (const one of names) used.add(fold(one));
    const [first, ...aliases] = names;
    return first === undefined ? [] : [{ ...item, name: first, aliases }];
  });
};

const named = fc.record({ name, aliases: fc.array(name, { maxLength: 3 }) });
const teams = fc
  .array(fc.record({ named, isTrial: fc.boolean(), id: fc.option(fc.stringMatching(/^[a-z]{1,6}-?[0-9]{0,2}$/)) }), {
    maxLength: 6,
  })
  .map((all) =>
    distinct(all.map(({ named: one, ...more }) => ({ ...one, ...more }))).map((team, at) => ({
      ...team,
      id: `${team.id ?? "team"}.${at}`,
    })),
  );
const roles = fc
  .array(fc.record({ named, kind: fc.constantFrom(...ROLE_KINDS), timetabled: fc.boolean(), isNew: fc.boolean() }), {
    maxLength: 6,
  })
  .map((all) =>
    distinct(
      all.map(({ named: one, isNew, ...more }) => ({ ...one, ...more, ...(isNew && { newlyQualified: true }) })),
    ),
  );
const statuses = fc
  .array(fc.record({ code: fc.constantFrom(...STATUS_CODES), name, aliases: fc.array(name, { maxLength: 3 }) }), {
    maxLength: 4,
  })
  .map((all) => distinct(all).map(({ code, name: first, aliases }) => ({ code, aliases: [first, ...aliases] })));

/** A council's own policy: any changes of a shipped one, and teams, roles and statuses of its own. */
export const anyCouncilPolicy: fc.Arbitrary<Policy> = fc
  .record({
    policy: anyPolicy,
    id: name,
    title: name,
    about: name,
    teams,
    roles,
    statuses,
    managers: fc.array(
      name.filter((text) => !text.includes(":")),
      { maxLength: 2 },
    ),
  })
  .map(({ policy, id, title, about, teams: all, roles: own, statuses: texts, managers }): Policy => {
    const side = (isTrial: boolean) =>
      all
        .filter((team) => team.isTrial === isTrial)
        .map(({ id: teamId, name: called, aliases }) => ({ id: teamId, name: called, aliases }));
    return {
      ...policy,
      id,
      title,
      about,
      trial: { ...policy.trial, teams: side(true) },
      otherTeams: side(false),
      roles: own,
      statuses: texts,
      serviceManagers: all.flatMap((team) => managers.map((manager) => ({ team: team.id, name: manager }))),
    };
  });

const WORDS = [...Object.values<string>(SETTING), ...SINGLE_VALUES.map(({ word }) => word)];
const cell = fc.oneof(
  fc.constantFrom<Cell[]>(
    "Dover",
    "Swale",
    "Dover, Swale",
    "CIN",
    "LP-10",
    "LP-31, LP-02",
    "assistant",
    "education, timetabled",
  ),
  fc.constantFrom<Cell[]>(
    "28 days",
    "2024-10-04",
    45_600,
    3,
    0.5,
    -1,
    true,
    "yes",
    "trial",
    "own status",
    "(",
    "none",
    "roles",
  ),
  fc.constantFrom<Cell[]>(
    "Dover: Sam Example",
    "SW",
    "Social Worker; FSW",
    "TEH",
    "Red; CP - Neglect",
    "",
    null,
    "#REF!",
  ),
  fc.constantFrom<Cell[]>(NOT_CALCULATED, "england-2026", "Kent trial 2024", "teams", "courses", "dover", "gravesham"),
  name,
);

/** Rows of words that the table knows, and of some that it does not. */
export const anyRows: fc.Arbitrary<PolicyRow[]> = fc
  .array(
    fc.record({
      setting: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: cell }),
      value: cell,
      alsoCalled: cell,
    }),
    { maxLength: 30 },
  )
  .map((rows) => rows.map((row, at) => ({ ...row, row: at + 2 })));
