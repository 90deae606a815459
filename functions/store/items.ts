import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Entry, Key } from "./table.ts";

/**
 * How an entry is kept: pk, sk; b, its body, or n, a counter's total; v, its version; e, the second from which it
 * has expired (the attribute of DynamoDB's own time to live); w, which write left it so.
 */
export type Item = Record<string, AttributeValue>;

export const text = (value: string): AttributeValue => ({ S: value });
export const number = (value: number): AttributeValue => ({ N: String(value) });

export const keyOf = ({ pk, sk }: Key): Item => ({ pk: text(pk), sk: text(sk) });

export const bodyOf = (body: string | Uint8Array): AttributeValue =>
  typeof body === "string" ? text(body) : { B: body };

export const numberIn = (item: Item | undefined, name: "v" | "n" | "e"): number | undefined => {
  const value = item?.[name]?.N;
  return value === undefined ? undefined : Number(value);
};

export const isLive = (item: Item, second: number): boolean => (numberIn(item, "e") ?? Infinity) > second;

/** Plain bytes, whichever kind of array the SDK read them into. */
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function entryOf(item: Item): Entry {
  const { pk, sk, b, n } = item;
  const body = b?.B ? plain(b.B) : (b?.S ?? n?.N);
  const version = numberIn(item, "v");
  if (pk?.S === undefined || sk?.S === undefined || body === undefined || version === undefined) {
    throw new Error("The table holds an item that this service did not write.");
  }
  const expiresAt = numberIn(item, "e");
  return { pk: pk.S, sk: sk.S, body, version, ...(expiresAt === undefined ? {} : { expiresAt }) };
}
