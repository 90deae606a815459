/** Sends one request below /api/v1 as an Admin: the text of the answer. Throws a sentence where the service refuses. */
export type AskAdmin = (method: "GET" | "POST", path: string, lines?: string) => Promise<string>;

interface LastLine {
  readonly next?: string;
  readonly end?: boolean;
}

const linesOf = (page: string): string[] => page.split("\n").filter((line) => line !== "");

/** Where the page says that the next one begins; undefined after the last. */
function nextAfter(page: string): string | undefined {
  let last: LastLine = {};
  try {
    last = JSON.parse(linesOf(page).at(-1) ?? "{}") as LastLine;
  } catch {
    // What broke off in the middle of a line has no end either.
  }
  if (last.end !== true && typeof last.next !== "string")
    throw new Error("A page of the export broke off before its last line. Begin the export again.");
  return last.next;
}

/** Every page of an export, as the service gives it. */
export async function* exported(ask: AskAdmin): AsyncGenerator<string> {
  for (let after: string | undefined = ""; after !== undefined;) {
    const page: string = await ask("GET", after === "" ? "/export" : `/export?after=${encodeURIComponent(after)}`);
    after = nextAfter(page);
    yield page;
  }
}

export interface Imported {
  /** Items that were put back. */
  readonly put: number;
  /** Items that were there already, from an import that broke off. */
  readonly held: number;
}

/** Sends the pages of an export back. Broken off, it can be done again from the first page. */
export async function importAll(ask: AskAdmin, pages: readonly string[]): Promise<Imported> {
  const ends = pages.map(nextAfter).filter((next) => next === undefined);
  if (ends.length !== 1)
    throw new Error("These pages are not one whole export: exactly one of them must say that it is the last.");
  let put = 0;
  let held = 0;
  for (const page of pages) {
    const answer = JSON.parse(await ask("POST", "/import", page)) as Imported;
    put += answer.put;
    held += answer.held;
  }
  return { put, held };
}

interface Item {
  readonly pk: string;
  readonly sk: string;
}

/** The kind of an item, such as `TEAM MONTH V`: its key without whose, which month and which number it is. */
export function kindOf({ pk, sk }: Item): string {
  const [partition = ""] = pk.split("#");
  const place = /^(?:META|PART|FOUND)/.exec(sk)?.[0] ?? /^MONTH#[^#]*#(HEAD|V)/.exec(sk)?.[1];
  return place === undefined ? partition : `${partition} ${place}`;
}

const AUDIT = "AUDIT";

function itemsIn(pages: readonly string[]): Map<string, { readonly kind: string; readonly line: string }> {
  return new Map(
    pages.flatMap(linesOf).flatMap((line) => {
      const item = JSON.parse(line) as Partial<Item>;
      const { pk, sk } = item;
      return pk === undefined || sk === undefined
        ? []
        : [[JSON.stringify([pk, sk]), { kind: kindOf({ pk, sk }), line }] as const];
    }),
  );
}

/** How many items of which kind differ between two exports, or are in one alone; no item's content. */
export function differences(before: readonly string[], after: readonly string[]): ReadonlyMap<string, number> {
  const [then, now] = [itemsIn(before), itemsIn(after)];
  const found = new Map<string, number>();
  for (const key of new Set([...then.keys(), ...now.keys()])) {
    const [one, other] = [then.get(key), now.get(key)];
    const kind = one?.kind ?? other?.kind ?? "";
    // The trail goes on: export and import are written down in it themselves.
    const isOfLater = kind === AUDIT && one === undefined;
    if (one?.line !== other?.line && !isOfLater) found.set(kind, (found.get(kind) ?? 0) + 1);
  }
  return found;
}

export const countOf = (pages: readonly string[]): number => itemsIn(pages).size;
