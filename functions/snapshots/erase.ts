import { hashesOf } from "../hashing/hashing.ts";
import type { Dependencies } from "../dependencies.ts";
import { keys, partitions } from "../store/keys.ts";
import type { Entry } from "../store/table.ts";
import { updateEntry } from "./update-entry.ts";
import { readPart, writePart, type PartChunk } from "./part.ts";
import { reconcile } from "./reconcile.ts";
import { uploadItem, uploadIn, type Upload } from "./upload.ts";

/** What a step of an erasure has come to. */
export interface Erasure {
  readonly rows: number;
  /** Snapshots, and uploads not yet committed, that the rows were in. */
  readonly uploads: number;
  /** Where the next step begins: the child is erased only when a step has none. */
  readonly next?: string;
}

/** Which step of an erasure, and whether it only counts what would go. */
export interface Step {
  readonly after?: string | undefined;
  readonly isPreview?: boolean | undefined;
}

const PREFIX = partitions.upload("");

const rowsWith = ({ columns }: PartChunk, hashes: ReadonlySet<string>): number[] =>
  (columns.get("childRef") ?? []).flatMap((cell, row) => (typeof cell === "string" && hashes.has(cell) ? [row] : []));

/** The item without those rows: each keeps its place, so that findings stay beside theirs, and says nothing any more. */
function without(chunk: PartChunk, gone: readonly number[]): PartChunk {
  const isGone = new Set(gone);
  const columns = new Map(
    [...chunk.columns].map(([id, cells]) => [id, cells.map((cell, row) => (isGone.has(row) ? null : cell))]),
  );
  return { ...chunk, columns, head: { ...chunk.head, erased: [...chunk.head.erased, ...gone].sort((a, b) => a - b) } };
}

/** Rewrites an item without a child's rows. The tombstone says how many went when, not whose; it is written before they go. */
async function rewrite(
  { table }: Dependencies,
  item: Entry,
  hashes: ReadonlySet<string>,
  tombstone: () => Promise<void>,
): Promise<void> {
  await tombstone();
  await updateEntry(table, item, (entry) => {
    if (!entry) return undefined;
    const chunk = readPart(entry.body);
    const gone = rowsWith(chunk, hashes);
    return gone.length === 0 ? undefined : { body: writePart(without(chunk, gone)), expiresAt: entry.expiresAt ?? 0 };
  });
}

/**
 * The upload as it stands. One that is being committed is written again unchanged: its commit, which may have read the
 * rows before they went, sees by the version that it must settle with them.
 */
async function touch({ table }: Dependencies, id: string): Promise<Upload | undefined> {
  let upload: Upload | undefined;
  await updateEntry(table, keys.upload(id), (entry) => {
    upload = entry && uploadIn(entry);
    return upload && upload.state !== "committed" ? uploadItem(upload) : undefined;
  });
  return upload;
}

/** As many items of the table as a step goes through, in their order; gives back where the next step begins. */
async function* itemsOf({ table, limits }: Dependencies, after: string | undefined) {
  let from = after;
  for (let looked = 0; ;) {
    const page = await table.scan(from);
    yield* page.entries;
    looked += page.entries.length;
    from = page.next;
    if (from === undefined || looked >= limits.itemsAStep) return from;
  }
}

/**
 * Takes one child's rows out of every snapshot of every team, whichever key their hash was made with, and out of uploads
 * that are not committed; a large table in several steps. Broken off, the next erasure of any child puts right what is
 * left: it settles every upload that has rows erased.
 */
export async function erase(
  deps: Dependencies,
  childRef: string,
  { after, isPreview = false }: Step = {},
): Promise<Erasure> {
  const hashes = new Set(hashesOf(childRef, await deps.hashKeys()));
  const time = deps.now().toISOString();
  const gone = new Map<string, number>();
  const toSettle = new Set<string>();
  const items = itemsOf(deps, after);
  let next: string | undefined;
  for (;;) {
    const turn = await items.next();
    if (turn.done) {
      next = turn.value;
      break;
    }
    const item = turn.value;
    if (!item.pk.startsWith(PREFIX) || !item.sk.startsWith("PART#")) continue;
    const id = item.pk.slice(PREFIX.length);
    const chunk = readPart(item.body);
    const rows = rowsWith(chunk, hashes).length;
    if (rows > 0) gone.set(id, (gone.get(id) ?? 0) + rows);
    if (isPreview) continue;
    if (rows > 0)
      await rewrite(deps, item, hashes, async () => {
        await deps.table.put(keys.erased(id, time), JSON.stringify({ upload: id, at: time, rows: gone.get(id) }));
      });
    if (rows > 0 || chunk.head.erased.length > 0) toSettle.add(id);
  }
  for (const id of toSettle) {
    const upload = await touch(deps, id);
    if (upload) await reconcile(deps, upload);
  }
  const rows = [...gone.values()].reduce((sum, count) => sum + count, 0);
  return { rows, uploads: gone.size, ...(next === undefined ? {} : { next }) };
}
