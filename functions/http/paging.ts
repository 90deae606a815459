import * as z from "zod";
import type { Entry, Range, Table } from "../store/table.ts";

/** The query of every list: how many, and after which. */
export const PAGING = z.strictObject({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.int().max(200))
    .optional(),
  after: z.string().min(1).max(200).optional(),
});

export type Paging = z.infer<typeof PAGING>;

const USUAL = 50;

export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** A page of a partition's items; those that `show` leaves out (undefined) do not count towards the limit. */
export async function pageOf<Item>(
  table: Table,
  pk: string,
  { limit = USUAL, after }: Paging,
  show: (entry: Entry) => Item | undefined,
  range: Pick<Range, "isDescending"> = {},
): Promise<Listed<Item>> {
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

/** Every item of a partition, page by page. */
export async function allOf(table: Table, pk: string, range: Pick<Range, "after" | "prefix"> = {}): Promise<Entry[]> {
  const found: Entry[] = [];
  let after = range.after;
  do {
    const page = await table.list(pk, { ...range, ...(after === undefined ? {} : { after }) });
    found.push(...page.entries);
    after = page.next;
  } while (after !== undefined);
  return found;
}

/** The JSON that we wrote into an item ourselves. */
export const jsonOf = ({ body }: Entry): unknown =>
  JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body));
