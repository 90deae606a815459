/** Where an item stands: its partition and its place in it. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export interface Entry extends Key {
  /** JSON text, or compressed bytes. */
  readonly body: string | Uint8Array;
  /** 1 when first written, one more with every write since. */
  readonly version: number;
  /** Seconds since 1970; from then on nobody reads it, and DynamoDB deletes it some time later. */
  readonly expiresAt?: number;
}

/** What must hold for a write to take place: nothing; that there is no such item; or that it still has this version. */
export type Expect = "anything" | "absent" | number;

export interface EntryPage {
  readonly entries: readonly Entry[];
  /** Where the next page begins; none after the last. */
  readonly next?: string;
}

export interface Range {
  /** Only items whose sort key begins with this. */
  readonly prefix?: string;
  /** Only items after this sort key, in the order of the page. */
  readonly after?: string;
  readonly limit?: number;
  /** From the highest sort key downwards. */
  readonly isDescending?: boolean;
}

/**
 * One table of small items. Correctness rests on conditional writes of single items alone. All reads are
 * strongly consistent and leave out what has expired.
 */
export interface Table {
  get(key: Key): Promise<Entry | undefined>;
  /** The new version; undefined where `expect` did not hold and nothing was written. */
  put(
    key: Key,
    body: string | Uint8Array,
    how?: { readonly expect?: Expect; readonly expiresAt?: number },
  ): Promise<number | undefined>;
  /** Whether there was such an item, of such a version, to take away. */
  remove(key: Key, expect?: Expect): Promise<boolean>;
  list(pk: string, range?: Range): Promise<EntryPage>;
  /** Adds to a counter unless it would pass `most`: the new total, or undefined where it would. */
  count(key: Key, by: number, most: number, expiresAt: number): Promise<number | undefined>;
  /** Puts an item back as an export held it, version and all, where there is none; whether it did. */
  restore(entry: Entry): Promise<boolean>;
  /** Every item of the table, in pages. */
  scan(after?: string, limit?: number): Promise<EntryPage>;
}
