import type { Dependencies } from "../dependencies.ts";
import { openRowsByChild, type ChildRow } from "./children.ts";
import { receiptFor, type StoredReceipt } from "./receipts.ts";
import { monthsOn } from "../../rules/months.ts";
import { loadSnapshot, unlessGone } from "./rows.ts";

/** What has changed for one child, by finding keys. */
export interface ChildChanges {
  readonly child: string;
  readonly newlyBroken: readonly string[];
  readonly mended: readonly string[];
  readonly stillBroken: readonly string[];
}

export interface Changes {
  /** What it is compared with; none where no snapshot of the month before can be. */
  readonly since: { readonly month: string; readonly version: number } | null;
  /** Findings of all children together. */
  readonly newlyBroken: number;
  readonly mended: number;
  readonly stillBroken: number;
  /** Children on one of the two lists alone. A finding on a child who has gone from the list is not mended. */
  readonly joined: number;
  readonly gone: number;
  readonly children: readonly ChildChanges[];
}

const keysOf = (rows: readonly ChildRow[] | undefined): Set<string> =>
  new Set((rows ?? []).flatMap(({ findings }) => findings));

const NONE: Changes = { since: null, newlyBroken: 0, mended: 0, stillBroken: 0, joined: 0, gone: 0, children: [] };

/** How a snapshot differs from the newest one of the month before. */
export async function changesSince(deps: Pick<Dependencies, "table">, receipt: StoredReceipt): Promise<Changes> {
  const month = monthsOn(receipt.month, -1);
  const earlier = await receiptFor(deps, receipt.team, month);
  // Hashes made with two keys cannot be compared.
  if (earlier?.keyVersion !== receipt.keyVersion) return NONE;
  const [before, after] = await Promise.all(
    [earlier, receipt].map(async (one) => {
      const loaded = await unlessGone(() => loadSnapshot(deps, one, one.team));
      return loaded && openRowsByChild(loaded.sheet, loaded.found);
    }),
  );
  if (!before || !after) return NONE;
  const children = [...after].map(([child, rows]): ChildChanges => {
    const then = keysOf(before.get(child));
    const now = keysOf(rows);
    return {
      child,
      newlyBroken: [...now].filter((key) => !then.has(key)),
      mended: [...then].filter((key) => !now.has(key)),
      stillBroken: [...now].filter((key) => then.has(key)),
    };
  });
  const count = (which: "newlyBroken" | "mended" | "stillBroken"): number =>
    children.reduce((sum, one) => sum + one[which].length, 0);
  return {
    since: { month, version: earlier.version },
    newlyBroken: count("newlyBroken"),
    mended: count("mended"),
    stillBroken: count("stillBroken"),
    joined: [...after.keys()].filter((child) => !before.has(child)).length,
    gone: [...before.keys()].filter((child) => !after.has(child)).length,
    children: children.filter(
      ({ newlyBroken, mended, stillBroken }) => newlyBroken.length + mended.length + stillBroken.length > 0,
    ),
  };
}
