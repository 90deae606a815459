import { busy } from "../http/problem.ts";
import type { Entry, Key, Table } from "../store/table.ts";

const MOST_TRIES = 24;
const LONGEST_WAIT = 40;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

interface NewBody {
  readonly body: string | Uint8Array;
  readonly expiresAt: number;
}

/**
 * Reads an item, works out what it should become, and writes that if nobody has written it meanwhile; else again from
 * the beginning. The version written, or that was there already where `to` wants no change; undefined if there is none.
 */
export async function updateEntry(
  table: Table,
  key: Key,
  to: (entry: Entry | undefined) => NewBody | undefined,
): Promise<number | undefined> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const entry = await table.get(key);
    const next = to(entry);
    if (!next) return entry?.version;
    const version = await table.put(key, next.body, { expect: entry?.version ?? "absent", expiresAt: next.expiresAt });
    if (version !== undefined) return version;
    // Whoever came first is done by now; those who came together go on at different times.
    await wait(Math.random() * Math.min(LONGEST_WAIT, 2 ** tries));
  }
  throw busy();
}
