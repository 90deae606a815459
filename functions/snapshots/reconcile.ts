import type { Dependencies } from "../dependencies.ts";
import { allOf } from "../store/entries.ts";
import { keys, partitions } from "../store/keys.ts";
import { updateEntry } from "./update-entry.ts";
import { readFindings, writeFindings, type RowFindings } from "./findings.ts";
import { newestOf, receiptIn, writtenReceipts } from "./receipts.ts";
import { rebuildLeads } from "./lead-lists.ts";
import type { PartChunk } from "./part.ts";
import { chunksOf, unlessGone } from "./rows.ts";
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
  { table }: Dependencies,
  { id, keyVersion }: Upload,
  erased: ReturnType<typeof erasedIn>,
): Promise<void> {
  for (const item of await allOf(table, partitions.upload(id), { prefix: "FOUND#" })) {
    const part = Number(item.sk.slice("FOUND#".length)) % 1_000;
    const gone = erased.get(part);
    if (!gone) continue;
    await updateEntry(table, item, (entry) => {
      const rows = entry ? readFindings(entry.body) : [];
      if (!entry || !rows.some((row, index) => row !== null && gone.has(index))) return undefined;
      const left = rows.map((row, index): RowFindings => (gone.has(index) ? null : row));
      return { body: writeFindings(part, keyVersion, left), expiresAt: entry.expiresAt ?? 0 };
    });
  }
}

/** Lets the upload's receipts say how many of their rows are erased; their digest stays that of what was sent. */
async function countInReceipts(deps: Dependencies, { id, team, month }: Upload, erased: number): Promise<void> {
  for (const { version } of (await writtenReceipts(deps, team, month)).filter(({ upload }) => upload === id)) {
    await updateEntry(deps.table, keys.receipt(team, month, version), (entry) => {
      if (!entry || receiptIn(entry).erased === erased) return undefined;
      return { body: JSON.stringify({ ...receiptIn(entry), erased }), expiresAt: entry.expiresAt ?? 0 };
    });
  }
}

/** Brings what was made from an upload's rows in step with those that are left of them. */
export async function reconcile(deps: Dependencies, upload: Upload): Promise<void> {
  const chunks = await unlessGone(() => chunksOf(deps, upload.id, Object.values(upload.held)));
  if (!chunks) return;
  const erased = erasedIn(chunks);
  const count = countOf(erased);
  if (count === 0) return;
  await blankFindings(deps, upload, erased);
  await countInReceipts(deps, upload, count);
  const newest = await newestOf(deps, upload.team);
  if (newest?.upload === upload.id) await rebuildLeads(deps, newest);
}
