import { teamsIn, type Policy, type Team } from "../../../rules/policy.ts";
import type { RuleId } from "../../../rules/rule-ids.ts";
import type { StatusCode } from "../../../rules/status.ts";
import { SETTINGS, type Setting } from "./typed-settings.ts";
import type { Version } from "./versions.ts";

export interface DraftTeam {
  /** Empty for a team that is new: its id is made of its name. */
  readonly id: string;
  readonly name: string;
  /** One a line. */
  readonly aliases: string;
  readonly isInTrial: boolean;
}

/** A policy while it is edited: everything as it is typed. */
export interface Draft {
  /** The version that it began from. What the form does not show stays as it is there. */
  readonly from: Version;
  /** By the setting's path. */
  readonly typed: Readonly<Record<string, string>>;
  readonly scheme: Policy["scheme"];
  readonly overseen: readonly StatusCode[];
  readonly assessmentByOthers: boolean;
  readonly every: { readonly count: string; readonly unit: "months" | "days" };
  readonly teams: readonly DraftTeam[];
  readonly socialWorkerOnly: readonly StatusCode[];
  readonly rulesOff: readonly RuleId[];
  readonly courses: Policy["courses"];
  readonly serviceManagers: Policy["serviceManagers"];
}

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], value);

const draftTeam = ({ id, name, aliases }: Team, isInTrial: boolean): DraftTeam => ({
  id,
  name,
  aliases: aliases.join("\n"),
  isInTrial,
});

/** A new version that begins as an earlier one, in force from today. */
export function draftFrom(from: Version, today: string): Draft {
  const { policy } = from;
  const { every } = policy.supervision;
  return {
    from,
    typed: {
      ...Object.fromEntries(SETTINGS.map(({ path }) => [path, String(at(policy, path))])),
      effectiveFrom: today,
    },
    scheme: policy.scheme,
    overseen: policy.overseen,
    assessmentByOthers: policy.assessmentByOthers,
    every:
      "months" in every ? { count: String(every.months), unit: "months" } : { count: String(every.days), unit: "days" },
    teams: [
      ...policy.trial.teams.map((team) => draftTeam(team, true)),
      ...policy.otherTeams.map((team) => draftTeam(team, false)),
    ],
    socialWorkerOnly: policy.socialWorkerOnly,
    rulesOff: policy.rulesOff,
    courses: policy.courses,
    serviceManagers: policy.serviceManagers,
  };
}

/** What is no whole number stays what it is, for the check to name. */
const numberOf = (text: string): unknown => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : text);
const valueOf = (text: string, { kind }: Setting): unknown => (kind === "number" ? numberOf(text) : text.trim());

/** The id of a new team: its name in small letters, with hyphens. */
const idFor = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 64);

export const idOf = ({ id, name }: DraftTeam): string => (id === "" ? idFor(name) : id);

const teamOf = (team: DraftTeam): Team => ({
  id: idOf(team),
  name: team.name.trim(),
  aliases: team.aliases
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== ""),
});

/** The policy that a draft makes, not yet checked. */
export function policyOf(draft: Draft): unknown {
  const {
    from: { policy: before },
    scheme,
    overseen,
    assessmentByOthers,
    every,
    teams,
    socialWorkerOnly,
    rulesOff,
  } = draft;
  const typed = (path: string): unknown => {
    const setting = SETTINGS.find((one) => one.path === path);
    return setting && valueOf(draft.typed[path] ?? "", setting);
  };
  const part = (name: string): object =>
    Object.fromEntries(
      SETTINGS.filter(({ path }) => path.startsWith(`${name}.`)).map(({ path }) => [
        path.slice(name.length + 1),
        typed(path),
      ]),
    );
  return {
    ...before,
    ...Object.fromEntries(SETTINGS.filter(({ path }) => !path.includes(".")).map(({ path }) => [path, typed(path)])),
    scheme,
    overseen,
    assessmentByOthers,
    socialWorkerOnly,
    rulesOff,
    trial: { ...part("trial"), teams: teams.filter(({ isInTrial }) => isInTrial).map(teamOf) },
    otherTeams: teams.filter(({ isInTrial }) => !isInTrial).map(teamOf),
    supervision: { ...part("supervision"), every: { [every.unit]: numberOf(every.count) } },
    validMonths: part("validMonths"),
    courses: draft.courses.map(({ name, from }) => ({ name: name.trim(), from })),
    serviceManagers: draft.serviceManagers.map(({ team, name }) => ({ team, name: name.trim() })),
  };
}

/** The ids of the teams that members, practitioners and sent lists may name: those of the council's own versions. */
export const lastingTeams = (versions: readonly Version[]): ReadonlySet<string> =>
  new Set(
    versions
      .filter(({ at: made }) => made !== undefined)
      .flatMap(({ policy }) => teamsIn(policy))
      .map(({ id }) => id),
  );
