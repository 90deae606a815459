import { policyProblems } from "../policy-check.ts";
import type { Policy } from "../policy.ts";
import type { Change, RowNote } from "./row.ts";

/** A problem of a policy ("trial.end must be …") as the reason why a row cannot be used. */
const asReason = (problem: string): string => `The value ${problem.replace(/^[\w.[\]]+ /, "")}.`;

/**
 * A policy with every change that leaves it one that can be used, by the very checks of a council's policy on the
 * service; halving finds the others without checking each by itself.
 */
export function settle(policy: Policy, changes: readonly Change[]): { policy: Policy; unusable: RowNote[] } {
  const changed = changes.reduce((before, { apply }) => apply(before), policy);
  const [problem] = policyProblems(changed);
  if (problem === undefined) return { policy: changed, unusable: [] };
  const [only] = changes;
  if (only && changes.length === 1)
    return { policy, unusable: only.rows.map((row) => ({ row, reason: asReason(problem) })) };
  const half = Math.ceil(changes.length / 2);
  const first = settle(policy, changes.slice(0, half));
  const second = settle(first.policy, changes.slice(half));
  return { policy: second.policy, unusable: [...first.unusable, ...second.unusable] };
}
