import { createHash, createHmac } from "node:crypto";
import { clean, foldName } from "../../rules/text.ts";
import type { HashKeys } from "./hash-keys.ts";

/** What a keyed hash is of; the same text in two domains has two hashes that nobody can join. */
export type HashDomain = "child" | "family" | "person" | "look-up";

const KEPT_BYTES = 16;

/** What the same reference always looks like, however it was typed: as the rules compare it. */
const normal: Readonly<Record<HashDomain, (text: string) => string>> = {
  child: (text) => clean(text).toUpperCase(),
  family: (text) => clean(text).toUpperCase(),
  person: (text) => foldName(clean(text)),
  "look-up": (text) => clean(text).toUpperCase(),
};

/** HMAC-SHA-256 cut to 128 bits, with the key's version in front: "1.AbC…". */
export function hashOf(domain: HashDomain, text: string, keys: HashKeys, version = keys.newest): string {
  const key = keys.byVersion.get(version);
  if (!key) throw new Error(`There is no hash key of version ${version}.`);
  // The NUL ends the domain: no text of one domain can be taken for one of another.
  const mac = createHmac("sha256", key)
    .update(`${domain}\0${normal[domain](text)}`)
    .digest();
  return `${version}.${mac.subarray(0, KEPT_BYTES).toString("base64url")}`;
}

/** A child's hashes by every key ever used, the newest first: for look-ups and erasure. */
export const hashesOf = (ref: string, keys: HashKeys): string[] =>
  [...keys.byVersion.keys()].sort((a, b) => b - a).map((version) => hashOf("child", ref, keys, version));

/** How a stored person who is not on the register begins: no staff number does. */
export const PERSON_MARK = "~";

export const personHash = (name: string, keys: HashKeys, version: number): string =>
  PERSON_MARK + hashOf("person", name, keys, version);

/** SHA-256 of something that is no secret (content, an idempotency key), in base64url. */
export const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");
