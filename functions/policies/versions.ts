import { POLICIES } from "../../rules/policies/index.ts";
import type { Policy } from "../../rules/policy.ts";
import { termsOf } from "../../rules/terms.ts";
import type { Dependencies } from "../dependencies.ts";
import { allOf, jsonOf } from "../store/entries.ts";
import { keys, partitions } from "../store/keys.ts";
import type { Table } from "../store/table.ts";

/** A policy as it is stored; once written, never changed. */
export interface StoredPolicy {
  readonly policy: Policy;
  /** Object id and tenant. */
  readonly by: string;
  readonly at: string;
  readonly reason?: string;
}

export interface PolicyVersion extends Partial<StoredPolicy> {
  readonly version: number;
  readonly policy: Policy;
  /** SHA-256 of the policy's canonical JSON. */
  readonly hash: string;
}

const versionOf = (version: number, stored: Partial<StoredPolicy> & { policy: Policy }): PolicyVersion => ({
  version,
  ...stored,
  hash: termsOf(stored.policy).hash,
});

/**
 * The policies that ship with the product are the first versions, in the order in which they came into force: so
 * that a month before the council's own first policy goes on being checked as it was.
 */
const shipped = (): readonly PolicyVersion[] =>
  [...POLICIES]
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    .map((policy, index) => versionOf(index + 1, { policy }));

/** Versions are never changed, so only those since the last that we know are ever read. */
const known = new WeakMap<Table, readonly PolicyVersion[]>();

/** Every version, the oldest first. */
export async function policyVersions({ table }: Pick<Dependencies, "table">): Promise<readonly PolicyVersion[]> {
  const before = known.get(table) ?? shipped();
  const last = keys.policy(before.length).sk;
  const since = await allOf(table, partitions.policies, { after: last });
  const versions =
    since.length === 0
      ? before
      : [
          ...before,
          ...since.map((entry, index) => versionOf(before.length + index + 1, jsonOf(entry) as StoredPolicy)),
        ];
  known.set(table, versions);
  return versions;
}

/** The policy in force on a day (ISO date): the newest version whose `effectiveFrom` is not after it; before all of them, the oldest. */
export async function policyOn(deps: Pick<Dependencies, "table">, day: string): Promise<PolicyVersion> {
  const versions = await policyVersions(deps);
  const inForce = versions.findLast(({ policy }) => policy.effectiveFrom <= day) ?? versions[0];
  if (!inForce) throw new RangeError("There is no policy at all.");
  return inForce;
}
