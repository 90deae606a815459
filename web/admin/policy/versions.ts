import type { Verdict } from "../../../rules/finding.ts";
import { SHOWN_AS } from "../../../rules/finding.ts";
import { policyProblems } from "../../../rules/policy-check.ts";
import type { Policy } from "../../../rules/policy.ts";
import { readPage } from "../../../client/responses.ts";
import { isCount, isListOf, isJsonObject, isText } from "../../../client/json.ts";
import { ServiceError, UNREADABLE_ANSWER } from "../../../client/service-error.ts";

/** A version of the policy as the service lists it. Those without `at` ship with the product. */
export interface Version {
  readonly version: number;
  readonly hash: string;
  readonly policy: Policy;
  readonly at?: string | undefined;
  readonly reason?: string | undefined;
  /** Who made it: object id and tenant. */
  readonly by?: string | undefined;
}

/** How many rows of a team's newest snapshot would have another verdict. */
export interface TeamChange {
  readonly team: string;
  readonly month: string;
  readonly changes: readonly { readonly from: Verdict; readonly to: Verdict; readonly rows: number }[];
}

const isTextOrNone = (value: unknown): value is string | undefined => value === undefined || isText(value);
const isPolicy = (value: unknown): value is Policy => policyProblems(value).length === 0;
const isVersion = (value: unknown): value is Version =>
  isJsonObject(value) &&
  isCount(value.version) &&
  isText(value.hash) &&
  isPolicy(value.policy) &&
  [value.at, value.reason, value.by].every(isTextOrNone);

const isVerdict = (value: unknown): value is Verdict => isText(value) && Object.hasOwn(SHOWN_AS, value);
const isChange = (value: unknown): value is TeamChange["changes"][number] =>
  isJsonObject(value) && isVerdict(value.from) && isVerdict(value.to) && isCount(value.rows);
const isTeamChange = (value: unknown): value is TeamChange =>
  isJsonObject(value) && isText(value.team) && isText(value.month) && isListOf(value.changes, isChange);

function itemsOf<T>(json: unknown, is: (item: unknown) => item is T): readonly T[] {
  const { items } = readPage(json);
  if (isListOf(items, is)) return items;
  throw new ServiceError("failed", UNREADABLE_ANSWER);
}

export const readVersions = (json: unknown): readonly Version[] => itemsOf(json, isVersion);
export const readPreview = (json: unknown): readonly TeamChange[] => itemsOf(json, isTeamChange);

/** The version in force on a day: the newest whose beginning is not after it. */
export const inForceOn = (versions: readonly Version[], day: string): Version | undefined =>
  versions.findLast(({ policy }) => policy.effectiveFrom <= day) ?? versions[0];
