import { parseIso } from "./dates.ts";
import { patternProblem } from "./pattern/index.ts";
import { ROLE_KINDS, teamsIn, type Policy } from "./policy.ts";
import { DATA_RULE_IDS, isRuleId } from "./rule-ids.ts";
import { OPEN_STATUSES, STATUS_CODES } from "./status.ts";
import { fold } from "./text.ts";

/** Says what is wrong with a value, each problem beginning with the path to it; nothing if nothing is. */
type Shape = (value: unknown, path: string) => string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const that =
  (holds: (value: unknown) => boolean, must: string): Shape =>
  (value, path) =>
    holds(value) ? [] : [`${path} must be ${must}`];

const text = that(
  (value) => typeof value === "string" && value.trim() !== "" && value.length <= 200,
  "a text of 1 to 200 characters",
);
const name = that(
  (value) => typeof value === "string" && value.length <= 200 && fold(value) !== "",
  "a text with a letter or digit, of at most 200 characters",
);
const date = that(
  (value) => typeof value === "string" && value.length === 10 && parseIso(value) !== undefined,
  "a date such as 2024-10-04",
);
const bool = that((value) => typeof value === "boolean", "true or false");
const days = that(
  (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1000,
  "a whole number from 0 to 1000",
);
const some = that(
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1000,
  "a whole number from 1 to 1000",
);
const weight = that((value) => typeof value === "number" && value >= 0 && value <= 100, "a number from 0 to 100");
const oneOf = (...allowed: readonly string[]): Shape =>
  that((value) => allowed.some((one) => one === value), `one of ${allowed.join(", ")}`);

const listOf =
  (item: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((inner, index) => item(inner, `${path}[${index}]`))
      : [`${path} must be a list`];

const shape =
  (fields: Readonly<Record<string, Shape>>, optional: readonly string[] = []): Shape =>
  (value, path) => {
    if (!isObject(value)) return [`${path} must be a set of named values`];
    const at = (key: string): string => (path === "policy" ? key : `${path}.${key}`);
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
    return [
      ...unknown.map((key) => `${at(key)} is not a setting of a policy`),
      ...Object.entries(fields).flatMap(([key, check]) =>
        value[key] === undefined && optional.includes(key) ? [] : check(value[key], at(key)),
      ),
    ];
  };

const pattern: Shape = (value, path) => {
  if (text(value, path).length > 0) return text(value, path);
  const must = patternProblem(String(value));
  return must === undefined ? [] : [`${path} ${must}`];
};

const team = shape({ id: text, name, aliases: listOf(name) });

const POLICY = shape({
  id: text,
  title: text,
  about: that((value) => typeof value === "string" && value.length <= 1000, "a text of at most 1000 characters"),
  effectiveFrom: date,
  scheme: oneOf("trial", "adopted"),
  familyHelp: oneOf("early-help", "own-status"),
  statuses: listOf(shape({ code: oneOf(...STATUS_CODES), aliases: listOf(name) })),
  trial: shape({ start: date, end: date, graceDays: days, warnDays: days, teams: listOf(team) }),
  otherTeams: listOf(team),
  socialWorkerOnly: listOf(oneOf(...OPEN_STATUSES)),
  overseen: listOf(oneOf(...OPEN_STATUSES)),
  unallocatedDays: days,
  registrationGraceDays: days,
  registrationWarnDays: days,
  snapshotDueDays: days,
  acceptMonths: some,
  caseWeights: shape(Object.fromEntries(OPEN_STATUSES.map((code) => [code, weight])), OPEN_STATUSES),
  roles: listOf(
    shape({ name, kind: oneOf(...ROLE_KINDS), aliases: listOf(name), timetabled: bool, newlyQualified: bool }, [
      "timetabled",
      "newlyQualified",
    ]),
  ),
  supervision: shape({ every: shape({ months: some, days: some }, ["months", "days"]), dueSoonDays: days }),
  courses: listOf(shape({ name, from: date })),
  assessmentByOthers: bool,
  jointVisitWorkingDays: days,
  concernWorkingDays: days,
  escalationWorkingDays: days,
  validMonths: shape({ assessment: some, sharing: some, signOff: some }),
  childRefPattern: pattern,
  frontDoor: text,
  outOfHours: text,
  retentionYears: some,
  rulesOff: listOf(
    that(
      (value) => isRuleId(value) && !DATA_RULE_IDS.includes(value),
      "a rule that can be switched off (any but LP-31 to LP-34)",
    ),
  ),
  serviceManagers: listOf(shape({ team: text, name: text })),
});

/** A name as it is compared, with the path to it and to the item of a list that has it. */
interface Given {
  readonly path: string;
  readonly item: string;
  readonly name: string;
}

interface Named {
  readonly name?: string;
  readonly aliases?: readonly string[];
}

const namesOf = (list: string, items: readonly Named[]): Given[] =>
  items.flatMap(({ name, aliases = [] }, at) => {
    const item = `${list}[${at}]`;
    return [
      ...(name === undefined ? [] : [{ path: `${item}.name`, item, name: fold(name) }]),
      ...aliases.map((alias, place) => ({ path: `${item}.aliases[${place}]`, item, name: fold(alias) })),
    ];
  });
const idsOf = (list: string, teams: Policy["otherTeams"]): Given[] =>
  teams.map(({ id }, at) => ({ path: `${list}[${at}].id`, item: `${list}[${at}]`, name: id }));

/** What two items of lists have in common and must not; that one item has it twice does no harm. */
function repeated(what: string, given: readonly Given[]): string[] {
  const first = new Map<string, string>();
  return given.flatMap(({ path, item, name }) => {
    const before = first.get(name);
    if (before === undefined) first.set(name, item);
    return before === undefined || before === item ? [] : [`${path} repeats the ${what} "${name}" of ${before}`];
  });
}

/** What no single value shows: dates in order, one meaning for each name. */
function contradictions(policy: Policy): string[] {
  const { trial, otherTeams, supervision, statuses, roles, courses, serviceManagers } = policy;
  const held = teamsIn(policy).map(({ id }) => id);
  return [
    ...(trial.start < trial.end ? [] : ["trial.end must be after trial.start"]),
    ...(Object.keys(supervision.every).length === 1 ? [] : ["supervision.every must be either months or days"]),
    ...repeated("team id", [...idsOf("trial.teams", trial.teams), ...idsOf("otherTeams", otherTeams)]),
    ...repeated("team name", [...namesOf("trial.teams", trial.teams), ...namesOf("otherTeams", otherTeams)]),
    ...repeated("status text", namesOf("statuses", statuses)),
    ...repeated("role name", namesOf("roles", roles)),
    ...repeated("course", namesOf("courses", courses)),
    ...serviceManagers.flatMap(({ team: id }, at) =>
      held.includes(id) ? [] : [`serviceManagers[${at}].team names a team "${id}" that the policy does not have`],
    ),
  ];
}

/** What is wrong with a policy, a sentence each; empty if it can be used as a `Policy`. */
export function policyProblems(value: unknown): string[] {
  const problems = POLICY(value, "policy");
  return problems.length > 0 ? problems : contradictions(value as Policy);
}
