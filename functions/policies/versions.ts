import { kentTrial2024, workingTogether } from "../../rules/policies/index.ts";
import type { Policy } from "../../rules/policy.ts";
import { policyFromStored } from "../../rules/policy-stored.ts";
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
 * The policies that shipped with the product's first release are the first versions, in the order in which they came
 * into force: so that a month before the council's own first policy goes on being checked as it was. A policy that
 * ships later is none of them: a council's own versions are numbered after these two, and stay so.
 */
const shipped = (): readonly PolicyVersion[] =>
  [workingTogether, kentTrial2024].map((policy, index) => versionOf(index + 1, { policy }));

const fromStored = (stored: StoredPolicy): StoredPolicy => ({
  ...stored,
  policy: policyFromStored(stored.policy) as Policy,
});

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
          ...since.map((entry, index) =>
            versionOf(before.length + index + 1, fromStored(jsonOf(entry) as StoredPolicy)),
          ),
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
