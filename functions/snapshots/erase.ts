import { hashesOf } from "../hashing/hashing.ts";
import type { Dependencies } from "../dependencies.ts";
import { allOf } from "../store/entries.ts";
import { keys, partitions } from "../store/keys.ts";
import { BadCursor } from "../store/limits.ts";
import type { Entry } from "../store/table.ts";
import { removeFromLeads } from "./lead-lists.ts";
import { updateEntry } from "./update-entry.ts";
import { readPart, writePart, type PartChunk } from "./part.ts";
import { reconcile } from "./reconcile.ts";
import { indexedUploads, indexStep, isIndexComplete, markUnsettled, type IndexedUpload } from "./upload-index.ts";
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

/** A step begins after an upload, or, where not every upload is indexed yet, at a place in the search for them. */
type Place = { readonly upload?: string } | { readonly scan: string };

const textOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString("base64url");

function placeIn(text: string): Place {
  try {
    const { upload, scan } = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as Record<string, unknown>;
    if (typeof scan === "string") return { scan };
    if (typeof upload === "string") return { upload };
  } catch {
    // Told below.
  }
  throw new BadCursor("No erasure has such a place.");
}

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

const TOGETHER = 8;

/** Takes the child's rows out of one upload, and brings what was made of them in step; how many rows went. */
async function eraseFrom(
  deps: Dependencies,
  upload: IndexedUpload,
  hashes: ReadonlySet<string>,
  time: string,
): Promise<number> {
  const { table } = deps;
  const { id } = upload;
  let rows = 0;
  for (const item of await allOf(table, partitions.upload(id), { prefix: "PART#" })) {
    const here = rowsWith(readPart(item.body), hashes).length;
    if (here === 0) continue;
    // Marked first: broken off anywhere, the next erasure of any child settles it.
    if (rows === 0) await markUnsettled(table, upload, true);
    rows += here;
    await rewrite(deps, item, hashes, async () => {
      await table.put(keys.erased(id, time), JSON.stringify({ upload: id, at: time, rows }));
    });
  }
  if (rows === 0 && !upload.isUnsettled) return 0;
  const left = await touch(deps, id);
  if (left) await reconcile(deps, left);
  await markUnsettled(table, upload, false);
  return rows;
}

const countIn = async ({ table }: Dependencies, { id }: IndexedUpload, hashes: ReadonlySet<string>): Promise<number> =>
  (await allOf(table, partitions.upload(id), { prefix: "PART#" })).reduce(
    (sum, { body }) => sum + rowsWith(readPart(body), hashes).length,
    0,
  );

/**
 * Takes one child's rows out of every snapshot of every team, whichever key their hash was made with, and out of uploads
 * that are not committed; where there are many uploads in several steps. Only what holds the child is written, and what
 * an earlier erasure left unsettled. Asked again from the same place it goes on from there.
 */
export async function erase(
  deps: Dependencies,
  childRef: string,
  { after, isPreview = false }: Step = {},
): Promise<Erasure> {
  const { table, limits } = deps;
  const place: Place = after === undefined ? {} : placeIn(after);
  if (!("upload" in place) && !(await isIndexComplete(table))) {
    const next = await indexStep(table, "scan" in place ? place.scan : undefined);
    if (next !== undefined) return { rows: 0, uploads: 0, next: textOf({ scan: next }) };
  }
  const hashes = new Set(hashesOf(childRef, await deps.hashKeys()));
  const time = deps.now().toISOString();
  const all = await indexedUploads(table, "upload" in place ? place.upload : undefined);
  const some = all.slice(0, limits.itemsAStep);
  let rows = 0;
  let uploads = 0;
  for (let at = 0; at < some.length; at += TOGETHER) {
    const gone = await Promise.all(
      some
        .slice(at, at + TOGETHER)
        .map((one) => (isPreview ? countIn(deps, one, hashes) : eraseFrom(deps, one, hashes, time))),
    );
    for (const count of gone) {
      rows += count;
      uploads += Number(count > 0);
    }
  }
  const last = some.at(-1);
  if (last && all.length > some.length) return { rows, uploads, next: textOf({ upload: last.id }) };
  if (!isPreview) await removeFromLeads(deps, hashes);
  return { rows, uploads };
}
