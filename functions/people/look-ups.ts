import { isoDay, toIso } from "../../rules/dates.ts";
import type { Dependencies } from "../dependencies.ts";
import { hashOf } from "../hashing/hashing.ts";
import { Refusal } from "../http/problem.ts";
import { jsonOf } from "../store/entries.ts";
import { keys } from "../store/keys.ts";
import { updateEntry } from "../snapshots/update-entry.ts";
import { today } from "../today.ts";
import { callerId, type Caller } from "./identity.ts";

/** A counter stays until its day is over wherever the clock stands. */
const KEPT_SECONDS = 2 * 86_400;

const expiryOf = ({ now }: Pick<Dependencies, "now">): number => Math.floor(now().getTime() / 1000) + KEPT_SECONDS;

/**
 * The children of some refs as the audit trail names them: hashes of their own kind, which nobody can join with those
 * of stored rows, so that "who looked up this child?" can be answered and an erased child's rows stay gone.
 */
export async function auditHashes(
  { hashKeys }: Pick<Dependencies, "hashKeys">,
  refs: readonly string[],
): Promise<string[]> {
  const held = await hashKeys();
  return refs.map((ref) => hashOf("look-up", ref, held));
}

/** Counts look-ups against the one allowance that a person has a day, whichever door they come by. */
async function count(deps: Dependencies, caller: Caller, by: number): Promise<void> {
  const day = today(deps);
  const most = deps.limits.lookUpsADay;
  const key = keys.counter("LOOKUPS", callerId(caller), day);
  if ((await deps.table.count(key, by, most, expiryOf(deps))) !== undefined) return;
  throw new Refusal(
    429,
    `Only ${most} children a day can be looked up by one person. The count starts anew at midnight.`,
    [],
    { startsAnewOn: toIso(isoDay(day) + 1) },
  );
}

/** Counts every ref that is asked after by itself. */
export const countAsked = (deps: Dependencies, caller: Caller, refs: readonly string[]): Promise<void> =>
  count(deps, caller, refs.length);

/**
 * Counts the children that a check answers for and that the person has not been told of before on this day: the same
 * sheet may be checked all day. Two checks at once may both count a child; neither is told of one that is not counted.
 */
export async function countAnswered(deps: Dependencies, caller: Caller, children: readonly string[]): Promise<void> {
  if (children.length === 0) return;
  const key = keys.answered(callerId(caller), today(deps));
  const before = await deps.table.get(key);
  const told = new Set(before ? (jsonOf(before) as string[]) : []);
  const fresh = children.filter((child) => !told.has(child));
  if (fresh.length === 0) return;
  await count(deps, caller, fresh.length);
  await updateEntry(deps.table, key, (entry) => ({
    body: JSON.stringify([...new Set([...(entry ? (jsonOf(entry) as string[]) : []), ...fresh])]),
    expiresAt: expiryOf(deps),
  }));
}
