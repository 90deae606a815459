import { teamsIn, type Policy, type Team } from "../../rules/policy.ts";
import { termsOf } from "../../rules/terms.ts";
import { fold } from "../../rules/text.ts";
import type { Dependencies } from "../dependencies.ts";
import { policyOn, type PolicyVersion } from "./versions.ts";
import { Refusal } from "../http/problem.ts";
import { today } from "../today.ts";

const unknown = (paths: readonly string[]): Refusal =>
  new Refusal(
    422,
    "The policy in force today has no such team. Look the teams up in the policy, or add the team to it first.",
    paths,
  );

/** Refuses team ids that the policy in force today does not have. */
export async function requireTeamIds(deps: Dependencies, ids: readonly string[], path: string): Promise<void> {
  const { policy } = await policyOn(deps, today(deps));
  const held = new Set(teamsIn(policy).map(({ id }) => id));
  const paths = ids.flatMap((id, index) =>
    held.has(id) ? [] : [ids.length === 1 && !path.endsWith("s") ? path : `${path}[${index}]`],
  );
  if (paths.length > 0) throw unknown(paths);
}

/** The id of the team that a text means in the policy in force today: its id, name or another name. */
export async function teamIdOf(deps: Dependencies, text: string, path: string): Promise<string> {
  const { policy } = await policyOn(deps, today(deps));
  const team = teamsIn(policy).find(({ id }) => id === text) ?? termsOf(policy).team(text)?.team;
  if (!team) throw unknown([path]);
  return team.id;
}

/** A team's id stands in addresses and keys; /snapshots/uploads is an address of its own. */
const ID = /^(?!uploads$)[a-z0-9][a-z0-9-]{0,63}$/;

/** What is wrong with the ids of a policy's teams. */
export const teamIdProblems = (policy: Policy): string[] =>
  teamsIn(policy).every(({ id }) => ID.test(id))
    ? []
    : ["a team's id must be of small letters, digits and hyphens, at most 64, and not “uploads”"];

const namesOf = (teams: readonly Team[]): [name: string, id: string][] =>
  teams.flatMap(({ id, name, aliases }) => [name, ...aliases].map((one): [string, string] => [fold(one), id]));

/**
 * What a new policy would do to teams that earlier ones have: an id stands for the same team for ever, since members,
 * practitioners and sent snapshots name it. Only the council's own versions bind: another council has other teams.
 */
export function teamProblems(versions: readonly PolicyVersion[], next: Policy): string[] {
  const stored = versions.filter(({ at }) => at !== undefined);
  const teams = teamsIn(next);
  const ids = new Set(teams.map(({ id }) => id));
  const gone = new Set(
    stored
      .flatMap(({ policy }) => teamsIn(policy))
      .map(({ id }) => id)
      .filter((id) => !ids.has(id)),
  );
  const latest = stored.at(-1);
  const meant = new Map(latest ? namesOf(teamsIn(latest.policy)) : []);
  const moved = namesOf(teams).filter(([name, id]) => (meant.get(name) ?? id) !== id);
  return [
    ...(gone.size > 0
      ? [
          `${gone.size === 1 ? "a team" : `${gone.size} teams`} of an earlier version would vanish; keep every team's id, under otherTeams if it takes no part`,
        ]
      : []),
    ...(moved.length > 0
      ? ["a team's name would come to mean another team's id; an id never changes, only the name it goes by"]
      : []),
  ];
}
