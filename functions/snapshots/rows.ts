import { FIELD_IDS } from "../../rules/fields.ts";
import { mapFields } from "../../rules/headers.ts";
import type { Cell } from "../../rules/read.ts";
import type { Sheet } from "../../rules/sheet.ts";
import type { Dependencies } from "../dependencies.ts";
import { Refusal } from "../http/problem.ts";
import { keys } from "../store/keys.ts";
import type { Json } from "./columns.ts";
import { readFindings, type RowFindings } from "./findings.ts";
import { readPart, type PartChunk } from "./part.ts";
import type { StoredReceipt } from "./receipts.ts";
import { cellReader } from "./stored-row.ts";
import type { StoredPart } from "./upload.ts";
import type { Verdict } from "../../rules/finding.ts";
import { USUAL, type ItemPage, type RowPaging } from "../http/paging.ts";

type Reads = Pick<Dependencies, "table">;

/** Findings of an attempt: each attempt has numbers of its own, so that one that broke off leaves nothing mixed. */
export const findingsNumber = (attempt: number, part: number): number => attempt * 1_000 + part;

/** A snapshot's items end together with its receipt: read at that very moment, some may have gone before the others. */
class SnapshotGone extends Refusal {
  constructor() {
    super(404, "This snapshot is no longer kept.");
  }
}

/** What some work on a snapshot comes to; undefined where the snapshot has come to its end. */
export const unlessGone = <T>(work: () => Promise<T>): Promise<T | undefined> =>
  work().catch((error: unknown) => {
    if (error instanceof SnapshotGone) return undefined;
    throw error;
  });

async function chunkOf({ table }: Reads, upload: string, item: number): Promise<PartChunk> {
  const entry = await table.get(keys.part(upload, item));
  if (!entry) throw new SnapshotGone();
  return readPart(entry.body);
}

const TOGETHER = 8;

/** The items of some parts, in order; a few at a time. */
export async function chunksOf(deps: Reads, upload: string, parts: readonly StoredPart[]): Promise<PartChunk[]> {
  const items = parts.flatMap((part) => part.items);
  const chunks: PartChunk[] = [];
  for (let at = 0; at < items.length; at += TOGETHER) {
    chunks.push(...(await Promise.all(items.slice(at, at + TOGETHER).map((item) => chunkOf(deps, upload, item)))));
  }
  return chunks;
}

/** Rows as the rules read them. Child refs, families and people off the register are their hashes. */
export function sheetOfChunks(chunks: readonly PartChunk[], teamName: string): Sheet {
  const fields = FIELD_IDS.filter((id) => chunks.some(({ columns }) => columns.has(id)));
  const readers = fields.map((id) => cellReader(id, teamName));
  const rows = chunks.flatMap(({ rows: count, columns }) => {
    const cells = fields.map((id): readonly Json[] | undefined => columns.get(id));
    return Array.from({ length: count }, (_, row) =>
      cells.map((column, at) => (column ? readers[at]?.(column[row] ?? null) : null) as Cell),
    );
  });
  return { columns: mapFields(fields), rows };
}

async function findingsOf(
  { table }: Reads,
  { upload, attempt }: Pick<StoredReceipt, "upload" | "attempt">,
  part: number,
): Promise<RowFindings[]> {
  const entry = await table.get(keys.found(upload, findingsNumber(attempt, part)));
  if (!entry) throw new SnapshotGone();
  return readFindings(entry.body);
}

/** A snapshot's rows with what was found on them, in order. */
export interface SnapshotRows {
  readonly receipt: StoredReceipt;
  readonly sheet: Sheet;
  readonly found: readonly RowFindings[];
}

export async function loadSnapshot(deps: Reads, receipt: StoredReceipt, teamName: string): Promise<SnapshotRows> {
  const chunks = await chunksOf(deps, receipt.upload, receipt.parts);
  const found = await Promise.all(receipt.parts.map((_, index) => findingsOf(deps, receipt, index + 1)));
  return { receipt, sheet: sheetOfChunks(chunks, teamName), found: found.flat() };
}

/** A row of a snapshot as it is read back. */
export interface RowAnswer {
  /** Counted from 1 over the whole snapshot. */
  readonly row: number;
  /** The keyed hash of the child's reference; null where the row had none that could be read. */
  readonly child: string | null;
  readonly verdict: Verdict;
  readonly findings: readonly string[];
  /** Those of the findings that a manager has accepted, where there are any. */
  readonly accepted?: readonly string[];
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
            ...(row.accepted ? { accepted: row.accepted } : {}),
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
