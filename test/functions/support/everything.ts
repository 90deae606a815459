import type { Entry, Table } from "../../../functions/store/table.ts";

/** Every item of a table, whatever it holds. */
export async function everything(table: Table): Promise<Entry[]> {
  const found: Entry[] = [];
  let after: string | undefined;
  do {
    const page = await table.scan(after);
    found.push(...page.entries);
    after = page.next;
  } while (after !== undefined);
  return found;
}
