import { ROLE_KINDS, teamsIn, type Policy, type Role, type Team } from "../policy.ts";
import { textOf } from "../read.ts";
import { clean, fold, nearest } from "../text.ts";
import { mergeNamed, type Given } from "./named.ts";
import { namesIn } from "./names.ts";
import type { Part, PolicyRow, RowNote } from "./row.ts";
import { teamIdFor } from "./team-id.ts";

/** Texts that a policy's own check would refuse, by their row; those are left out before anything is made of them. */
const isName = (name: string): boolean => fold(name) !== "" && name.length <= 200;

const noName = (row: number, what: string, column: string): RowNote => ({
  row,
  reason: `It names no ${what}: write ${what === "team" ? "its name" : "its names"} under '${column}', each with a letter or digit and at most 200 characters.`,
});

interface MarkedTeam extends Team {
  readonly isTrial: boolean;
}

/** Ids that rows give to teams, by their folded names. */
function givenIds(rows: readonly PolicyRow[]) {
  const ids = new Map<string, { readonly id: string; readonly row: number }>();
  const unusable: RowNote[] = [];
  for (const { row, value, alsoCalled } of rows) {
    const [id, name] = [textOf(value), fold(textOf(alsoCalled))];
    if (id === "" || id.length > 200 || name === "" || ids.has(name) || [...ids.values()].some((one) => one.id === id))
      unusable.push({
        row,
        reason: "It gives no team an id of its own: the id under 'Value', the team's name under 'Also called'.",
      });
    else ids.set(name, { id, row });
  }
  return { ids, unusable };
}

/** Gives every team its id: the one that a row gives and no other team has, else the one that it has, else one made of its name. */
function withIds(teams: readonly MarkedTeam[], ids: ReturnType<typeof givenIds>["ids"]): MarkedTeam[] {
  const held = new Set(teams.filter(({ name }) => !ids.has(fold(name))).map(({ id }) => id));
  const said = teams.map(({ id, name }) => {
    const given = ids.get(fold(name))?.id;
    return given === undefined || held.has(given) ? id : given;
  });
  const used = new Set(said);
  return teams.map((team, at) => {
    const stem = teamIdFor(team.name) || fold(team.name);
    let id = said[at] as string;
    for (let number = 1; id === ""; number += 1) {
      const free = number === 1 ? stem : `${stem}-${number}`;
      if (!used.has(free)) id = free;
    }
    used.add(id);
    return { ...team, id };
  });
}

/** The teams of a policy as rows change them. */
export function withTeams(
  policy: Policy,
  rows: readonly (PolicyRow & { readonly isTrial: boolean })[],
  idRows: readonly PolicyRow[],
  isWhole: boolean,
): Part {
  const given: Given<MarkedTeam>[] = [];
  const nameless: RowNote[] = [];
  for (const { row, value, alsoCalled, isTrial } of rows) {
    const names = [clean(textOf(value)), ...namesIn(typeof alsoCalled === "string" ? alsoCalled : textOf(alsoCalled))];
    if (names.every(isName))
      given.push({ row, names, make: (named, before) => ({ ...named, id: before?.id ?? "", isTrial }) });
    else nameless.push(noName(row, "team", "Value"));
  }
  const trial = new Set(policy.trial.teams);
  const base = teamsIn(policy).map((team): MarkedTeam => ({ ...team, isTrial: trial.has(team) }));
  const merged = mergeNamed(base, given, isWhole);
  const { ids, unusable } = givenIds(idRows);
  const teams = withIds(merged.items, ids);
  const unknown = [...ids].filter(
    ([name, { id }]) => !teams.some((team) => fold(team.name) === name && team.id === id),
  );
  const side = (isTrial: boolean): Team[] =>
    teams.filter((team) => team.isTrial === isTrial).map(({ id, name, aliases }) => ({ id, name, aliases }));
  return {
    policy: { ...policy, trial: { ...policy.trial, teams: side(true) }, otherTeams: side(false) },
    unusable: [
      ...nameless,
      ...merged.unusable,
      ...unusable,
      ...unknown.map(([, { row }]) => ({ row, reason: "No other row names this team, or another team has this id." })),
    ],
    remarks: merged.remarks,
  };
}

type Marks = Pick<Role, "kind" | "timetabled" | "newlyQualified">;

/** "education, not timetabled": the kind of a role, and what is to be known of its holders; a sentence where it is none. */
function marksIn(text: string): Marks | string {
  const [first = "", ...notes] = text.split(/[,;]/).map(fold);
  const kind = ROLE_KINDS.find((one) => fold(one) === first);
  const known = ["timetabled", "nottimetabled", "newlyqualified"];
  const odd = notes.find((note) => !known.includes(note));
  if (kind === undefined) {
    const near = nearest(
      first,
      ROLE_KINDS.map((one) => [fold(one), one] as const),
    );
    return `The value must be a kind of role: ${ROLE_KINDS.join(", ")}.${near ? ` Perhaps ${near}?` : ""}`;
  }
  if (odd !== undefined)
    return "After the kind there may stand 'timetabled', 'not timetabled' or 'newly qualified', and nothing else.";
  return {
    kind,
    timetabled: notes.includes("timetabled") || (kind === "education" && !notes.includes("nottimetabled")),
    ...(notes.includes("newlyqualified") && { newlyQualified: true }),
  };
}

/** The roles of a policy as rows change them. */
export function withRoles(policy: Policy, rows: readonly PolicyRow[], isWhole: boolean): Part {
  const given: Given<Role>[] = [];
  const faulty: RowNote[] = [];
  for (const { row, value, alsoCalled } of rows) {
    const marks = marksIn(textOf(value));
    const names = namesIn(typeof alsoCalled === "string" ? alsoCalled : textOf(alsoCalled));
    if (typeof marks === "string") faulty.push({ row, reason: marks });
    else if (names.length === 0 || !names.every(isName)) faulty.push(noName(row, "role", "Also called"));
    else given.push({ row, names, make: ({ name, aliases }) => ({ name, aliases, ...marks }) });
  }
  const merged = mergeNamed(policy.roles, given, isWhole);
  return {
    policy: { ...policy, roles: merged.items },
    unusable: [...faulty, ...merged.unusable],
    remarks: merged.remarks,
  };
}

/** A role's kind with what is to be known of its holders, as the table has it. */
export function kindCell({ kind, timetabled = false, newlyQualified = false }: Role): string {
  const usual = kind === "education";
  return [
    kind,
    ...(timetabled === usual ? [] : [timetabled ? "timetabled" : "not timetabled"]),
    ...(newlyQualified ? ["newly qualified"] : []),
  ].join(", ");
}
