import type { LookUpAnswer } from "../functions/snapshots/lead-look-up.ts";
import type { MeasureId } from "../functions/snapshots/measure-ids.ts";
import type { TeamReturn } from "../rules/context.ts";
import { parseIso } from "../rules/dates.ts";
import { SHOWN_AS, type Verdict } from "../rules/finding.ts";
import type { Policy } from "../rules/policy.ts";
import { policyProblems } from "../rules/policy-check.ts";
import { policyFromStored } from "../rules/policy-stored.ts";
import type { RawPractitioner } from "../rules/register.ts";
import { isCount, isListOf, isJsonObject, isRecordOf, isText } from "./json.ts";
import { ServiceError, UNREADABLE_ANSWER } from "./service-error.ts";

/** Who is signed in. */
export interface Account {
  readonly name: string;
  readonly roles: readonly string[];
  /** Ids of the teams they manage. */
  readonly teams: readonly string[];
}

/** Reads an answer: its shape is looked at as far as it is used, and one that has another is no answer. */
const reading =
  <T>(is: (json: unknown) => json is T) =>
  (json: unknown): T => {
    if (is(json)) return json;
    throw new ServiceError("failed", UNREADABLE_ANSWER);
  };

const isTextList = (value: unknown): value is readonly string[] => isListOf(value, isText);
const isDate = (value: unknown): value is string => isText(value) && parseIso(value) !== undefined;
const isNothingOr = <T>(value: unknown, is: (item: unknown) => item is T): value is T | undefined =>
  value === undefined || is(value);

const isMe = (json: unknown): json is Account =>
  isJsonObject(json) && isText(json.name) && isTextList(json.roles) && isTextList(json.teams);

export const readMe = reading(isMe);

export interface ListPage {
  readonly items: readonly unknown[];
  readonly next?: string | undefined;
}

const isPage = (json: unknown): json is ListPage =>
  isJsonObject(json) && Array.isArray(json.items) && isNothingOr(json.next, isText);

export const readPage = reading(isPage);

const isPolicy = (value: unknown): value is Policy => policyProblems(value).length === 0;

/** A version of the council's policy; `isShipped`: it came with the service, and nobody of the council has entered it. */
export interface VersionOfPolicy {
  readonly policy: Policy;
  readonly isShipped: boolean;
}

/** The versions in their order; one that this add-in cannot use is a fault, since checks would go by an older one. */
export function readVersions(json: unknown): readonly VersionOfPolicy[] {
  return readPage(json).items.map((item) => {
    const version = isJsonObject(item) ? item : {};
    const policy = policyFromStored(version.policy);
    if (isPolicy(policy)) return { policy, isShipped: version.at === undefined };
    throw new ServiceError(
      "failed",
      "The council's policy has a version that this add-in cannot use. Tell whoever administers the service; until then the policy held before is used.",
    );
  });
}

export const readPolicies = (json: unknown): readonly Policy[] => readVersions(json).map(({ policy }) => policy);

const isCell = (value: unknown): boolean => value === null || ["string", "number", "boolean"].includes(typeof value);
const isTraining = (value: unknown): boolean =>
  isJsonObject(value) && isText(value.course) && Object.values(value).every(isCell);
const isPractitioner = (item: unknown): item is RawPractitioner =>
  isJsonObject(item) &&
  isText(item.id) &&
  isText(item.name) &&
  Object.entries(item).every(([key, value]) =>
    key === "training" ? Array.isArray(value) && value.every(isTraining) : isCell(value),
  );

const isPractitioners = (items: unknown): items is readonly RawPractitioner[] => isListOf(items, isPractitioner);
const readItems = reading(isPractitioners);

/** Practitioners as the rules take them: without the tag that a change would have to name. */
export const readPractitioners = ({ items }: ListPage): RawPractitioner[] =>
  readItems(items).map((item) => Object.fromEntries(Object.entries(item).filter(([key]) => key !== "etag")));

/** What the service finds of rows that were sent, as far as it is used. */
export interface ChecksAnswer {
  readonly asOf: string;
  readonly policy: { readonly id: string; readonly version: number; readonly hash: string };
  readonly rows: readonly ({ readonly verdict: Verdict } | null)[];
  readonly elsewhere: {
    readonly leads: Readonly<Record<string, { readonly lead: string; readonly team: string; readonly listOf: string }>>;
    readonly cases: Readonly<Record<string, number>>;
  };
  readonly returns: readonly TeamReturn[];
}

const isVerdict = (value: unknown): value is Verdict => isText(value) && Object.hasOwn(SHOWN_AS, value);
const isRow = (value: unknown): value is { readonly verdict: Verdict } | null =>
  value === null || (isJsonObject(value) && isVerdict(value.verdict));
const isElsewhereLead = (value: unknown): value is ChecksAnswer["elsewhere"]["leads"][string] =>
  isJsonObject(value) && isText(value.lead) && isText(value.team) && isDate(value.listOf);
const isReturn = (value: unknown): value is TeamReturn =>
  isJsonObject(value) &&
  isText(value.team) &&
  typeof value.hasSnapshot === "boolean" &&
  typeof value.hasFeedback === "boolean";
const isChecks = (json: unknown): json is ChecksAnswer =>
  isJsonObject(json) &&
  isDate(json.asOf) &&
  isListOf(json.rows, isRow) &&
  isListOf(json.returns, isReturn) &&
  isJsonObject(json.policy) &&
  isText(json.policy.id) &&
  isCount(json.policy.version) &&
  isText(json.policy.hash) &&
  isJsonObject(json.elsewhere) &&
  isRecordOf(json.elsewhere.leads, isElsewhereLead) &&
  isRecordOf(json.elsewhere.cases, isCount);

export const readChecks = reading(isChecks);

const isLookedUp = (value: unknown): value is LookUpAnswer =>
  value === null ||
  value === "restricted" ||
  (isJsonObject(value) &&
    isText(value.lead) &&
    isText(value.team) &&
    isDate(value.listOf) &&
    (value.since === null || isDate(value.since)));
const isLeads = (json: unknown): json is { readonly leads: readonly LookUpAnswer[] } =>
  isJsonObject(json) && isListOf(json.leads, isLookedUp);

export const readLeads = (json: unknown): readonly LookUpAnswer[] => reading(isLeads)(json).leads;

export interface MeasureValue {
  readonly count: number;
  readonly of?: number | undefined;
  readonly percent?: number | undefined;
}

/** A team's newest figures of a month. */
export interface MonthOfTeam {
  readonly team: string;
  readonly month: string;
  /** Null is "not recorded", which is not 0. */
  readonly measures: Readonly<Partial<Record<MeasureId, MeasureValue | null | undefined>>>;
}

const isMeasured = (value: unknown): value is MeasureValue =>
  isJsonObject(value) && isCount(value.count) && isNothingOr(value.of, isCount) && isNothingOr(value.percent, isCount);
const isMeasuredOrNot = (value: unknown): value is MeasureValue | null => value === null || isMeasured(value);
const isMonth = (value: unknown): value is MonthOfTeam =>
  isJsonObject(value) && isText(value.team) && isText(value.month) && isRecordOf(value.measures, isMeasuredOrNot);
const isMonths = (items: unknown): items is readonly MonthOfTeam[] => isListOf(items, isMonth);

export const readMonths = ({ items }: ListPage): readonly MonthOfTeam[] => reading(isMonths)(items);
