import { checkCount, checkItem, checkKey, checkLimit, checkRange, checkVersion } from "./limits.ts";
import { compareKeys, keyOfCursor, cursorOf } from "./cursors.ts";
import type { Entry, Expect, Key, EntryPage, Range, Table } from "./table.ts";

interface MemoryEntry extends Entry {
  /** Set on counters alone. */
  readonly total?: number;
}

const PAGE = 100;

const copy = (body: string | Uint8Array): string | Uint8Array =>
  typeof body === "string" ? body : new Uint8Array(body);

const entryOf = ({ pk, sk, body, version, expiresAt }: MemoryEntry): Entry => ({
  pk,
  sk,
  body: copy(body),
  version,
  ...(expiresAt === undefined ? {} : { expiresAt }),
});

const holds = (expect: Expect, there: MemoryEntry | undefined): boolean => {
  if (expect === "anything") return true;
  return expect === "absent" ? there === undefined : there?.version === expect;
};

/** A fault must reject, as it does where there is a network between. */
const answer = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });

/** The table without a database: what the service's own tests run on. */
export function memoryTable(now: () => Date): Table {
  const partitions = new Map<string, Map<string, MemoryEntry>>();

  const isLive = ({ expiresAt }: MemoryEntry): boolean =>
    expiresAt === undefined || expiresAt > Math.floor(now().getTime() / 1000);
  const find = ({ pk, sk }: Key): MemoryEntry | undefined => {
    const there = partitions.get(pk)?.get(sk);
    return there && isLive(there) ? there : undefined;
  };
  const store = (item: MemoryEntry): void => {
    const partition = partitions.get(item.pk) ?? new Map<string, MemoryEntry>();
    partitions.set(item.pk, partition.set(item.sk, item));
  };
  const inOrder = (pk: string): MemoryEntry[] =>
    [...(partitions.get(pk)?.values() ?? [])].filter(isLive).sort((a, b) => compareKeys(a.sk, b.sk));
  const page = (items: MemoryEntry[], limit: number, place: (last: MemoryEntry) => string): EntryPage => {
    const entries = items.slice(0, limit);
    const last = entries.at(-1);
    // As in DynamoDB, a full page does not know whether it is the last.
    return { entries: entries.map(entryOf), ...(last && entries.length === limit ? { next: place(last) } : {}) };
  };

  return {
    get: (key) =>
      answer(() => {
        checkKey(key);
        const there = find(key);
        return there && entryOf(there);
      }),

    put: (key, body, { expect = "anything", expiresAt } = {}) =>
      answer(() => {
        checkItem(key, body, expiresAt);
        const there = find(key);
        if (!holds(expect, there)) return undefined;
        const version = (there?.version ?? 0) + 1;
        store({ pk: key.pk, sk: key.sk, body: copy(body), version, ...(expiresAt === undefined ? {} : { expiresAt }) });
        return version;
      }),

    remove: (key, expect = "anything") =>
      answer(() => {
        checkKey(key);
        const there = find(key);
        return there !== undefined && holds(expect, there) && partitions.get(key.pk)?.delete(key.sk) === true;
      }),

    list: (pk, range: Range = {}) =>
      answer(() => {
        checkRange(pk, range);
        const { prefix = "", after, limit = Infinity, isDescending = false } = range;
        const items = inOrder(pk).filter(({ sk }) => sk.startsWith(prefix));
        if (isDescending) items.reverse();
        const isAfter = (sk: string): boolean =>
          after === undefined || (isDescending ? compareKeys(sk, after) < 0 : compareKeys(sk, after) > 0);
        return page(
          items.filter(({ sk }) => isAfter(sk)),
          limit,
          ({ sk }) => sk,
        );
      }),

    count: (key, by, most, expiresAt) =>
      answer(() => {
        checkCount(key, by, expiresAt);
        const there = find(key);
        const total = (there?.total ?? 0) + by;
        if (total > most) return undefined;
        store({ pk: key.pk, sk: key.sk, body: String(total), total, version: (there?.version ?? 0) + 1, expiresAt });
        return total;
      }),

    restore: (entry) =>
      answer(() => {
        checkItem(entry, entry.body, entry.expiresAt);
        checkVersion(entry.version);
        if (find(entry)) return false;
        store(entryOf(entry));
        return true;
      }),

    scan: (after, limit = PAGE) =>
      answer(() => {
        checkLimit(limit);
        const from = after === undefined ? undefined : keyOfCursor(after);
        const isAfter = ({ pk, sk }: Key): boolean =>
          from === undefined || (compareKeys(pk, from.pk) || compareKeys(sk, from.sk)) > 0;
        const all = [...partitions.keys()].sort(compareKeys).flatMap(inOrder);
        return page(all.filter(isAfter), limit, cursorOf);
      }),
  };
}
