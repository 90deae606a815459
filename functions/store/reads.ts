import { entryOf, isLive, type Item, keyOf, text } from "./items.ts";
import { beginning, keyOfCursor, cursorOf } from "./cursors.ts";
import type { Requests } from "./requests.ts";
import type { Entry, EntryPage, Range } from "./table.ts";

/** Reads of many items, which may come in any number of answers of up to 1 MB, expired items among them. */
export function readsOver(requests: Requests, second: () => number) {
  const live = (items: Item[] | undefined): Entry[] =>
    (items ?? []).filter((item) => isLive(item, second())).map(entryOf);

  return {
    async list(pk: string, range: Range): Promise<EntryPage> {
      const { prefix = "", limit = Infinity, isDescending = false } = range;
      const start = beginning(range);
      if (start === "nowhere") return { entries: [] };
      const [condition, values] =
        prefix === ""
          ? ["pk = :pk", { ":pk": text(pk) }]
          : ["pk = :pk AND begins_with(sk, :prefix)", { ":pk": text(pk), ":prefix": text(prefix) }];

      const entries: Entry[] = [];
      let from = start === "at-the-beginning" ? undefined : keyOf({ pk, sk: start.after });
      do {
        const found = await requests.query(condition, values, {
          isDescending,
          ...(from ? { from } : {}),
          ...(limit === Infinity ? {} : { limit: limit - entries.length }),
        });
        entries.push(...live(found.Items));
        from = found.LastEvaluatedKey;
      } while (from && entries.length < limit);
      const last = entries.at(-1);
      return { entries, ...(from && last ? { next: last.sk } : {}) };
    },

    async scan(after: string | undefined, limit: number | undefined): Promise<EntryPage> {
      const found = await requests.scan(after === undefined ? undefined : keyOf(keyOfCursor(after)), limit);
      const { pk, sk } = found.LastEvaluatedKey ?? {};
      const next = pk?.S === undefined || sk?.S === undefined ? {} : { next: cursorOf({ pk: pk.S, sk: sk.S }) };
      return { entries: live(found.Items), ...next };
    },
  };
}
