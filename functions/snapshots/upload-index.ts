import { allOf, jsonOf } from "../store/entries.ts";
import { keys, partitions } from "../store/keys.ts";
import type { Table } from "../store/table.ts";

/** An upload whose rows may be in the table: what an erasure goes through, instead of the table. */
export interface IndexedUpload {
  readonly id: string;
  /** Rows of it were erased, and what was made of them is not yet known to be in step. */
  readonly isUnsettled: boolean;
  readonly expiresAt: number | undefined;
}

/** How many items are looked at in a step of the search: more than a step can itself write to the trail. */
const SCANNED = 1_000;
const PREFIX = partitions.upload("");

const body = (isUnsettled: boolean): string => JSON.stringify(isUnsettled ? { isUnsettled } : {});

/** Names an upload in the index, for as long as its rows may be there. */
export async function indexUpload(table: Table, id: string, expiresAt: number | undefined): Promise<void> {
  await table.put(keys.indexed(id), body(false), {
    expect: "absent",
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
}

/** Every upload of the index, in the order of their ids. */
export const indexedUploads = async (table: Table, after?: string): Promise<IndexedUpload[]> =>
  (await allOf(table, partitions.uploads, after === undefined ? {} : { after })).map((entry) => ({
    id: entry.sk,
    isUnsettled: (jsonOf(entry) as { isUnsettled?: boolean }).isUnsettled === true,
    expiresAt: entry.expiresAt,
  }));

export async function markUnsettled(
  table: Table,
  { id, expiresAt }: IndexedUpload,
  isUnsettled: boolean,
): Promise<void> {
  await table.put(keys.indexed(id), body(isUnsettled), expiresAt === undefined ? {} : { expiresAt });
}

/** Whether every upload that there is has been indexed: from then on each is when it is opened. */
export const isIndexComplete = async (table: Table): Promise<boolean> =>
  (await table.get(keys.indexComplete)) !== undefined;

/**
 * One step of indexing what was sent before there was this index, or came by an import; where the next begins, or
 * undefined once all are indexed. It is gone through once for a table, not once for an erasure.
 */
export async function indexStep(table: Table, after: string | undefined): Promise<string | undefined> {
  const { entries, next } = await table.scan(after, SCANNED);
  const found = new Map<string, number | undefined>();
  for (const { pk, expiresAt } of entries) {
    if (!pk.startsWith(PREFIX)) continue;
    const id = pk.slice(PREFIX.length);
    found.set(id, Math.max(found.get(id) ?? 0, expiresAt ?? Infinity));
  }
  for (const [id, expiresAt] of found) await indexUpload(table, id, expiresAt === Infinity ? undefined : expiresAt);
  if (next === undefined) await table.put(keys.indexComplete, "{}");
  return next;
}
