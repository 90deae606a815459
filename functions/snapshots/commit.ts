import { termsOf } from "../../rules/terms.ts";
import { callerId, type Caller } from "../people/identity.ts";
import type { Dependencies } from "../dependencies.ts";
import { allOf } from "../store/entries.ts";
import { Refusal } from "../http/problem.ts";
import { keys, partitions } from "../store/keys.ts";
import { updateEntry } from "./update-entry.ts";
import { evaluateUpload, type UploadEvaluation } from "./evaluate-upload.ts";
import { addToHead, newestOf, receiptOfUpload, writtenReceipts, type StoredReceipt } from "./receipts.ts";
import { writeLeads, childrenOf } from "./lead-list.ts";
import { putLeads, rebuildLeads } from "./lead-lists.ts";
import { findingsNumber } from "./rows.ts";
import { reconcile } from "./reconcile.ts";
import type { Sources } from "./sources.ts";
import { missingParts, noSuchUpload, uploadItem, uploadIn, type Upload } from "./upload.ts";

/** Refuses an upload that is not all there. */
function requireComplete(upload: Upload): void {
  const missing = missingParts(upload);
  if (missing.length > 0)
    throw new Refusal(409, "Some parts of this upload are missing. Send them, then commit again.", [], { missing });
  const rows = Object.values(upload.held).reduce((sum, part) => sum + part.rows, 0);
  if (rows !== upload.rows)
    throw new Refusal(
      409,
      "The parts do not come to as many rows as the upload was begun with. Send the parts that differ again, or begin anew.",
      [],
      { rows, expected: upload.rows },
    );
}

/** Closes the upload to further parts. Each attempt at a commit is a later version of the upload's item: its number. */
async function claim({ table }: Dependencies, id: string): Promise<{ upload: Upload; attempt: number }> {
  let upload: Upload | undefined;
  const attempt = await updateEntry(table, keys.upload(id), (entry) => {
    if (!entry) throw noSuchUpload();
    const now = uploadIn(entry);
    requireComplete(now);
    upload = { ...now, state: now.state === "committed" ? "committed" : "committing" };
    return uploadItem(upload);
  });
  if (!upload || attempt === undefined) throw noSuchUpload();
  return { upload, attempt };
}

/** Writes the receipt in the first place that nobody has taken; which version it is, the month's head says. */
async function writeReceipt(
  deps: Dependencies,
  { team, month, keptUntil }: Upload,
  receipt: Omit<StoredReceipt, "version">,
): Promise<StoredReceipt> {
  const taken = (await writtenReceipts(deps, team, month)).map(({ version }) => version);
  for (let version = Math.max(0, ...taken) + 1; ; version += 1) {
    const numbered: StoredReceipt = { ...receipt, version };
    const put = await deps.table.put(keys.receipt(team, month, version), JSON.stringify(numbered), {
      expect: "absent",
      expiresAt: keptUntil,
    });
    if (put !== undefined) return numbered;
  }
}

async function evaluated(
  deps: Dependencies,
  sources: Sources,
  caller: Caller,
  id: string,
): Promise<UploadEvaluation & { receipt: StoredReceipt }> {
  const { upload, attempt } = await claim(deps, id);
  const worked = await evaluateUpload(deps, sources, upload);
  for (const [index, body] of worked.items.entries()) {
    await deps.table.put(keys.found(id, findingsNumber(attempt, index + 1)), body, { expiresAt: upload.keptUntil });
  }
  const { policy } = await sources.policyOn(deps, upload.asOf);
  const receipt = await writeReceipt(deps, upload, {
    team: upload.team,
    month: upload.month,
    asOf: upload.asOf,
    rows: upload.rows,
    verdicts: worked.verdicts,
    policyHash: termsOf(policy).hash,
    contentHash: worked.contentHash,
    by: callerId(caller),
    at: deps.now().toISOString(),
    ...(worked.erased > 0 ? { erased: worked.erased } : {}),
    measures: worked.measures,
    upload: id,
    keyVersion: upload.keyVersion,
    parts: worked.parts,
    attempt,
    keptUntil: upload.keptUntil,
  });
  return { ...worked, receipt };
}

/** Takes away items of parts that were replaced; nothing lists them, and nothing can any more. */
async function removeSpare({ table }: Dependencies, { id, held }: Upload): Promise<void> {
  const kept = new Set(Object.values(held).flatMap(({ items }) => items.map((item) => keys.part(id, item).sk)));
  for (const { pk, sk } of await allOf(table, partitions.upload(id), { prefix: "PART#" }))
    if (!kept.has(sk)) await table.remove({ pk, sk });
}

/** What follows once the version is listed; whatever of it is left undone does no harm and is done by the next attempt. */
async function finish(deps: Dependencies, receipt: StoredReceipt, sheet?: UploadEvaluation["sheet"]): Promise<void> {
  const newest = await newestOf(deps, receipt.team);
  if (newest?.upload === receipt.upload) {
    if (sheet) await putLeads(deps, receipt, writeLeads(receipt, childrenOf(sheet)));
    else await rebuildLeads(deps, receipt);
  }
  const entry = await deps.table.get(keys.upload(receipt.upload));
  if (!entry) return;
  const upload = uploadIn(entry);
  if (upload.hasSpare) await removeSpare(deps, upload);
  const { body, expiresAt } = uploadItem({ ...upload, state: "committed", hasSpare: false });
  const isAsClaimed = entry.version === receipt.attempt;
  if (
    isAsClaimed &&
    (await deps.table.put(keys.upload(receipt.upload), body, { expect: receipt.attempt, expiresAt })) !== undefined
  )
    return;
  // Rows may have been erased since the commit read them.
  await reconcile(deps, upload);
  await deps.table.put(keys.upload(receipt.upload), body, { expiresAt });
}

/**
 * Commits an upload. The steps, each a write of one item: the upload is closed to parts; findings under numbers of this
 * attempt alone; the receipt in a place nobody has; the month's head lists it as the next version, which is when
 * everybody sees it; who leads; the upload is marked. Broken off before the head lists it, there is nothing to see, and
 * the next attempt goes on; after, it is complete. Two uploads of one month take two versions, and the head lists both.
 */
export async function commit(
  deps: Dependencies,
  sources: Sources,
  caller: Caller,
  upload: Upload,
): Promise<StoredReceipt> {
  const { id, team, month } = upload;
  const listed = await receiptOfUpload(deps, upload);
  if (listed) {
    const entry = await deps.table.get(keys.upload(id));
    if (entry && uploadIn(entry).state !== "committed") await finish(deps, listed);
    return listed;
  }
  const before = (await writtenReceipts(deps, team, month)).find((one) => one.upload === id);
  const { receipt: written, sheet } = before
    ? { receipt: before, sheet: undefined }
    : await evaluated(deps, sources, caller, id);
  // The same commit, sent twice at once, came first: this receipt nobody has seen.
  const isDouble = await addToHead(deps, written);
  if (isDouble) await deps.table.remove(keys.receipt(team, month, written.version));
  const receipt = await receiptOfUpload(deps, upload);
  if (!receipt) throw noSuchUpload();
  // Rows that were erased since they were read are still on the sheet.
  const isAsRead = receipt.erased === written.erased;
  if (!isDouble) await finish(deps, receipt, isAsRead ? sheet : undefined);
  return receipt;
}
