import { Hono } from "hono";
import { audit } from "../http/audit.ts";
import { accept, type Env } from "../http/accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { Refusal } from "../http/problem.ts";
import { everyEntry, jsonOf } from "../store/entries.ts";
import { entryOf, lineOf } from "../store/export-line.ts";
import { keys } from "../store/keys.ts";
import { Unstorable } from "../store/limits.ts";
import type { Entry, Table } from "../store/table.ts";

/** A page stays well under what Lambda may answer with. */
const PAGE_BYTES = 3 * 2 ** 20;

/** Partitions that hold nothing worth keeping, or what every table comes to hold by itself. */
const PASSING = /^(ONCE#|COUNT#|HEALTH$|IMPORT$|UPLOADS$|INDEXED$)/;
const OWN = /^(ONCE#|COUNT#|HEALTH$|AUDIT$|MEMBERS$|IMPORT$|INDEXED$)/;

async function pageFrom(table: Table, after: string | undefined): Promise<{ lines: string[]; next?: string }> {
  const lines: string[] = [];
  let bytes = 0;
  let from = after;
  for (;;) {
    const page = await table.scan(from, 50);
    for (const entry of page.entries) {
      if (PASSING.test(entry.pk)) continue;
      const line = lineOf(entry);
      bytes += line.length + 1;
      lines.push(line);
    }
    if (page.next === undefined) return { lines };
    if (bytes > PAGE_BYTES) return { lines, next: page.next };
    from = page.next;
  }
}

/** How long an import may go on: one that is left open ends by itself. */
const OPEN_SECONDS = 24 * 3_600;

/** When the import that is under way began, a new one where the table is empty; undefined where something stands in its way. */
async function importBegan({ table, now }: Dependencies): Promise<string | undefined> {
  const open = await table.get(keys.importing);
  if (open) return (jsonOf(open) as { at: string }).at;
  for await (const { pk } of everyEntry(table)) if (!OWN.test(pk)) return undefined;
  return now().toISOString();
}

function parsed(body: string): unknown[] {
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, index): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      throw new Refusal(422, "A line is not JSON. Send the lines of an export, unchanged.", [`line ${index + 1}`]);
    }
  });
}

const notOfAnExport = (index: number): Refusal =>
  new Refusal(422, "A line is none of an export. Send the lines of an export, unchanged.", [`line ${index + 1}`]);

/**
 * Everything as JSON lines, and back into an empty table. An export comes in pages: the last line of each says
 * where the next begins (`{"next": …}`) or that it was the last (`{"end": true}`). Pages are imported one after
 * the other, in any order; a page sent twice changes nothing.
 */
export const transferRoutes = (deps: Dependencies) =>
  new Hono<Env>()
    .get("/export", accept("GET /export"), async (c) => {
      const { lines, next } = await pageFrom(deps.table, c.req.valid("query").after);
      await audit(deps, c.var.caller, "GET /export", { count: lines.length });
      const last = JSON.stringify(next === undefined ? { end: true } : { next });
      return c.body([...lines, last, ""].join("\n"), 200, { "content-type": "application/x-ndjson" });
    })
    .post("/import", accept("POST /import"), async (c) => {
      const { table } = deps;
      const began = await importBegan(deps);
      if (began === undefined)
        throw new Refusal(409, "The table is not empty. An import needs an empty one, so that nothing is overwritten.");
      let isEnd = false;
      const entries: { readonly entry: Entry; readonly index: number }[] = [];
      for (const [index, line] of parsed(await c.req.text()).entries()) {
        const { end, next } = (line ?? {}) as { end?: unknown; next?: unknown };
        if (end === true || typeof next === "string") {
          isEnd ||= end === true;
          continue;
        }
        const entry = entryOf(line, began);
        if (!entry) throw notOfAnExport(index);
        entries.push({ entry, index });
      }
      // Only now: what is refused opens no import.
      await table.put(keys.importing, JSON.stringify({ at: began }), {
        expect: "absent",
        expiresAt: Math.floor(Date.parse(began) / 1000) + OPEN_SECONDS,
      });
      // What comes in is indexed by the first erasure after it.
      await table.remove(keys.indexComplete);
      let put = 0;
      let held = 0;
      for (const { entry, index } of entries) {
        const isPut = await table.restore(entry).catch((error: unknown) => {
          throw error instanceof Unstorable ? notOfAnExport(index) : error;
        });
        if (isPut) put += 1;
        else held += 1;
      }
      if (isEnd) await deps.table.remove(keys.importing);
      await audit(deps, c.var.caller, "POST /import", { count: put });
      return c.json({ put, held, isEnd });
    });
