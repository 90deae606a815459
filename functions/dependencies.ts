import type { HashKeys } from "./hashing/hash-keys.ts";
import type { Table } from "./store/table.ts";
import type { Log } from "./log.ts";
import type { Verify } from "./people/identity.ts";

/** What the app is handed; nothing in it is reached any other way. */
export interface Dependencies {
  readonly table: Table;
  /** Throws a `Refusal` where the issuer's keys cannot be had. */
  readonly verify: Verify;
  readonly hashKeys: () => Promise<HashKeys>;
  readonly now: () => Date;
  /** A new random id, safe in a URL. */
  readonly newId: () => string;
  readonly log: Log;
  readonly limits: Limits;
  /** What CloudFront proves itself by, where the service stands behind it; without it nobody is asked for any. */
  readonly originSecret?: string;
}

export interface Limits {
  readonly bodyBytes: number;
  /** How many bytes of an answer's body can be carried back. */
  readonly answerBytes: number;
  readonly lookUpsADay: number;
  /** How many uploads an erasure goes through in one request. */
  readonly itemsAStep: number;
  /** How long one request may take, in milliseconds. */
  readonly requestTime: number;
}

export const LIMITS: Limits = {
  bodyBytes: 5 * 2 ** 20,
  // AWS's own limit of a function's answer is 6 MB, with the headers.
  answerBytes: 6_000_000,
  lookUpsADay: 1_000,
  itemsAStep: 1_000,
  requestTime: 25_000,
};
