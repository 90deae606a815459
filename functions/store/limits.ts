import type { Key, Range } from "./table.ts";

/** DynamoDB's own limits, in bytes: the names and the values of an item count together. */
const LARGEST_ITEM = 400 * 1024;
const LONGEST_PK = 2048;
const LONGEST_SK = 1024;
/** The attributes beside keys and body (version, expiry, write id), with their names: never more than this. */
const REST = 64;

/** Somebody asked for a page after a place that no table has: whoever sent it should begin again. */
export class BadCursor extends Error {
  override readonly name = "BadCursor";
}

/** No table can hold this: a key that is empty or too long, text that is not well-formed, too large an item. */
export class Unstorable extends Error {
  override readonly name = "Unstorable";
}

const bytes = (text: string): number => Buffer.byteLength(text, "utf8");

/** Half a surrogate pair cannot be written as UTF-8: it would come back as something else. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const isUsable = (text: string, longest: number): boolean =>
  text !== "" && bytes(text) <= longest && isWellFormed(text);

export function checkKey({ pk, sk }: Key): void {
  if (!isUsable(pk, LONGEST_PK))
    throw new Unstorable(`A partition key must be well-formed text of 1 to ${LONGEST_PK} bytes.`);
  if (!isUsable(sk, LONGEST_SK))
    throw new Unstorable(`A sort key must be well-formed text of 1 to ${LONGEST_SK} bytes.`);
}

export function checkItem(key: Key, body: string | Uint8Array, expiresAt: number | undefined): void {
  checkKey(key);
  if (typeof body === "string" && !isWellFormed(body)) throw new Unstorable("A text body must be well-formed.");
  const size = bytes(key.pk) + bytes(key.sk) + (typeof body === "string" ? bytes(body) : body.byteLength) + REST;
  if (size > LARGEST_ITEM)
    throw new Unstorable(`An item of ${size} bytes is over the limit of ${LARGEST_ITEM}: split it into parts.`);
  if (expiresAt !== undefined && !Number.isSafeInteger(expiresAt))
    throw new RangeError("An item expires at a whole second.");
}

export function checkVersion(version: number): void {
  if (!Number.isSafeInteger(version) || version < 1) throw new RangeError("Versions are counted from 1.");
}

export function checkCount(key: Key, by: number, expiresAt: number): void {
  checkItem(key, "", expiresAt);
  if (!Number.isSafeInteger(by) || by < 0) throw new RangeError("A counter is counted up by a whole number.");
}

export function checkLimit(limit: number | undefined): void {
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0))
    throw new RangeError("A page holds at least one entry.");
}

export function checkRange(pk: string, { prefix = "", after = "", limit }: Range): void {
  checkKey({ pk, sk: prefix === "" ? "-" : prefix });
  checkLimit(limit);
  if (after !== "" && !isUsable(after, LONGEST_SK)) throw new BadCursor("No list has such a place.");
}
