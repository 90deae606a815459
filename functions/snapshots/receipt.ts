import type { Verdict } from "../../rules/finding.ts";
import type { Measures } from "./measures.ts";
import type { StoredPart } from "./upload.ts";

/** What a commit answers with; it stands in the table with what is needed to find its rows. */
export interface Receipt {
  readonly team: string;
  readonly month: string;
  readonly version: number;
  readonly asOf: string;
  readonly rows: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly policyHash: string;
  /** SHA-256 of what was sent, in base64url: erasing a child later does not change it. */
  readonly contentHash: string;
  readonly by: string;
  readonly at: string;
  /** The version that was newest when this one was committed. */
  readonly follows?: number;
  /** How many of its rows have been erased since. */
  readonly erased?: number;
}

export interface StoredReceipt extends Receipt {
  readonly measures: Measures;
  readonly upload: string;
  readonly keyVersion: number;
  readonly parts: readonly StoredPart[];
  /** Which attempt's findings count. */
  readonly attempt: number;
  readonly keptUntil: number;
}

const PRIVATE = new Set<keyof StoredReceipt>(["measures", "upload", "keyVersion", "parts", "attempt", "keptUntil"]);

/** A receipt as it is handed out. */
export const receiptOf = (stored: StoredReceipt): Receipt =>
  Object.fromEntries(
    Object.entries(stored).filter(([key]) => !PRIVATE.has(key as keyof StoredReceipt)),
  ) as unknown as Receipt;
