import { england2026, POLICIES } from "../policies/index.ts";
import { teamsIn, type Policy } from "../policy.ts";
import { fold } from "../text.ts";
import { intervalCell } from "./lists.ts";
import { namesCell } from "./names.ts";
import { OWN_ID, ownTitle } from "./read-policy-table.ts";
import { cellFor, SINGLE_VALUES, valueIn } from "./single-values.ts";
import { kindCell } from "./teams-and-roles.ts";
import { teamIdFor } from "./team-id.ts";
import { SETTING, WHOLE_LISTS } from "./words.ts";

/** A row as it is written: setting, value, also called. */
export type WrittenRow = readonly [setting: string, value: string | number, alsoCalled: string];

/** The shipped policy that a policy is written as a change of. */
const baseFor = ({ id }: Policy, basedOn: Policy | undefined): Policy =>
  POLICIES.find((shipped) => shipped.id === id) ?? basedOn ?? england2026;

/** Whether an id or a title is not the council's own: such a name is not written, so that what is changed does not pass for what ships. */
export function isUnnamed(path: string, value: string, base: Policy): boolean {
  if (path === "id") return value === OWN_ID || value === base.id;
  return path === "title" && (value === ownTitle(base) || value === base.title);
}

const singleRows = (policy: Policy, base: Policy): WrittenRow[] =>
  SINGLE_VALUES.flatMap((single): WrittenRow[] => {
    const value = valueIn(policy, single);
    if (value === undefined || isUnnamed(single.path, String(value), base)) return [];
    return [[single.word, cellFor(value, single), ""]];
  });

function teamRows(policy: Policy, base: Policy): WrittenRow[] {
  const known = new Map(teamsIn(base).map(({ name, id }) => [fold(name), id]));
  const rowsOf = (word: string, teams: Policy["otherTeams"]): WrittenRow[] =>
    teams.flatMap(({ id, name, aliases }): WrittenRow[] => [
      [word, name, namesCell(aliases)],
      ...(id === (known.get(fold(name)) ?? teamIdFor(name)) ? [] : [[SETTING.teamId, id, name] as const]),
    ]);
  return [...rowsOf(SETTING.trialTeam, policy.trial.teams), ...rowsOf(SETTING.team, policy.otherTeams)];
}

const codesCell = (codes: readonly string[]): string => (codes.length === 0 ? "none" : codes.join(", "));

/** The rows of the table `Policy` that say all of a policy; `basedOn` is the shipped one that it came from, where that is known. */
export function policyRows(policy: Policy, basedOn?: Policy): readonly WrittenRow[] {
  const base = baseFor(policy, basedOn);
  const nameOf = new Map(teamsIn(policy).map(({ id, name }) => [id, name]));
  return [
    [SETTING.basedOn, base.title, ""],
    ...singleRows(policy, base),
    [SETTING.supervision, intervalCell(policy.supervision.every), ""],
    [SETTING.overseen, codesCell(policy.overseen), ""],
    [SETTING.socialWorkerOnly, codesCell(policy.socialWorkerOnly), ""],
    ...policy.rulesOff.map((id): WrittenRow => [SETTING.ruleOff, id, ""]),
    ...base.rulesOff.filter((id) => !policy.rulesOff.includes(id)).map((id): WrittenRow => [SETTING.ruleOn, id, ""]),
    ...WHOLE_LISTS.map((one): WrittenRow => [SETTING.onlyThese, one, ""]),
    ...teamRows(policy, base),
    ...policy.serviceManagers.map(({ team, name }): WrittenRow => [
      SETTING.serviceManager,
      `${String(nameOf.get(team))}: ${name}`,
      "",
    ]),
    ...policy.statuses
      .filter(({ aliases }) => aliases.length > 0)
      .map(({ code, aliases }): WrittenRow => [SETTING.status, code, namesCell(aliases)]),
    ...policy.courses.map(({ name, from }): WrittenRow => [SETTING.course, from, name]),
    ...policy.roles.map((role): WrittenRow => [SETTING.role, kindCell(role), namesCell([role.name, ...role.aliases])]),
  ];
}
