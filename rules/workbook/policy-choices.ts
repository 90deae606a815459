import { mergePolicy } from "../policy-merge.ts";
import { teamsIn, type Policy } from "../policy.ts";
import { POLICIES } from "../policies/index.ts";
import { fold } from "../text.ts";
import type { ReadingChoices } from "./choices.ts";

/** A policy as the workbook's answers change it: what became of the trial, unless the council's own says so. */
export function afterTrial(policy: Policy, { trial }: Pick<ReadingChoices, "trial">): Policy {
  if (!trial || !POLICIES.includes(policy)) return policy;
  if (trial.kind === "adopted") return mergePolicy(policy, { scheme: "adopted" });
  return trial.kind === "extended" ? mergePolicy(policy, { trial: { end: trial.end } }) : policy;
}

type NameWithAliases = Pick<Policy["roles"][number], "name" | "aliases">;

/** Adds the sheet's texts for teams and roles as further aliases; what a text means to the policy itself counts before that. */
export function withTexts(policy: Policy, { teams, roles }: Pick<ReadingChoices, "teams" | "roles">): Policy {
  if (Object.keys(teams).length + Object.keys(roles).length === 0) return policy;
  const known = (named: readonly NameWithAliases[]): ReadonlySet<string> =>
    new Set(["", ...named.flatMap(({ name, aliases }) => [name, ...aliases].map(fold))]);
  const [knownTeams, knownRoles] = [known(teamsIn(policy)), known(policy.roles)];
  const textsOf = (chosen: Readonly<Record<string, string>>, value: string, isKnown: ReadonlySet<string>): string[] =>
    Object.entries(chosen).flatMap(([text, named]) => (named === value && !isKnown.has(fold(text)) ? [text] : []));
  const team = <T extends Policy["otherTeams"][number]>(one: T): T => ({
    ...one,
    aliases: [...one.aliases, ...textsOf(teams, one.id, knownTeams)],
  });
  return {
    ...policy,
    trial: { ...policy.trial, teams: policy.trial.teams.map(team) },
    otherTeams: policy.otherTeams.map(team),
    roles: policy.roles.map((role) => ({
      ...role,
      aliases: [...role.aliases, ...textsOf(roles, role.name, knownRoles)],
    })),
  };
}
