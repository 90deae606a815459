import { readPage, type ListPage } from "./responses.ts";
import type { Ask } from "./requests.ts";

/** Every item of a list that pages. */
export async function allPages(ask: Ask, path: string, most: number): Promise<ListPage["items"]> {
  const items: unknown[] = [];
  for (let after: string | undefined; ;) {
    const from = after === undefined ? "" : `&after=${encodeURIComponent(after)}`;
    const page = readPage(
      (await ask({ method: "GET", path: `${path}${path.includes("?") ? "&" : "?"}limit=${most}${from}` })).json,
    );
    items.push(...page.items);
    // A list that goes on from where it began would never end.
    if (page.next === undefined || page.next === after) return items;
    after = page.next;
  }
}
