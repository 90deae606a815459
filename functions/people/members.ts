import { createHmac } from "node:crypto";
import type { Claims } from "./identity.ts";
import type { Dependencies } from "../dependencies.ts";
import { jsonOf } from "../store/entries.ts";
import { keys } from "../store/keys.ts";
import type { Entry } from "../store/table.ts";

/** A person on the members' list, by object id; or, until they first sign in, by a keyed hash of their e-mail address. */
export interface Member {
  readonly name?: string;
  /** Team ids of the policy. */
  readonly teams: readonly string[];
  /** Whose membership this has become, where it was made for an e-mail address. */
  readonly claimedBy?: string;
}

/** The id of someone who is known by e-mail address alone: "email.<key version>.<hash>". An object id has no dot. */
export const EMAIL_ID = /^email\.\d{1,6}\.[\w-]{22}$/;

export const memberOf = (entry: Entry): Member => jsonOf(entry) as Member;

/** The ids that an e-mail address may be kept under, the one of the newest key first. */
export async function emailIds(
  { hashKeys }: Pick<Dependencies, "hashKeys">,
  email: string,
): Promise<[string, ...string[]]> {
  const { newest, byVersion } = await hashKeys();
  const text = email.trim().toLowerCase();
  // "e-mail" keeps these hashes apart from those of child refs, which are made with the same keys.
  const idBy = ([version, key]: [number, Uint8Array]): string =>
    `email.${version}.${createHmac("sha256", key).update(`e-mail\0${text}`).digest().subarray(0, 16).toString("base64url")}`;
  const newestFirst = [...byVersion].sort(([a], [b]) => Number(b === newest) - Number(a === newest) || b - a);
  const [first, ...older] = newestFirst.map(idBy);
  if (first === undefined) throw new RangeError("There is no hash key.");
  return [first, ...older];
}

/** The teams that a person manages. */
export async function teamsOf(
  deps: Dependencies,
  { oid, email }: Pick<Claims, "oid" | "email">,
): Promise<readonly string[]> {
  const entry = await deps.table.get(keys.member(oid));
  if (entry) return memberOf(entry).teams;
  return email === undefined ? [] : ((await claimMembership(deps, oid, email)) ?? []);
}

/**
 * Makes a membership that was waiting for an e-mail address the person's own. It is marked as theirs first, so that
 * whoever is given the address later gains nothing by it, and taken away last: broken off, it goes on at the next request.
 */
async function claimMembership(
  { table, ...deps }: Dependencies,
  oid: string,
  email: string,
): Promise<readonly string[] | undefined> {
  for (const id of await emailIds(deps, email)) {
    const entry = await table.get(keys.member(id));
    if (!entry) continue;
    const { claimedBy, ...member } = memberOf(entry);
    if (claimedBy !== undefined && claimedBy !== oid) continue;
    const marked = await table.put(keys.member(id), JSON.stringify({ ...member, claimedBy: oid }), {
      expect: entry.version,
    });
    // Changed at this very moment: the next request finds it as it then is.
    if (marked === undefined) return member.teams;
    await table.put(keys.member(oid), JSON.stringify(member), { expect: "absent" });
    await table.remove(keys.member(id), marked);
    return member.teams;
  }
  return undefined;
}
