import { edate, isoDay, type Day } from "./dates.ts";
import { canonicalJson, sha256 } from "./hash.ts";
import { teamsIn, type Interval, type Policy, type Role, type Team } from "./policy.ts";
import { patternOf } from "./pattern/index.ts";
import { policyProblems } from "./policy-check.ts";
import { RoleTexts } from "./role-texts.ts";
import type { RuleId } from "./rule-ids.ts";
import { StatusTexts, type StatusCode } from "./status.ts";
import { FEWEST_LETTERS, fold, nearest } from "./text.ts";

export interface KnownTeam {
  readonly team: Team;
  /** Whether the team takes part in the trial. */
  readonly isTrial: boolean;
}

const byName = <T extends { name: string; aliases: readonly string[] }, V>(
  items: readonly T[],
  value: (item: T) => V,
): [string, V][] =>
  items.flatMap((item) => [item.name, ...item.aliases].map((name): [string, V] => [fold(name), value(item)]));

/** The day one supervision interval after another. */
const after = (every: Interval, day: Day): Day => ("months" in every ? edate(day, every.months) : day + every.days);

/** A policy made ready to check with: dates as days, names to look up, its hash. */
export class Terms {
  readonly policy: Policy;
  /** SHA-256 of the policy's canonical JSON: stamped on every result. */
  readonly hash: string;
  readonly isTrial: boolean;
  /** The trial's first day, the day it ends (the first day after it), and the days around its end. */
  readonly trial: { readonly start: Day; readonly end: Day; readonly graceEnd: Day; readonly warnFrom: Day };
  readonly courses: readonly { readonly name: string; readonly from: Day }[];
  readonly overseen: readonly StatusCode[];
  readonly rulesOff: ReadonlySet<RuleId>;
  /** Whether cases weigh anything but one each in a caseload. */
  readonly hasWeights: boolean;
  readonly hasTeams: boolean;
  readonly #childRef: (text: string) => boolean;
  readonly #statuses: StatusTexts;
  readonly #roles: RoleTexts;
  readonly #teams: ReadonlyMap<string, KnownTeam>;

  constructor(policy: Policy) {
    const problems = policyProblems(policy);
    if (problems.length > 0) throw new TypeError(`This policy cannot be used: ${problems.join("; ")}.`);
    const { trial } = policy;
    const end = isoDay(trial.end);
    this.policy = policy;
    this.hash = sha256(canonicalJson(policy));
    this.isTrial = policy.scheme === "trial";
    this.trial = { start: isoDay(trial.start), end, graceEnd: end + trial.graceDays, warnFrom: end - trial.warnDays };
    this.courses = policy.courses.map(({ name, from }) => ({ name, from: isoDay(from) }));
    this.overseen = policy.overseen;
    this.#statuses = new StatusTexts(policy);
    this.hasTeams = teamsIn(policy).length > 0;
    this.hasWeights = Object.keys(policy.caseWeights).length > 0;
    this.rulesOff = new Set(policy.rulesOff);
    this.#childRef = patternOf(policy.childRefPattern);
    this.#roles = new RoleTexts(policy.roles);
    this.#teams = new Map([
      ...byName(trial.teams, (team) => ({ team, isTrial: true })),
      ...byName(policy.otherTeams, (team) => ({ team, isTrial: false })),
    ]);
  }

  /** The statuses that a text may mean: one, or none or several where nobody can tell. */
  statuses(text: string): readonly StatusCode[] {
    return this.#statuses.meanings(text);
  }

  /** The status that a misspelt text is nearest to; only ever offered. */
  nearestStatus(text: string): StatusCode | undefined {
    return fold(text).length < FEWEST_LETTERS ? undefined : nearest(text, this.#statuses.all);
  }

  /** The status that a text which nobody knows may have been meant as, never less than it may be; only ever offered. */
  offeredStatus(text: string): StatusCode | undefined {
    return this.#statuses.offered(text);
  }

  /** The name of the role that a misspelt text is nearest to; only ever offered. */
  nearestRole(text: string): string | undefined {
    return fold(text).length < FEWEST_LETTERS ? undefined : nearest(text, this.#roles.all)?.name;
  }

  /** What a case of a status weighs in a caseload. */
  weight(status: StatusCode | undefined): number {
    return (status && this.policy.caseWeights[status]) ?? 1;
  }

  role(text: string): Role | undefined {
    return this.#roles.roleOf(text);
  }

  team(text: string): KnownTeam | undefined {
    return this.#teams.get(fold(text));
  }

  /** The name of the team that a misspelt text is nearest to; only ever offered. */
  nearestTeam(text: string): string | undefined {
    return nearest(text, this.#teams)?.team.name;
  }

  isChildRef(text: string): boolean {
    return this.#childRef(text);
  }

  /** When supervision is due after one that was given (or after the case was taken). */
  supervisionDue(from: Day): Day {
    return after(this.policy.supervision.every, from);
  }

  /** Whom a team asks first, where the policy says. */
  serviceManager(teamId: string | undefined): string | undefined {
    return this.policy.serviceManagers.find(({ team }) => team === teamId)?.name;
  }
}

const prepared = new WeakMap<Policy, Terms>();

/** A policy's terms, worked out once for each policy object; throws a sentence if it is not a valid policy. */
export function termsOf(policy: Policy): Terms {
  const known = prepared.get(policy);
  if (known) return known;
  const terms = new Terms(policy);
  prepared.set(policy, terms);
  return terms;
}
