import type { Verdict } from "../../rules/finding.ts";
import type { Measures } from "./measures.ts";
import type { StoredPart } from "./upload.ts";
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

/** Which versions a month has. A receipt that is not listed here is of a commit that never ended: nobody sees it. */
export interface Head {
  readonly newest: number;
  readonly versions: readonly { readonly version: number; readonly upload: string }[];
}

export const receiptIn = (entry: Entry): StoredReceipt => jsonOf(entry) as StoredReceipt;

/** What the keys of a month's items begin with. */
const prefixOf = (month: string): string => keys.head("", month).sk.slice(0, -"HEAD".length);
const isHead = ({ sk }: Entry): boolean => sk.endsWith("#HEAD");

export async function headOf({ table }: Reads, team: string, month: string): Promise<Head | undefined> {
  const entry = await table.get(keys.head(team, month));
  return entry && (jsonOf(entry) as Head);
}

export async function receiptAt(
  { table }: Reads,
  team: string,
  month: string,
  version: number,
): Promise<StoredReceipt> {
  const entry = await table.get(keys.receipt(team, month, version));
  if (!entry) throw new Error("A receipt that is listed is not there.");
  return receiptIn(entry);
}

/** A month's newest receipt, or the one of a version; undefined if there is none. */
export async function receiptFor(
  deps: Reads,
  team: string,
  month: string,
  version?: number,
): Promise<StoredReceipt | undefined> {
  const head = await headOf(deps, team, month);
  const wanted = version ?? head?.newest;
  return head?.versions.some((one) => one.version === wanted)
    ? receiptAt(deps, team, month, Number(wanted))
    : undefined;
}

/** The receipts of a month that commits have written, ended or not. */
export const writtenReceipts = async ({ table }: Reads, team: string, month: string): Promise<StoredReceipt[]> =>
  (await allOf(table, partitions.team(team), { prefix: `${prefixOf(month)}V#` })).map(receiptIn);

/** Lists a version as one that a month has, unless its upload is listed already: which version the upload then is. */
export async function addToHead(
  { table }: Reads,
  { team, month, version, upload, keptUntil }: StoredReceipt,
): Promise<number> {
  let listed = version;
  await updateEntry(table, keys.head(team, month), (entry) => {
    const head = entry && (jsonOf(entry) as Head);
    const versions = head?.versions ?? [];
    const known = versions.find((one) => one.upload === upload);
    listed = known?.version ?? version;
    if (known) return undefined;
    const next: Head = { newest: Math.max(head?.newest ?? 0, version), versions: [...versions, { version, upload }] };
    return { body: JSON.stringify(next), expiresAt: Math.max(entry?.expiresAt ?? 0, keptUntil) };
  });
  return listed;
}

/** The newest month that a team has a snapshot of, and its newest version. */
export async function newestOf(
  { table }: Reads,
  team: string,
): Promise<{ month: string; version: number; upload: string } | undefined> {
  let after: string | undefined;
  do {
    const page = await table.list(partitions.team(team), {
      isDescending: true,
      limit: 10,
      ...(after === undefined ? {} : { after }),
    });
    const entry = page.entries.find(isHead);
    if (entry) {
      const { newest, versions } = jsonOf(entry) as Head;
      const upload = versions.find(({ version }) => version === newest)?.upload ?? "";
      return { month: entry.sk.split("#")[1] ?? "", version: newest, upload };
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
    const receipt = receiptIn(entry);
    const head = heads.get(month);
    if (head?.versions.some(({ version }) => version === receipt.version))
      found.push({ receipt, isNewest: head.newest === receipt.version });
  }
  return found;
}
