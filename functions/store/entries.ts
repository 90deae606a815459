import type { Entry, Range, Table } from "./table.ts";

/** The JSON that we wrote into an item ourselves. */
export const jsonOf = ({ body }: Entry): unknown =>
  JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body));

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

/** Every item of the table; a page at a time. */
export async function* everyEntry(table: Table): AsyncGenerator<Entry> {
  let after: string | undefined;
  do {
    const page = await table.scan(after);
    yield* page.entries;
    after = page.next;
  } while (after !== undefined);
}
