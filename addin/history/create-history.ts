import { FAULT } from "../service/failure.ts";
import { DisplayError } from "../service/service.ts";
import { allPages } from "../../client/all-pages.ts";
import type { Ask } from "../../client/requests.ts";
import { ServiceError } from "../../client/service-error.ts";
import { readChanges, readVersions, type ChangesPage, type Version } from "./responses.ts";
import type { History, Month } from "./history.ts";

/** As many as the service takes, and answers with, at once. */
const MOST = 2_000;

const SIGN_IN = "Sign in to the council's service to do this.";

/** Whatever goes wrong, as a sentence to show. */
async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DisplayError) throw error;
    if (!(error instanceof ServiceError)) throw new DisplayError(FAULT);
    throw new DisplayError(error.why === "signed-out" ? SIGN_IN : error.message);
  }
}

/** The newest version of each month, the earliest month first, with how many versions there are. */
function monthsOf(versions: readonly Version[]): Month[] {
  const counted = new Map<string, number>();
  for (const {
    receipt: { month },
  } of versions)
    counted.set(month, (counted.get(month) ?? 0) + 1);
  return versions
    .filter(({ isNewest }) => isNewest)
    .map(({ receipt, measures }) => ({ receipt, measures, versions: counted.get(receipt.month) ?? 1 }))
    .sort((a, b) => (a.receipt.month < b.receipt.month ? -1 : 1));
}

const batchesOf = (refs: readonly string[]): string[][] =>
  Array.from({ length: Math.max(1, Math.ceil(refs.length / MOST)) }, (_, n) => refs.slice(n * MOST, (n + 1) * MOST));

/** Asks the service for the months of a team, for what changed, and takes feedback to it. Nothing of it is kept. */
export function createHistory(ask: Ask): History {
  /** All pages of what changed, each child known by reference where it is among these. */
  async function changed(path: string, childRefs: readonly string[]): Promise<ChangesPage> {
    let whole: ChangesPage | undefined;
    for (let after = ""; ;) {
      const page = readChanges(
        (await ask({ method: "POST", path: `${path}?limit=${MOST}${after}`, body: { childRefs } })).json,
      );
      whole = whole ? { ...page, items: [...whole.items, ...page.items] } : page;
      const next = page.next === undefined ? "" : `&after=${encodeURIComponent(page.next)}`;
      // A list that goes on from where it began would never end.
      if (next === "" || next === after) return whole;
      after = next;
    }
  }

  return {
    months: (team, from, to) =>
      answered(
        (async () =>
          monthsOf(
            readVersions(
              await allPages(ask, `/snapshots?team=${encodeURIComponent(team)}&from=${from}&to=${to}`, MOST),
            ),
          ))(),
      ),

    changes: (team, month, childRefs) =>
      answered(
        (async () => {
          const path = `/snapshots/${encodeURIComponent(team)}/${month}/changes`;
          const [first = [], ...more] = batchesOf(childRefs);
          const { items, since, newlyBroken, mended, stillBroken, joined, gone } = await changed(path, first);
          const refs = new Map(items.map(({ child, childRef }) => [child, childRef]));
          for (const batch of more) {
            // Once every child is known by reference there is nothing left to ask.
            if (![...refs.values()].includes(undefined)) break;
            for (const { child, childRef } of (await changed(path, batch)).items)
              refs.set(child, childRef ?? refs.get(child));
          }
          const children = items.map(({ child, ...found }) => ({ ...found, childRef: refs.get(child) }));
          return { month, since, newlyBroken, mended, stillBroken, joined, gone, children };
        })(),
      ),

    giveFeedback: ({ team, ...feedback }) =>
      answered(
        (async () => {
          await ask({
            method: "POST",
            path: "/feedback",
            body: { ...feedback, ...(team === undefined ? {} : { team }) },
          });
        })(),
      ),
  };
}
