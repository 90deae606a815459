import { teamsIn } from "../../rules/policy.ts";
import type { Dependencies } from "../dependencies.ts";
import { allOf } from "../store/entries.ts";
import { keys, partitions } from "../store/keys.ts";
import type { Entry } from "../store/table.ts";
import { updateEntry } from "./update-entry.ts";
import { readChunk, readHead } from "./chunk.ts";
import { newestOf, type StoredReceipt } from "./receipts.ts";
import { childrenOf, readLeads, writeLeads, type LeadList, type ListHead } from "./lead-list.ts";
import { chunksOf, sheetOfChunks, unlessGone } from "./rows.ts";
import type { Sources } from "./sources.ts";
import { today } from "../today.ts";

/** Between a team's id and the number of a further item of a list too long for one: a control character, which no id has. */
const MORE = "#\u0001";
const itemKey = (team: string, item: number) => keys.leads(item === 0 ? team : `${team}${MORE}${item}`);

const listHead = ({ body }: Entry): ListHead => readHead(body) as ListHead;

const isNewer = (
  a: Pick<ListHead, "month" | "version" | "erased">,
  b: Pick<ListHead, "month" | "version" | "erased">,
): boolean =>
  a.month === b.month ? a.version > b.version || (a.version === b.version && a.erased > b.erased) : a.month > b.month;

/** Writes a team's list, unless the one there is of a later snapshot. Its first item comes last: only then does it count. */
export async function putLeads(
  deps: Dependencies,
  receipt: StoredReceipt,
  items: readonly Uint8Array[],
): Promise<void> {
  const { team, keptUntil: expiresAt } = receipt;
  const { table } = deps;
  const standsBehind = (entry: Entry | undefined): boolean =>
    entry !== undefined && !isNewer({ ...receipt, erased: receipt.erased ?? 0 }, listHead(entry));
  const [first, ...more] = items;
  if (!first || standsBehind(await table.get(itemKey(team, 0)))) return;
  for (const [index, body] of more.entries()) await table.put(itemKey(team, index + 1), body, { expiresAt });
  await updateEntry(table, itemKey(team, 0), (entry) => (standsBehind(entry) ? undefined : { body: first, expiresAt }));
  // What a longer list left behind would go on holding children who have gone.
  for (const { pk, sk } of await allOf(table, partitions.leads, { prefix: `${team}${MORE}` }))
    if (Number(sk.split(MORE)[1]) > more.length) await table.remove({ pk, sk });
}

/** Makes a team's list anew from its newest snapshot; none where that has just come to its end. */
export async function rebuildLeads(deps: Dependencies, receipt: StoredReceipt): Promise<LeadList | undefined> {
  const chunks = await unlessGone(() => chunksOf(deps, receipt.upload, receipt.parts));
  if (!chunks) return undefined;
  const sheet = sheetOfChunks(chunks, receipt.team);
  const items = writeLeads(receipt, childrenOf(sheet));
  await putLeads(deps, receipt, items);
  return readLeads(items);
}

/** Takes away every item of a list that still holds a child: the list is then made anew by whoever reads it next. */
export async function removeFromLeads(
  { table }: Pick<Dependencies, "table">,
  hashes: ReadonlySet<string>,
): Promise<void> {
  for (const { pk, sk, body } of await allOf(table, partitions.leads)) {
    const children = readChunk(body).columns.get("child") ?? [];
    if (children.some((child) => typeof child === "string" && hashes.has(child))) await table.remove({ pk, sk });
  }
}

/** The items of every team's list. */
async function storedLists({ table }: Dependencies): Promise<Map<string, Entry[]>> {
  const lists = new Map<string, Entry[]>();
  for (const entry of await allOf(table, partitions.leads)) {
    const team = entry.sk.split(MORE)[0] ?? "";
    lists.set(team, [...(lists.get(team) ?? []), entry]);
  }
  return lists;
}

/** The ids of the teams that have ever sent a snapshot, whether or not today's policy still has them. */
export const leadTeams = async (deps: Dependencies): Promise<string[]> => [...(await storedLists(deps)).keys()];

/** Items beyond those that the first one counts are left over from a longer list. */
function listIn(entries: readonly Entry[]): LeadList | undefined {
  const inOrder = entries.length < 2 ? entries : entries.toSorted((a, b) => listHead(a).item - listHead(b).item);
  const [first] = inOrder;
  return first && readLeads(inOrder.slice(0, listHead(first).of).map(({ body }) => body));
}

/**
 * Who leads whom by every team's newest snapshot. A list that is missing, or behind the team's newest snapshot because
 * a commit broke off, is made anew and put right.
 */
export async function leadLists(deps: Dependencies, sources: Sources): Promise<LeadList[]> {
  const { policy } = await sources.policyOn(deps, today(deps));
  const stored = await storedLists(deps);
  const teams = new Set([...teamsIn(policy).map(({ id }) => id), ...stored.keys()]);
  const lists = await Promise.all(
    [...teams].map(async (team) => {
      const newest = await newestOf(deps, team);
      if (!newest) return undefined;
      const list = listIn(stored.get(team) ?? []);
      if (list?.month === newest.month && list.version === newest.version) return list;
      deps.log("derived-mended", { code: "leads" });
      return rebuildLeads(deps, newest);
    }),
  );
  return lists.filter((list) => list !== undefined);
}
