import type { Verdict } from "../../rules/finding.ts";
import type { Dependencies } from "../dependencies.ts";
import { USUAL, type ItemPage, type RowPaging } from "../http/paging.ts";
import type { StoredReceipt } from "./receipt.ts";
import { chunksOf, findingsOf } from "./rows.ts";

/** A row of a snapshot as it is read back. */
export interface RowAnswer {
  /** Counted from 1 over the whole snapshot. */
  readonly row: number;
  /** The keyed hash of the child's reference; null where the row had none that could be read. */
  readonly child: string | null;
  readonly verdict: Verdict;
  readonly findings: readonly string[];
}

async function rowsOfPart(
  deps: Pick<Dependencies, "table">,
  receipt: StoredReceipt,
  part: number,
  first: number,
): Promise<RowAnswer[]> {
  const held = receipt.parts[part - 1];
  if (!held) return [];
  const [chunks, found] = await Promise.all([chunksOf(deps, receipt.upload, [held]), findingsOf(deps, receipt, part)]);
  const children = chunks.flatMap(
    ({ rows, columns }) => columns.get("childRef") ?? Array.from({ length: rows }, () => null),
  );
  return found.flatMap((row, index) => {
    const child = children[index];
    return row
      ? [
          {
            row: first + index + 1,
            child: typeof child === "string" ? child : null,
            verdict: row.verdict,
            findings: row.findings,
          },
        ]
      : [];
  });
}

/** A page of a snapshot's rows; only the parts that it touches are read. Blank and erased rows have a number and are not shown. */
export async function pageOfRows(
  deps: Pick<Dependencies, "table">,
  receipt: StoredReceipt,
  { limit = USUAL.rows, after = 0 }: RowPaging,
): Promise<ItemPage<RowAnswer>> {
  const items: RowAnswer[] = [];
  let first = 0;
  for (const [index, { rows }] of receipt.parts.entries()) {
    const isWanted = first + rows > after && items.length <= limit;
    if (isWanted) items.push(...(await rowsOfPart(deps, receipt, index + 1, first)).filter(({ row }) => row > after));
    first += rows;
  }
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return last && items.length > limit ? { items: page, next: String(last.row) } : { items: page };
}
