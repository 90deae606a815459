import type { Cell } from "../read.ts";
import type { Policy } from "../policy.ts";

/** The headers of the table `Policy`. */
export const POLICY_HEADERS = ["Setting", "Value", "Also called"] as const;

/** A row of the table `Policy`, as its cells stand. */
export interface PolicyRow {
  /** The number that Excel shows beside it. */
  readonly row: number;
  readonly setting: Cell;
  readonly value: Cell;
  readonly alsoCalled: Cell;
}

/** What is to be known of a row: why it cannot be used, or what it changes that nobody may expect. */
export interface RowNote {
  readonly row: number;
  /** A sentence. */
  readonly reason: string;
}

/** What rows that only have a meaning together do to a policy. */
export interface Change {
  readonly rows: readonly number[];
  readonly apply: (policy: Policy) => Policy;
}

/** What a part of the table comes to. */
export interface Part {
  readonly policy: Policy;
  readonly unusable: readonly RowNote[];
  readonly remarks: readonly RowNote[];
}
