import { describe, expect, test } from "vitest";
import { LIMITS } from "../../functions/dependencies.ts";
import { hashesOf } from "../../functions/hashing/hashing.ts";
import { readChunk } from "../../functions/snapshots/chunk.ts";
import { erase as eraseOne } from "../../functions/snapshots/erase.ts";
import { writeLeads, type ChildLead } from "../../functions/snapshots/lead-list.ts";
import { newestOf } from "../../functions/snapshots/receipts.ts";
import { keys } from "../../functions/store/keys.ts";
import { memoryTable } from "../../functions/store/memory.ts";
import type { Entry, Table } from "../../functions/store/table.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { aRow, aService, ADMIN, rowsOf, type Row, type Service } from "./snapshots/service.ts";
import { everything } from "./support/everything.ts";

const erase = (service: Service, childRef: string, next?: unknown) =>
  service.send("POST", "/erasures", { childRef, ...(next === undefined ? {} : { after: next }) }, {}, ADMIN);
const MONTHS = ["2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11"];

async function holdsChild({ deps }: Service, childRef: string): Promise<boolean> {
  const hashes = hashesOf(childRef, await deps.hashKeys());
  return (await everything(deps.table)).some(({ body }) =>
    hashes.some((hash) =>
      (typeof body === "string" ? body : JSON.stringify([...readChunk(body).columns])).includes(hash),
    ),
  );
}

/** Counts requests and read units (one for 4 KB begun, as a strongly consistent read costs) and writes. */
function counting(inner: Table) {
  const counts = { requests: 0, units: 0, writes: 0 };
  const size = ({ pk, sk, body }: Entry): number => pk.length + sk.length + body.length + 40;
  const reading = (entries: readonly Entry[]): void => {
    counts.requests += 1;
    counts.units += Math.max(1, Math.ceil(entries.reduce((sum, entry) => sum + size(entry), 0) / 4096));
  };
  const table: Table = {
    ...inner,
    get: async (key) => {
      const entry = await inner.get(key);
      reading(entry ? [entry] : []);
      return entry;
    },
    list: async (...args) => {
      const page = await inner.list(...args);
      reading(page.entries);
      return page;
    },
    scan: async (...args) => {
      const page = await inner.scan(...args);
      reading(page.entries);
      return page;
    },
    put: (...args) => {
      counts.requests += 1;
      counts.writes += 1;
      return inner.put(...args);
    },
  };
  const during = async (work: () => Promise<unknown>) => {
    Object.assign(counts, { requests: 0, units: 0, writes: 0 });
    await work();
    return { ...counts };
  };
  return { table, during };
}

async function sixMonths(rows: number, table?: Table): Promise<Service> {
  const service = aService(table ? { table } : {});
  for (const month of MONTHS) expect((await service.snapshot(rowsOf(rows), { month })).status).toBe(201);
  return service;
}

describe("an erasure", () => {
  test("costs the tenth time what it cost the second, and writes only what holds the child", async () => {
    const { table, during } = counting(memoryTable(() => new Date("2024-11-30T12:00:00Z")));
    const service = await sixMonths(250, table);
    const costs: { requests: number; units: number; writes: number }[] = [];
    for (let n = 1; n <= 10; n += 1) costs.push(await during(() => erase(service, `C-${n}`)));
    expect(costs[9]?.requests).toBeLessThanOrEqual(costs[1]?.requests ?? 0);
    expect(costs[9]?.writes).toBe(costs[1]?.writes);
    // Stated in docs/costs.md: for each month of a team that does not hold the child, one request and 3 units at 250 rows.
    const none = await during(() => erase(service, "C-9999"));
    expect(none.requests).toBeLessThanOrEqual(MONTHS.length + 6);
    expect(none.units).toBeLessThanOrEqual(3 * MONTHS.length + 8);
    expect(none.writes).toBe(1);
  }, 60_000);

  test("goes on in steps, and the child is erased when the last has said so", async () => {
    const service = await sixMonths(3);
    const by4 = { ...service.deps, limits: { ...LIMITS, itemsAStep: 4 } };
    await erase(service, "C-99");
    const first = await eraseOne(by4, "C-1");
    expect(first).toMatchObject({ rows: 4, uploads: 4, next: expect.any(String) as string });
    expect(Buffer.from(String(first.next), "base64url").toString()).not.toContain("C-1");
    expect(await holdsChild(service, "C-1")).toBe(true);
    expect(await eraseOne(by4, "C-1", { after: first.next, isPreview: true })).toEqual({ rows: 2, uploads: 2 });
    expect(await eraseOne(by4, "C-1", { after: first.next })).toEqual({ rows: 2, uploads: 2 });
    expect(await holdsChild(service, "C-1")).toBe(false);
    // The same step again finds nothing more.
    expect(await eraseOne(by4, "C-1", { after: first.next })).toEqual({ rows: 0, uploads: 0 });
  });

  test("answers 202 while there is more, and refuses a place that is none", async () => {
    const service = await sixMonths(1);
    // Looked through once for a table: everything that was sent before there was an index.
    for (let n = 0; n < 1_500; n += 1) await service.deps.table.put(keys.audit(`2024-11-${n}`, "x"), "{}");
    await service.deps.table.remove(keys.indexComplete);
    for (const { pk, sk } of await everything(service.deps.table))
      if (pk === "UPLOADS") await service.deps.table.remove({ pk, sk });
    let answer = await erase(service, "C-1");
    let steps = 1;
    for (; answer.status === 202; steps += 1) answer = await erase(service, "C-1", answer.json["next"]);
    expect(steps).toBeGreaterThan(1);
    expect(answer).toMatchObject({ status: 200, json: { rows: 6, uploads: 6 } });
    expect(await holdsChild(service, "C-1")).toBe(false);
    expect((await erase(service, "C-1", "nonsense")).status).toBe(422);
  });

  test("finds a child whose reference no pattern of today allows", async () => {
    const service = await sixMonths(2);
    service.world.policy = { ...kentTrial2024, childRefPattern: "^\\d{7}$" };
    expect((await erase(service, "C-1")).json).toEqual({ rows: 6, uploads: 6 });
  });

  test("takes the child out of what a longer list of leads left behind", async () => {
    const service = await sixMonths(2);
    const newest = await newestOf(service.deps, "dover");
    if (!newest) throw new Error("There is no snapshot.");
    const [gone] = hashesOf("C-77", await service.deps.hashKeys());
    const children = new Map<string, ChildLead>([
      [String(gone), { lead: "A1", since: undefined, isRestricted: false }],
    ]);
    const [item] = writeLeads({ ...newest, version: 1 }, children);
    if (!item) throw new Error("There is no list.");
    await service.deps.table.put({ pk: "LEADS", sk: "dover#\u00011" }, item);
    expect(await holdsChild(service, "C-77")).toBe(true);
    await erase(service, "C-77");
    expect(await holdsChild(service, "C-77")).toBe(false);
    const asked: Row = { childRefs: ["C-1"] };
    expect((await service.send("POST", "/leads", asked)).json["leads"]).toMatchObject([{ team: "Dover" }]);
  });

  test("leaves no further items where a list is written that is shorter than the one before", async () => {
    const service = await sixMonths(1);
    await service.deps.table.put({ pk: "LEADS", sk: "dover#\u00011" }, new Uint8Array([0]));
    await service.snapshot([aRow({ childRef: "C-1" })]);
    expect((await service.deps.table.list("LEADS")).entries.map(({ sk }) => sk)).toEqual(["dover"]);
  });
});
