import { mergePolicy } from "../policy-merge.ts";
import { teamsIn, type Policy } from "../policy.ts";
import { POLICIES } from "../policies/index.ts";
import { termsOf } from "../terms.ts";
import { fold } from "../text.ts";
import type { ReadingChoices } from "./choices.ts";

/** A policy as the workbook's answers change it: what became of the trial, unless the council's own says so. */
export function afterTrial(policy: Policy, { trial }: Pick<ReadingChoices, "trial">): Policy {
  if (!trial || !POLICIES.includes(policy)) return policy;
  if (trial.kind === "adopted") return mergePolicy(policy, { scheme: "adopted" });
  return trial.kind === "extended" ? mergePolicy(policy, { trial: { end: trial.end } }) : policy;
}

type NameWithAliases = Pick<Policy["roles"][number], "name" | "aliases">;

/** A policy takes no longer text as an alias. */
const LONGEST = 200;

/** Texts with what they were said to mean; of several that read the same, the first. */
function textsIn<Meaning>(chosen: Readonly<Record<string, Meaning>>): [string, Meaning][] {
  const first = new Map<string, [string, Meaning]>();
  for (const [text, meaning] of Object.entries(chosen)) {
    const folded = fold(text);
    if (folded !== "" && text.length <= LONGEST && !first.has(folded)) first.set(folded, [text, meaning]);
  }
  return [...first.values()];
}

type OwnTexts = Pick<ReadingChoices, "teams" | "roles" | "statuses">;

/** Adds the sheet's texts for teams, roles and statuses as further aliases; what a text means already counts before that. */
export function withTexts(policy: Policy, { teams, roles, statuses = {} }: OwnTexts): Policy {
  if ([teams, roles, statuses].every((texts) => Object.keys(texts).length === 0)) return policy;
  const terms = termsOf(policy);
  const ownStatuses = textsIn(statuses)
    .filter(([text]) => terms.statuses(text).length !== 1)
    .map(([text, code]) => ({ code, aliases: [text] }));
  const known = (named: readonly NameWithAliases[]): ReadonlySet<string> =>
    new Set(["", ...named.flatMap(({ name, aliases }) => [name, ...aliases].map(fold))]);
  const [knownTeams, knownRoles] = [known(teamsIn(policy)), known(policy.roles)];
  const textsOf = (chosen: Readonly<Record<string, string>>, value: string, isKnown: ReadonlySet<string>): string[] =>
    textsIn(chosen).flatMap(([text, named]) => (named === value && !isKnown.has(fold(text)) ? [text] : []));
  const team = <T extends Policy["otherTeams"][number]>(one: T): T => ({
    ...one,
    aliases: [...one.aliases, ...textsOf(teams, one.id, knownTeams)],
  });
  return {
    ...policy,
    statuses: [...policy.statuses, ...ownStatuses],
    trial: { ...policy.trial, teams: policy.trial.teams.map(team) },
    otherTeams: policy.otherTeams.map(team),
    roles: policy.roles.map((role) => ({
      ...role,
      aliases: [...role.aliases, ...textsOf(roles, role.name, knownRoles)],
    })),
  };
}
