import type { Entry, Range, Table } from "../store/table.ts";

/** A page of a list as it is answered. */
export interface ItemPage<Item> {
  readonly items: readonly Item[];
  /** After which the next page begins; none after the last. */
  readonly next?: string;
}

/** How many items a page has where the query does not say. */
export const USUAL = { entries: 50, rows: 500 } as const;

interface Paging<After> {
  readonly limit?: number | undefined;
  readonly after?: After | undefined;
}

/** A page of a partition's items; those that `show` leaves out (undefined) do not count towards the limit. */
export async function pageOfEntries<Item>(
  table: Table,
  pk: string,
  { limit = USUAL.entries, after }: Paging<string>,
  show: (entry: Entry) => Item | undefined,
  range: Pick<Range, "isDescending"> = {},
): Promise<ItemPage<Item>> {
  const items: Item[] = [];
  let from = after;
  for (;;) {
    const { entries, next } = await table.list(pk, { ...range, limit, ...(from === undefined ? {} : { after: from }) });
    for (const [index, entry] of entries.entries()) {
      const item = show(entry);
      if (item !== undefined) items.push(item);
      if (items.length === limit)
        return index < entries.length - 1 || next !== undefined ? { items, next: entry.sk } : { items };
    }
    if (next === undefined) return { items };
    from = next;
  }
}

/** The query of a list whose places are numbers, counted from 1. */
export type RowPaging = Paging<number>;

/** A page of a list that is at hand. */
export function pageOfItems<Item>(
  items: readonly Item[],
  { limit = USUAL.rows, after = 0 }: RowPaging,
): ItemPage<Item> {
  const page = items.slice(after, after + limit);
  return after + limit < items.length ? { items: page, next: String(after + limit) } : { items: page };
}
