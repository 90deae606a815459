import type { Verdict } from "../rules/finding.ts";

/** What the service answers to a commit, kept in the workbook and shown again. */
export interface Receipt {
  /** A team's id. */
  readonly team: string;
  /** Such as "2024-11". */
  readonly month: string;
  readonly version: number;
  readonly asOf: string;
  readonly rows: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly policyHash: string;
  readonly contentHash: string;
  /** When it was committed, an ISO time. */
  readonly at: string;
  readonly follows?: number | undefined;
  readonly erased?: number | undefined;
}
