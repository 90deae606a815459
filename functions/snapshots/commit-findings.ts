import { digest } from "../hashing/hashing.ts";
import type { Needs } from "../needs.ts";
import type { Sheet } from "../../rules/sheet.ts";
import { openRowsByChild } from "./children.ts";
import { evaluate } from "./evaluate.ts";
import { writeFound } from "./found.ts";
import { receiptFor } from "./history.ts";
import { measuresOf, type Children, type Measures } from "./measures.ts";
import { monthsOn } from "../../rules/months.ts";
import type { StoredReceipt } from "./receipt.ts";
import { chunksOf, load, sheetOfChunks } from "./rows.ts";
import { countOf, erasedIn } from "./settle.ts";
import { teamName, type Sources } from "./sources.ts";
import type { Held, Upload } from "./upload.ts";

/** What a commit works out from an upload's rows. */
export interface Worked {
  readonly sheet: Sheet;
  /** Findings as items, one a part. */
  readonly items: readonly Uint8Array[];
  readonly verdicts: StoredReceipt["verdicts"];
  readonly measures: Measures;
  readonly parts: readonly Held[];
  readonly contentHash: string;
  /** Rows that were erased before the commit. */
  readonly erased: number;
}

/** The children of the month before, where its hashes can be compared with those of this one. */
async function childrenBefore(
  needs: Needs,
  { team, month, keyVersion }: Upload,
  name: string,
): Promise<Children | undefined> {
  const receipt = await receiptFor(needs, team, monthsOn(month, -1));
  if (receipt?.keyVersion !== keyVersion) return undefined;
  const { sheet, found } = await load(needs, receipt, name);
  return openRowsByChild(sheet, found);
}

/** Checks every row of an upload, all parts together, with the policy of its day and the register. */
export async function findings(needs: Needs, sources: Sources, upload: Upload): Promise<Worked> {
  const { team, month, asOf, keyVersion } = upload;
  const parts = Array.from({ length: upload.parts }, (_, index) => upload.held[index + 1]).filter(
    (part) => part !== undefined,
  );
  const { policy } = await sources.policyOn(needs, asOf);
  const name = teamName(policy, team);
  const chunks = await chunksOf(needs, upload.id, parts);
  const sheet = sheetOfChunks(chunks, name);
  const evaluated = evaluate(sheet, {
    asOf,
    policy,
    practitioners: await sources.registerOf(needs),
    keys: await needs.hashKeys(),
    keyVersion,
  });
  const now = openRowsByChild(sheet, evaluated.found);
  let first = 0;
  const items = parts.map(({ rows }, index) => {
    const some = evaluated.found.slice(first, first + rows);
    first += rows;
    return writeFound(index + 1, keyVersion, some);
  });
  return {
    sheet,
    items,
    parts,
    erased: countOf(erasedIn(chunks)),
    verdicts: evaluated.checked.counts,
    measures: measuresOf(evaluated, month, now, await childrenBefore(needs, upload, name)),
    contentHash: digest(JSON.stringify([team, month, asOf, ...parts.map((part) => part.digest)])),
  };
}
