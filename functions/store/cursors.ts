import { BadCursor, checkKey } from "./limits.ts";
import type { Key, Range } from "./table.ts";

/** Sort keys stand in the order of their UTF-8 bytes, which is not JavaScript's order of strings. */
export const compareKeys = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Where a scan goes on, as a text that says nothing to whoever carries it. */
export const cursorOf = ({ pk, sk }: Key): string => Buffer.from(JSON.stringify([pk, sk])).toString("base64url");

export function keyOfCursor(place: string): Key {
  try {
    const parts: unknown = JSON.parse(Buffer.from(place, "base64url").toString("utf8"));
    const [pk, sk, ...more] = Array.isArray(parts) ? (parts as unknown[]) : [];
    if (typeof pk !== "string" || typeof sk !== "string" || more.length > 0) throw new BadCursor();
    checkKey({ pk, sk });
    return { pk, sk };
  } catch (cause) {
    throw new BadCursor("No scan has such a place.", { cause });
  }
}

/**
 * DynamoDB refuses to begin after a key outside the prefix. Such a key lies either before all of the range or
 * behind it: then the page is the range from its beginning, or nothing.
 */
export function beginning({
  prefix = "",
  after,
  isDescending = false,
}: Range): "at-the-beginning" | "nowhere" | { readonly after: string } {
  if (after === undefined) return "at-the-beginning";
  if (after !== "" && after.startsWith(prefix)) return { after };
  const isBefore = after === "" || compareKeys(after, prefix) < 0;
  return isBefore === isDescending ? "nowhere" : "at-the-beginning";
}
