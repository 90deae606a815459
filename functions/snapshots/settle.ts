import type { Needs } from "../needs.ts";
import { allOf } from "../store/entries.ts";
import { keys, partitions } from "../store/keys.ts";
import { change } from "./change.ts";
import { readFound, writeFound, type FoundRow } from "./found.ts";
import { newestOf, receiptAt, receiptIn, writtenReceipts } from "./history.ts";
import { rebuildLeads } from "./leads.ts";
import type { PartChunk } from "./part.ts";
import { chunksOf } from "./rows.ts";
import type { Upload } from "./upload.ts";

/** Which rows of which part have been erased, counted from 0 within the part. */
export function erasedIn(chunks: readonly PartChunk[]): ReadonlyMap<number, ReadonlySet<number>> {
  const byPart = new Map<number, Set<number>>();
  for (const {
    head: { part, first, erased },
  } of chunks) {
    if (erased.length > 0)
      byPart.set(part, new Set([...(byPart.get(part) ?? []), ...erased.map((row) => first + row)]));
  }
  return byPart;
}

export const countOf = (erased: ReturnType<typeof erasedIn>): number =>
  [...erased.values()].reduce((sum, { size }) => sum + size, 0);

/** Blanks the findings of erased rows, whichever attempt at a commit found them. */
async function blankFindings(
  { table }: Needs,
  { id, keyVersion }: Upload,
  erased: ReturnType<typeof erasedIn>,
): Promise<void> {
  for (const item of await allOf(table, partitions.upload(id), { prefix: "FOUND#" })) {
    const part = Number(item.sk.slice("FOUND#".length)) % 1_000;
    const gone = erased.get(part);
    if (!gone) continue;
    await change(table, item, (entry) => {
      const rows = entry ? readFound(entry.body) : [];
      if (!entry || !rows.some((row, index) => row !== null && gone.has(index))) return undefined;
      const left = rows.map((row, index): FoundRow => (gone.has(index) ? null : row));
      return { body: writeFound(part, keyVersion, left), expiresAt: entry.expiresAt ?? 0 };
    });
  }
}

/** Lets the upload's receipts say how many of their rows are erased; their digest stays that of what was sent. */
async function countInReceipts(needs: Needs, { id, team, month }: Upload, erased: number): Promise<void> {
  for (const { version } of (await writtenReceipts(needs, team, month)).filter(({ upload }) => upload === id)) {
    await change(needs.table, keys.receipt(team, month, version), (entry) => {
      if (!entry || receiptIn(entry).erased === erased) return undefined;
      return { body: JSON.stringify({ ...receiptIn(entry), erased }), expiresAt: entry.expiresAt ?? 0 };
    });
  }
}

/** Brings what was made from an upload's rows in step with those that are left of them. */
export async function settle(needs: Needs, upload: Upload): Promise<void> {
  const erased = erasedIn(await chunksOf(needs, upload.id, Object.values(upload.held)));
  const count = countOf(erased);
  if (count === 0) return;
  await blankFindings(needs, upload, erased);
  await countInReceipts(needs, upload, count);
  const newest = await newestOf(needs, upload.team);
  if (newest?.upload === upload.id)
    await rebuildLeads(needs, await receiptAt(needs, upload.team, newest.month, newest.version));
}
