import { teamsIn, type Policy } from "../../../rules/policy.ts";
import type { RuleId } from "../../../rules/rule-ids.ts";
import { STATUS_CODES, type StatusCode } from "../../../rules/status.ts";
import { draftRole, draftTeam, linesOf, roleOf, teamOf, type DraftRole, type DraftTeam } from "./named-items.ts";
import { SETTINGS, type Setting } from "./typed-settings.ts";
import type { Version } from "./versions.ts";

/** A policy while it is edited: everything as it is typed. */
export interface Draft {
  /** The version that it began from. */
  readonly from: Version;
  /** The file whose table Policy it began as; undefined where it began as the version itself. */
  readonly file?: string | undefined;
  /** By the setting's path. */
  readonly typed: Readonly<Record<string, string>>;
  readonly scheme: Policy["scheme"];
  readonly overseen: readonly StatusCode[];
  readonly assessmentByOthers: boolean;
  readonly every: { readonly count: string; readonly unit: "months" | "days" };
  readonly teams: readonly DraftTeam[];
  readonly familyHelp: Policy["familyHelp"];
  /** The council's own texts for each status, one a line. */
  readonly statuses: Readonly<Partial<Record<StatusCode, string>>>;
  readonly roles: readonly DraftRole[];
  readonly socialWorkerOnly: readonly StatusCode[];
  readonly rulesOff: readonly RuleId[];
  readonly courses: Policy["courses"];
  readonly serviceManagers: Policy["serviceManagers"];
}

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], value);

/** Nothing for what a policy leaves out. */
const asTyped = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** A new version that begins as an earlier one, in force from today. */
export function draftFrom(from: Version, today: string): Draft {
  const { policy } = from;
  const { every } = policy.supervision;
  return {
    from,
    typed: {
      ...Object.fromEntries(SETTINGS.map(({ path }) => [path, asTyped(at(policy, path))])),
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
    familyHelp: policy.familyHelp,
    statuses: Object.fromEntries(
      STATUS_CODES.map((code) => [
        code,
        policy.statuses
          .filter((one) => one.code === code)
          .flatMap(({ aliases }) => aliases)
          .join("\n"),
      ]),
    ),
    roles: policy.roles.map(draftRole),
    socialWorkerOnly: policy.socialWorkerOnly,
    rulesOff: policy.rulesOff,
    courses: policy.courses,
    serviceManagers: policy.serviceManagers,
  };
}

/** What is no whole number stays what it is, for the check to name. */
const numberOf = (text: string): unknown => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : text);
const decimalOf = (text: string): unknown => {
  if (text.trim() === "") return undefined;
  return /^\d{1,6}(\.\d{1,6})?$/.test(text.trim()) ? Number(text) : text;
};
const valueOf = (text: string, { kind }: Setting): unknown => {
  if (kind === "number") return numberOf(text);
  return kind === "decimal" ? decimalOf(text) : text.trim();
};

/** The council's own texts for the statuses that have any. */
export const statusesOf = ({ statuses }: Draft): Policy["statuses"] =>
  STATUS_CODES.map((code) => ({ code, aliases: linesOf(statuses[code] ?? "") })).filter(
    ({ aliases }) => aliases.length > 0,
  );

/** The policy that a draft makes, not yet checked. */
export function policyOf(draft: Draft): unknown {
  const {
    from: { policy: before },
    scheme,
    familyHelp,
    overseen,
    assessmentByOthers,
    every,
    teams,
    roles,
    socialWorkerOnly,
    rulesOff,
  } = draft;
  const typed = (path: string): unknown => {
    const setting = SETTINGS.find((one) => one.path === path);
    return setting && valueOf(draft.typed[path] ?? "", setting);
  };
  const part = (name: string): object =>
    Object.fromEntries(
      SETTINGS.filter(({ path }) => path.startsWith(`${name}.`))
        .map(({ path }) => [path.slice(name.length + 1), typed(path)] as const)
        .filter(([, value]) => value !== undefined),
    );
  return {
    ...before,
    ...Object.fromEntries(SETTINGS.filter(({ path }) => !path.includes(".")).map(({ path }) => [path, typed(path)])),
    scheme,
    familyHelp,
    overseen,
    assessmentByOthers,
    socialWorkerOnly,
    rulesOff,
    statuses: statusesOf(draft),
    roles: roles.map(roleOf),
    caseWeights: part("caseWeights"),
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
