import { digest } from "../hashing/hashing.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Sheet } from "../../rules/sheet.ts";
import { openRowsByChild } from "./children.ts";
import { evaluate } from "./evaluate.ts";
import { writeFindings } from "./findings.ts";
import { receiptFor, type StoredReceipt } from "./receipts.ts";
import { measuresOf, type Children, type Measures } from "./measures.ts";
import { monthsOn } from "../../rules/months.ts";
import { chunksOf, loadSnapshot, sheetOfChunks, unlessGone } from "./rows.ts";
import { countOf, erasedIn } from "./reconcile.ts";
import { teamName, type Sources } from "./sources.ts";
import type { StoredPart, Upload } from "./upload.ts";

/** What a commit works out from an upload's rows. */
export interface UploadEvaluation {
  readonly sheet: Sheet;
  /** Findings as items, one a part. */
  readonly items: readonly Uint8Array[];
  readonly verdicts: StoredReceipt["verdicts"];
  readonly measures: Measures;
  readonly parts: readonly StoredPart[];
  readonly contentHash: string;
  /** Rows that were erased before the commit. */
  readonly erased: number;
}

/** The children of the month before, where its hashes can be compared with those of this one. */
async function childrenBefore(
  deps: Dependencies,
  { team, month, keyVersion }: Upload,
  name: string,
): Promise<Children | undefined> {
  const receipt = await receiptFor(deps, team, monthsOn(month, -1));
  if (receipt?.keyVersion !== keyVersion) return undefined;
  const loaded = await unlessGone(() => loadSnapshot(deps, receipt, name));
  return loaded && openRowsByChild(loaded.sheet, loaded.found);
}

/** Checks every row of an upload, all parts together, with the policy of its day and the register. */
export async function evaluateUpload(deps: Dependencies, sources: Sources, upload: Upload): Promise<UploadEvaluation> {
  const { team, month, asOf, keyVersion } = upload;
  const parts = Array.from({ length: upload.parts }, (_, index) => upload.held[index + 1]).filter(
    (part) => part !== undefined,
  );
  const { policy } = await sources.policyOn(deps, asOf);
  const name = teamName(policy, team);
  const chunks = await chunksOf(deps, upload.id, parts);
  const sheet = sheetOfChunks(chunks, name);
  const evaluated = evaluate(sheet, {
    asOf,
    policy,
    practitioners: await sources.registerOf(deps),
    keys: await deps.hashKeys(),
    keyVersion,
  });
  const now = openRowsByChild(sheet, evaluated.found);
  let first = 0;
  const items = parts.map(({ rows }, index) => {
    const some = evaluated.found.slice(first, first + rows);
    first += rows;
    return writeFindings(index + 1, keyVersion, some);
  });
  return {
    sheet,
    items,
    parts,
    erased: countOf(erasedIn(chunks)),
    verdicts: evaluated.checked.counts,
    measures: measuresOf(evaluated, month, now, await childrenBefore(deps, upload, name)),
    contentHash: digest(JSON.stringify([team, month, asOf, ...parts.map((part) => part.digest)])),
  };
}
