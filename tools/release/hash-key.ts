import { randomBytes } from "node:crypto";
import { parseHashKeys } from "../../functions/hashing/hash-keys.ts";

/** The secret's value with one key more, which new hashes are made with; without a value before it, the first. */
export function withNewKey(held: string | undefined): string {
  if (held === undefined) return JSON.stringify({ newest: 1, keys: { 1: randomBytes(32).toString("base64") } });
  const { newest, byVersion } = parseHashKeys(held);
  const version = Math.max(newest, ...byVersion.keys()) + 1;
  const keys = [...byVersion].map(([known, key]) => [known, Buffer.from(key).toString("base64")] as const);
  return JSON.stringify({
    newest: version,
    keys: Object.fromEntries([...keys, [version, randomBytes(32).toString("base64")]]),
  });
}
