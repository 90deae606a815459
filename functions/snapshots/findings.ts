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
  /** Those of the keys that a manager has accepted, where there are any. */
  readonly accepted?: readonly string[];
} | null;

interface FindingsHead {
  readonly part: number;
}

const COLUMN = "found";

export function writeFindings(part: number, keyVersion: number, rows: readonly RowFindings[]): Uint8Array {
  const cells = rows.map(
    (row): Json => row && [row.verdict, row.findings, row.isOther, ...(row.accepted ? [row.accepted] : [])],
  );
  return writeChunk<FindingsHead>(
    { head: { part }, rows: rows.length, keyVersion, columns: new Map([[COLUMN, cells]]) },
    [],
  );
}

type Stored = readonly [Verdict, readonly string[], boolean, (readonly string[])?] | null;

export function readFindings(body: string | Uint8Array): RowFindings[] {
  const cells = (readChunk<FindingsHead>(body).columns.get(COLUMN) ?? []) as readonly Stored[];
  return cells.map(
    (cell) =>
      cell && { verdict: cell[0], findings: cell[1], isOther: cell[2], ...(cell[3] ? { accepted: cell[3] } : {}) },
  );
}
