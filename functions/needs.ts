import type { Table } from "./store/table.ts";
import type { Log } from "./log.ts";
import type { Verify } from "./people/identity.ts";

/** The key that child refs are hashed with, in every version ever used; nothing is ever hashed with an older one again. */
export interface HashKeys {
  /** The version that new hashes are made with. */
  readonly newest: number;
  readonly byVersion: ReadonlyMap<number, Uint8Array>;
}

/** What the app is handed; nothing in it is reached any other way. */
export interface Needs {
  readonly table: Table;
  /** Who a bearer token speaks for; throws a `Refused` for one that is not to be believed. */
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
  readonly lookUpsADay: number;
  /** How long one request may take, in milliseconds. */
  readonly requestTime: number;
}

export const LIMITS: Limits = { bodyBytes: 5 * 2 ** 20, lookUpsADay: 1_000, requestTime: 25_000 };
