import type { Verdict } from "../../rules/finding.ts";
import type { Measures } from "./measures.ts";
import type { StoredPart, Upload } from "./upload.ts";
import type { Dependencies } from "../dependencies.ts";
import { allOf, jsonOf } from "../store/entries.ts";
import { keys, partitions } from "../store/keys.ts";
import type { Entry } from "../store/table.ts";
import { updateEntry } from "./update-entry.ts";

/** What a commit answers with; it stands in the table with what is needed to find its rows. */
export interface Receipt {
  readonly team: string;
  readonly month: string;
  readonly version: number;
  readonly asOf: string;
  readonly rows: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly policyHash: string;
  /** SHA-256 of what was sent, in base64url: erasing a child later does not change it. */
  readonly contentHash: string;
  readonly by: string;
  readonly at: string;
  /** The version that was newest when this one was committed. */
  readonly follows?: number;
  /** How many of its rows have been erased since. */
  readonly erased?: number;
}

export interface StoredReceipt extends Receipt {
  readonly measures: Measures;
  readonly upload: string;
  readonly keyVersion: number;
  readonly parts: readonly StoredPart[];
  /** Which attempt's findings count. */
  readonly attempt: number;
  readonly keptUntil: number;
}

const PRIVATE = new Set<keyof StoredReceipt>(["measures", "upload", "keyVersion", "parts", "attempt", "keptUntil"]);

/** A receipt as it is handed out. */
export const receiptOf = (stored: StoredReceipt): Receipt =>
  Object.fromEntries(
    Object.entries(stored).filter(([key]) => !PRIVATE.has(key as keyof StoredReceipt)),
  ) as unknown as Receipt;

type Reads = Pick<Dependencies, "table">;

/** A version of a month: the place is where its receipt stands, where that is not its number. */
export interface ListedVersion {
  readonly version: number;
  readonly upload: string;
  readonly place?: number;
}

/**
 * Which versions a month has, numbered in the order in which they were listed. A receipt that is not listed here is of a
 * commit that never ended: nobody sees it, and it takes no number.
 */
export interface Head {
  readonly newest: number;
  readonly versions: readonly ListedVersion[];
}

export const receiptIn = (entry: Entry): StoredReceipt => jsonOf(entry) as StoredReceipt;

/** What the keys of a month's items begin with. */
const prefixOf = (month: string): string => keys.head("", month).sk.slice(0, -"HEAD".length);
const isHead = ({ sk }: Entry): boolean => sk.endsWith("#HEAD");

export async function headOf({ table }: Reads, team: string, month: string): Promise<Head | undefined> {
  const entry = await table.get(keys.head(team, month));
  return entry && (jsonOf(entry) as Head);
}

/** A receipt as its month's list numbers it; none where what stands in its place is of another upload. */
function numbered(head: Head, one: ListedVersion, entry: Entry | undefined): StoredReceipt | undefined {
  const receipt = entry && receiptIn(entry);
  if (receipt?.upload !== one.upload) return undefined;
  const before = Math.max(0, ...head.versions.map(({ version }) => version).filter((other) => other < one.version));
  return { ...receipt, version: one.version, ...(before > 0 ? { follows: before } : {}) };
}

const isOf = (entry: Entry, { upload }: ListedVersion): boolean => receiptIn(entry).upload === upload;

const placeOf = (team: string, month: string, { version, place = version }: ListedVersion) =>
  keys.receipt(team, month, place);

/** What is listed and no longer kept is not there: each version goes when its own time is over, whatever lists it. */
async function receiptOn(
  { table }: Reads,
  team: string,
  month: string,
  head: Head | undefined,
  is: (one: ListedVersion) => boolean,
): Promise<StoredReceipt | undefined> {
  const one = head?.versions.find(is);
  return head && one && numbered(head, one, await table.get(placeOf(team, month, one)));
}

/** The receipt that an upload has come to. */
export const receiptOfUpload = async (deps: Reads, { team, month, id }: Upload): Promise<StoredReceipt | undefined> =>
  receiptOn(deps, team, month, await headOf(deps, team, month), ({ upload }) => upload === id);

/** A month's newest receipt, or the one of a version; undefined if there is none. */
export async function receiptFor(
  deps: Reads,
  team: string,
  month: string,
  version?: number,
): Promise<StoredReceipt | undefined> {
  const head = await headOf(deps, team, month);
  return receiptOn(deps, team, month, head, (one) => one.version === (version ?? head?.newest));
}

/** The receipts of a month that commits have written, ended or not. */
export const writtenReceipts = async ({ table }: Reads, team: string, month: string): Promise<StoredReceipt[]> =>
  (await allOf(table, partitions.team(team), { prefix: `${prefixOf(month)}V#` })).map(receiptIn);

/** Lists a receipt as its month's next version, unless its upload is listed already; whether it was. */
export async function addToHead(
  { table }: Reads,
  { team, month, version: place, upload, keptUntil }: StoredReceipt,
): Promise<boolean> {
  let isListed = false;
  await updateEntry(table, keys.head(team, month), (entry) => {
    const head = entry && (jsonOf(entry) as Head);
    const versions = head?.versions ?? [];
    const known = versions.find((one) => one.upload === upload);
    isListed = known !== undefined && (known.place ?? known.version) !== place;
    if (known) return undefined;
    const newest = Math.max(0, ...versions.map(({ version }) => version)) + 1;
    const listed: ListedVersion = { version: newest, upload, ...(place === newest ? {} : { place }) };
    const next: Head = { newest, versions: [...versions, listed] };
    return { body: JSON.stringify(next), expiresAt: Math.max(entry?.expiresAt ?? 0, keptUntil) };
  });
  return isListed;
}

/**
 * The newest receipt of the newest month that a team has a snapshot of. A month whose newest version is no longer kept
 * has none: an older version that is kept for longer was replaced, and does not come back.
 */
export async function newestOf({ table }: Reads, team: string): Promise<StoredReceipt | undefined> {
  const receipts = new Map<string, Entry>();
  let after: string | undefined;
  do {
    const page = await table.list(partitions.team(team), {
      isDescending: true,
      limit: 10,
      ...(after === undefined ? {} : { after }),
    });
    // From the highest key downwards a month's head comes after its receipts.
    for (const entry of page.entries) {
      if (!isHead(entry)) {
        receipts.set(entry.sk, entry);
        continue;
      }
      const month = entry.sk.split("#")[1] ?? "";
      const head = jsonOf(entry) as Head;
      const one = head.versions.find(({ version }) => version === head.newest);
      const newest = one && numbered(head, one, receipts.get(placeOf(team, month, one).sk));
      if (newest) return newest;
      receipts.clear();
    }
    after = page.next;
  } while (after !== undefined);
  return undefined;
}

export interface Version {
  readonly receipt: StoredReceipt;
  readonly isNewest: boolean;
}

/** Every version that a team has of the months from one to another, the oldest first. */
export async function versionsOf({ table }: Reads, team: string, from: string, to: string): Promise<Version[]> {
  const heads = new Map<string, Head>();
  const found: Version[] = [];
  const before = prefixOf(from);
  for (const entry of await allOf(table, partitions.team(team), { after: before })) {
    const month = entry.sk.split("#")[1] ?? "";
    if (month > to) break;
    // A month's head sorts before its receipts.
    if (isHead(entry)) {
      heads.set(month, jsonOf(entry) as Head);
      continue;
    }
    const head = heads.get(month);
    const one = head?.versions.find((listed) => placeOf(team, month, listed).sk === entry.sk && isOf(entry, listed));
    const receipt = head && one && numbered(head, one, entry);
    if (receipt) found.push({ receipt, isNewest: head.newest === receipt.version });
  }
  // Two commits at once may be listed in another order than their receipts stand in.
  return found.sort((a, b) => (a.receipt.month === b.receipt.month ? a.receipt.version - b.receipt.version : 0));
}
