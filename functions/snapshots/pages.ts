import * as z from "zod";
import type { Verdict } from "../../rules/finding.ts";
import type { Needs } from "../needs.ts";
import type { Listed } from "../http/paging.ts";
import type { StoredReceipt } from "./receipt.ts";
import { chunksOf, foundOf } from "./rows.ts";

const USUAL = 500;

/** The query of a list whose places are numbers: how many, and after which. */
export const ROW_PAGING = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .pipe(z.int().max(2_000))
    .optional(),
  after: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional(),
};

export interface RowPaging {
  readonly limit?: number | undefined;
  readonly after?: number | undefined;
}

/** A page of a list that is at hand; places are counted from 1. */
export function pageOfItems<Item>(items: readonly Item[], { limit = USUAL, after = 0 }: RowPaging): Listed<Item> {
  const page = items.slice(after, after + limit);
  return after + limit < items.length ? { items: page, next: String(after + limit) } : { items: page };
}

/** A row of a snapshot as it is read back. */
export interface ReadRow {
  /** Counted from 1 over the whole snapshot. */
  readonly row: number;
  /** The keyed hash of the child's reference; null where the row had none that could be read. */
  readonly child: string | null;
  readonly verdict: Verdict;
  readonly findings: readonly string[];
}

async function rowsOfPart(
  needs: Pick<Needs, "table">,
  receipt: StoredReceipt,
  part: number,
  first: number,
): Promise<ReadRow[]> {
  const held = receipt.parts[part - 1];
  if (!held) return [];
  const [chunks, found] = await Promise.all([chunksOf(needs, receipt.upload, [held]), foundOf(needs, receipt, part)]);
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
  needs: Pick<Needs, "table">,
  receipt: StoredReceipt,
  { limit = USUAL, after = 0 }: RowPaging,
): Promise<Listed<ReadRow>> {
  const items: ReadRow[] = [];
  let first = 0;
  for (const [index, { rows }] of receipt.parts.entries()) {
    const isWanted = first + rows > after && items.length <= limit;
    if (isWanted) items.push(...(await rowsOfPart(needs, receipt, index + 1, first)).filter(({ row }) => row > after));
    first += rows;
  }
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return last && items.length > limit ? { items: page, next: String(last.row) } : { items: page };
}
