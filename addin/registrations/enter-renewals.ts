import { allPages } from "../../client/all-pages.ts";
import { isJsonObject, isText } from "../../client/json.ts";
import type { Ask } from "../../client/requests.ts";
import { ServiceError } from "../../client/service-error.ts";
import { toIso, type Day } from "../../rules/dates.ts";
import type { EntryChange } from "./renewal.ts";

const PAGE = 200;
const CHANGED = "their entry has been changed meanwhile. Look at it, then do this once more.";

type Entry = Readonly<Record<string, unknown>> & { readonly id: string; readonly etag: string };

const isEntry = (item: unknown): item is Entry => isJsonObject(item) && isText(item.id) && isText(item.etag);

/** What entering renewals in the council's register came to. */
export interface Entered {
  /** Names. */
  readonly done: readonly string[];
  /** Why single people were left as they are, a sentence each. */
  readonly refused: readonly string[];
}

/**
 * Enters renewals in the council's register, one person after another: each entry as it stands there, with another last
 * day, and none that has changed since it was shown. What is refused for one keeps nobody else's.
 */
export async function enterRenewals(ask: Ask, changes: readonly EntryChange[], to: Day): Promise<Entered> {
  const entries = new Map(
    (await allPages(ask, "/practitioners", PAGE)).filter(isEntry).map((entry) => [entry.id, entry]),
  );
  const done: string[] = [];
  const refused: string[] = [];
  for (const { id, name, before } of changes) {
    const entry = entries.get(id);
    if (entry?.registeredTo !== toIso(before)) {
      refused.push(`${name}: ${CHANGED}`);
      continue;
    }
    const { etag } = entry;
    const kept = Object.fromEntries(Object.entries(entry).filter(([key]) => key !== "id" && key !== "etag"));
    try {
      const path = `/practitioners/${encodeURIComponent(id)}`;
      await ask({ method: "PUT", path, body: { ...kept, registeredTo: toIso(to) }, changes: etag });
      done.push(name);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      refused.push(`${name}: ${error.status === 412 ? CHANGED : error.message}`);
    }
  }
  return { done, refused };
}
