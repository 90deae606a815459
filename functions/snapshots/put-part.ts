import { clean } from "../../rules/text.ts";
import { termsOf, type Terms } from "../../rules/terms.ts";
import type { Dependencies } from "../dependencies.ts";
import { Refusal } from "../http/problem.ts";
import { keys } from "../store/keys.ts";
import { refuseOddRows, type RequestRow } from "../http/request-rows.ts";
import { updateEntry } from "./update-entry.ts";
import { readHead } from "./chunk.ts";
import { digestOf, piecesOf, type PartHead } from "./part.ts";
import type { Sources } from "./sources.ts";
import { pseudonymiser } from "./stored-row.ts";
import { noSuchUpload, uploadItem, uploadIn, type StoredPart, type Upload } from "./upload.ts";

/** The items of a part are numbered part × 1000, then one for each piece of each attempt at it. */
const ATTEMPTS = 1_000;
const MOST_PATHS = 20;

const itemNumber = (part: number, place: number): number => part * ATTEMPTS + place;

const closed = (): Refusal =>
  new Refusal(409, "This upload has been committed: its rows no longer change. Send the month again instead.");

/** Refuses rows that say they are another team's, and rows of a team that nobody knows. */
function refuseOtherTeams(rows: readonly RequestRow[], team: string, terms: Terms): void {
  const others = rows.flatMap(({ team: cell }, index) => {
    const text = typeof cell === "string" ? clean(cell) : "";
    return text === "" || terms.team(text)?.team.id === team ? [] : [index];
  });
  if (others.length === 0) return;
  throw new Refusal(
    422,
    "Some rows are of another team, or of one that the policy does not know. Leave them out, or correct their team.",
    others.slice(0, MOST_PATHS).map((index) => `rows[${index}].team`),
    { rows: others.map((index) => index + 1) },
  );
}

/**
 * Stores the items of a part under numbers that nobody has used. An attempt that broke off before the upload listed
 * them finds its own again by their digest.
 */
async function storeItems(
  { table }: Dependencies,
  { id, keptUntil, held }: Upload,
  n: number,
  digest: string,
  pieces: readonly Uint8Array[],
): Promise<number[]> {
  const items: number[] = [];
  let place = held[n] ? ((held[n].items.at(-1) ?? 0) % ATTEMPTS) + 1 : 0;
  for (const [piece, body] of pieces.entries()) {
    for (; ; place += 1) {
      if (place >= ATTEMPTS) throw new Refusal(409, "This part has been sent too often. Begin the upload again.");
      const key = keys.part(id, itemNumber(n, place));
      if ((await table.put(key, body, { expect: "absent", expiresAt: keptUntil })) !== undefined) break;
      const there = await table.get(key);
      const head = there && (readHead(there.body) as PartHead);
      if (head?.digest === digest && head.piece === piece && head.erased.length === 0) break;
    }
    items.push(itemNumber(n, place));
    place += 1;
  }
  return items;
}

/** Takes in one part of an upload; the same content again changes nothing, other content replaces it. */
export async function putPart(
  deps: Dependencies,
  sources: Sources,
  upload: Upload,
  n: number,
  rows: readonly RequestRow[],
): Promise<void> {
  if (n > upload.parts) throw new Refusal(422, "This upload was begun with fewer parts.", ["n"]);
  if (upload.state !== "open") throw closed();
  const { policy } = await sources.policyOn(deps, upload.asOf);
  const terms = termsOf(policy);
  refuseOddRows(rows, terms);
  refuseOtherTeams(rows, upload.team, terms);
  const reduce = pseudonymiser({
    ...upload,
    terms,
    practitioners: await sources.registerOf(deps),
    keys: await deps.hashKeys(),
  });
  const reduced = rows.map(reduce);
  const digest = digestOf(reduced);
  if (upload.held[n]?.digest === digest) return;
  const items = await storeItems(deps, upload, n, digest, piecesOf(reduced, n, upload.keyVersion));
  const part: StoredPart = { rows: rows.length, digest, items };
  await updateEntry(deps.table, keys.upload(upload.id), (entry) => {
    if (!entry) throw noSuchUpload();
    const now = uploadIn(entry);
    if (now.state !== "open") throw closed();
    if (now.held[n]?.digest === digest) return undefined;
    return uploadItem({
      ...now,
      held: { ...now.held, [n]: part },
      hasSpare: now.hasSpare || now.held[n] !== undefined,
    });
  });
}
