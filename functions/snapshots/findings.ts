import type { Verdict } from "../../rules/finding.ts";
import { readChunk, writeChunk } from "./chunk.ts";
import type { Json } from "./columns.ts";

/** What a commit found on a row; null for a blank row and for one that was erased. */
export type RowFindings = {
  readonly verdict: Verdict;
  /** Keys such as "LP-08/not-named", worst first. */
  readonly findings: readonly string[];
  /** Whether the lead was known not to be social work qualified. */
  readonly isOther: boolean;
} | null;

interface FindingsHead {
  readonly part: number;
}

const COLUMN = "found";

export function writeFindings(part: number, keyVersion: number, rows: readonly RowFindings[]): Uint8Array {
  const cells = rows.map((row): Json => row && [row.verdict, row.findings, row.isOther]);
  return writeChunk<FindingsHead>(
    { head: { part }, rows: rows.length, keyVersion, columns: new Map([[COLUMN, cells]]) },
    [],
  );
}

type Triple = readonly [Verdict, readonly string[], boolean] | null;

export function readFindings(body: string | Uint8Array): RowFindings[] {
  const cells = (readChunk<FindingsHead>(body).columns.get(COLUMN) ?? []) as readonly Triple[];
  return cells.map((cell) => cell && { verdict: cell[0], findings: cell[1], isOther: cell[2] });
}
