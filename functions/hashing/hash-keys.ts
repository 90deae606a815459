/** The key that child refs are hashed with, in every version ever used; nothing is ever hashed with an older one again. */
export interface HashKeys {
  /** The version that new hashes are made with. */
  readonly newest: number;
  readonly byVersion: ReadonlyMap<number, Uint8Array>;
}

/**
 * Hash keys as the secret store holds them: `{"newest": 1, "keys": {"1": "<base64 of 32 bytes>"}}`. Throws,
 * without repeating anything of it, if that is not what it holds.
 */
export function parseHashKeys(text: string): HashKeys {
  const wrong = new Error("The secret does not hold hash keys in their form.");
  let held: unknown;
  try {
    held = JSON.parse(text);
  } catch {
    throw wrong;
  }
  const { newest, keys } = (held ?? {}) as { newest?: unknown; keys?: unknown };
  if (typeof newest !== "number" || typeof keys !== "object" || keys === null) throw wrong;
  const byVersion = new Map(
    Object.entries(keys).map(([version, key]): [number, Uint8Array] => [
      Number(version),
      Buffer.from(String(key), "base64"),
    ]),
  );
  const isSound =
    byVersion.has(newest) &&
    [...byVersion].every(([version, key]) => Number.isInteger(version) && version > 0 && key.length >= 32);
  if (!isSound) throw wrong;
  return { newest, byVersion };
}

/** Asks for the keys once and keeps them for a while: a new version is picked up within that time. */
export function cachedHashKeys(
  fetchKeys: () => Promise<HashKeys>,
  now: () => Date,
  milliseconds = 5 * 60_000,
): () => Promise<HashKeys> {
  let held: { readonly keys: Promise<HashKeys>; readonly until: number } | undefined;
  return () => {
    if (held && now().getTime() < held.until) return held.keys;
    const keys = fetchKeys();
    held = { keys, until: now().getTime() + milliseconds };
    // A failure is not kept: the next request asks again.
    keys.catch(() => {
      held = undefined;
    });
    return keys;
  };
}
