import type { Dependencies } from "../dependencies.ts";
import { allOf, everyEntry } from "../store/entries.ts";
import { keys, partitions } from "../store/keys.ts";
import { indexedUploads, isIndexComplete } from "./upload-index.ts";

const PREFIX = partitions.upload("");

/**
 * Takes away what uploads left behind that nobody committed in time: how many items. An upload whose own item has
 * expired can be committed no more, and one that a commit has begun on is kept as long as its rows.
 */
export async function sweepAbandoned({ table }: Pick<Dependencies, "table">): Promise<number> {
  const uploads = new Set((await indexedUploads(table)).map(({ id }) => id));
  if (!(await isIndexComplete(table)))
    for await (const { pk } of everyEntry(table)) if (pk.startsWith(PREFIX)) uploads.add(pk.slice(PREFIX.length));
  let removed = 0;
  for (const id of uploads) {
    if (await table.get(keys.upload(id))) continue;
    for (const { pk, sk } of await allOf(table, partitions.upload(id)))
      if (await table.remove({ pk, sk })) removed += 1;
    await table.remove(keys.indexed(id));
  }
  return removed;
}
