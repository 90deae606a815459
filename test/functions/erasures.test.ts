import { describe, expect, test } from "vitest";
import { LIMITS } from "../../functions/dependencies.ts";
import { hashesOf } from "../../functions/hashing/hashing.ts";
import { readChunk } from "../../functions/snapshots/chunk.ts";
import { memoryTable } from "../../functions/store/memory.ts";
import type { Entry, Table } from "../../functions/store/table.ts";
import { aRow, aService, ADMIN, rowsOf, THANET, type Service } from "./snapshots/service.ts";
import { everything } from "./support/everything.ts";

const OCTOBER = { month: "2024-10", asOf: "2024-10-31" };
const eraseChild = (service: Service, childRef = "C-1") => service.send("POST", "/erasures", { childRef }, {}, ADMIN);

/** All that any item says, unpacked. */
const unpacked = ({ body }: Entry): string => {
  if (typeof body === "string") return body;
  const { columns, ...chunk } = readChunk(body);
  return JSON.stringify({ ...chunk, columns: [...columns] });
};

async function holdsChild(service: Service, childRef = "C-1"): Promise<boolean> {
  const hashes = hashesOf(childRef, await service.deps.hashKeys());
  return (await everything(service.deps.table)).some((entry) => hashes.some((hash) => unpacked(entry).includes(hash)));
}

async function sentEverywhere(service: Service): Promise<string> {
  await service.snapshot(rowsOf(2), OCTOBER);
  await service.snapshot(rowsOf(3, { overseer: "" }));
  await service.snapshot([...rowsOf(3), aRow({ childRef: "c-1", lead: "W1" })]);
  await service.snapshot([aRow({ childRef: "C-1", team: "Thanet" })], { team: "thanet" }, THANET);
  const open = await service.open(2);
  await service.put(open, rowsOf(2));
  return open;
}

describe("erasing a child", () => {
  test("takes its rows out of every version of every team's snapshots, and out of uploads under way", async () => {
    const service = aService();
    await sentEverywhere(service);
    expect(await holdsChild(service)).toBe(true);
    expect(await eraseChild(service, " c-1")).toMatchObject({ status: 200, json: { rows: 6, uploads: 5 } });
    expect(await holdsChild(service)).toBe(false);
    expect(await holdsChild(service, "C-2")).toBe(true);
  });

  test("is counted before anything goes, and that is written down as a preview", async () => {
    const service = aService();
    await sentEverywhere(service);
    const before = await everything(service.deps.table);
    const preview = await service.send("POST", "/erasures", { childRef: "C-1", isPreview: true }, {}, ADMIN);
    expect(preview).toMatchObject({ status: 200, json: { rows: 6, uploads: 5 } });
    const isKept = ({ pk }: Entry): boolean => pk !== "AUDIT" && pk !== "INDEXED";
    expect((await everything(service.deps.table)).filter(isKept)).toEqual(before.filter(isKept));
    expect((await everything(service.deps.table)).filter(({ pk }) => pk === "AUDIT").at(-1)?.body).toContain(
      '"about":"preview"',
    );
  });

  test("goes on in steps where there is much to go through, and is over with the step that says so", async () => {
    const service = aService({ limits: { ...LIMITS, itemsAStep: 1 } });
    await sentEverywhere(service);
    // The table in memory gives pages of so many items; a step ends with the page in which it has seen enough.
    const { table } = service.deps;
    const scan = table.scan.bind(table);
    table.scan = (after, limit = 4) => scan(after, limit);
    let [steps, rows] = [0, 0];
    let after: unknown;
    do {
      const { status, json } = await service.send("POST", "/erasures", { childRef: "C-1", after }, {}, ADMIN);
      expect(status).toBe(json["next"] === undefined ? 200 : 202);
      after = json["next"];
      rows += Number(json["rows"]);
      steps += 1;
    } while (after !== undefined);
    expect(steps).toBeGreaterThan(3);
    expect(rows).toBe(6);
    expect(await holdsChild(service)).toBe(false);
    expect(await holdsChild(service, "C-2")).toBe(true);
  });

  test("leaves the other rows as they were, each with its own findings", async () => {
    const service = aService();
    await sentEverywhere(service);
    const rows = async () =>
      (await service.send("GET", "/snapshots/dover/2024-11?version=1")).json.items as { row: number }[];
    const before = await rows();
    await eraseChild(service, "C-2");
    expect(await rows()).toEqual(before.filter(({ row }) => row !== 2));
  });

  test("leaves receipts their hash, and they say how many rows are erased", async () => {
    const service = aService();
    await sentEverywhere(service);
    const receipts = async () =>
      (await service.send("GET", "/snapshots?team=dover")).json.items as Record<string, unknown>[];
    const before = await receipts();
    await eraseChild(service);
    const after = await receipts();
    expect(after.map(({ contentHash }) => contentHash)).toEqual(before.map(({ contentHash }) => contentHash));
    expect(after.map(({ erased, rows }) => [erased, rows])).toEqual([
      [1, 2],
      [1, 3],
      [2, 4],
    ]);
  });

  test("leaves a tombstone for each upload: when and how many, never whose", async () => {
    const service = aService();
    await sentEverywhere(service);
    await eraseChild(service);
    const stones = (await service.deps.table.list("ERASED")).entries.map(
      ({ body }) => JSON.parse(String(body)) as Record<string, unknown>,
    );
    expect(stones.map(({ rows, at }) => [rows, at])).toEqual([
      [1, "2024-11-30T12:00:00.000Z"],
      [1, "2024-11-30T12:00:00.000Z"],
      [2, "2024-11-30T12:00:00.000Z"],
      [1, "2024-11-30T12:00:00.000Z"],
      [1, "2024-11-30T12:00:00.000Z"],
    ]);
    expect(stones.flatMap((stone) => Object.keys(stone))).not.toContain("childRef");
  });

  test("is forgotten by look-ups, and by the commit of an upload under way", async () => {
    const service = aService();
    const open = await sentEverywhere(service);
    await eraseChild(service);
    const leads = async () => (await service.send("POST", "/leads", { childRefs: ["C-1", "C-2"] })).json.leads;
    expect(await leads()).toMatchObject([null, { lead: "Sam Assistant" }]);
    expect((await service.commit(open)).json).toMatchObject({ version: 3, rows: 2, erased: 1, verdicts: { clear: 1 } });
    expect(await leads()).toMatchObject([null, { lead: "Sam Assistant" }]);
    expect(await holdsChild(service)).toBe(false);
  });

  test("finds rows whose hash was made with an older key", async () => {
    const byVersion = new Map([
      [1, new Uint8Array(32).fill(1)],
      [2, new Uint8Array(32).fill(2)],
    ]);
    let newest = 1;
    const service = aService({ hashKeys: () => Promise.resolve({ newest, byVersion }) });
    await service.snapshot(rowsOf(2), OCTOBER);
    newest = 2;
    await service.snapshot(rowsOf(2));
    expect((await eraseChild(service)).json).toEqual({ rows: 2, uploads: 2 });
    expect(await holdsChild(service)).toBe(false);
  });

  test("again finds nothing more, and is the Admin's alone", async () => {
    const service = aService();
    await sentEverywhere(service);
    await eraseChild(service);
    const before = await everything(service.deps.table);
    expect((await eraseChild(service)).json).toEqual({ rows: 0, uploads: 0 });
    const isCase = ({ pk }: Entry): boolean => /^(UPLOAD|TEAM|LEADS|ERASED)/.test(pk);
    const settled = (entries: Entry[]) => entries.filter(isCase).filter(({ sk }) => sk !== "META");
    expect(settled(await everything(service.deps.table))).toEqual(settled(before));
    expect((await service.send("POST", "/erasures", { childRef: "C-1" })).status).toBe(403);
  });

  test("is in the audit trail without the reference", async () => {
    const service = aService();
    await eraseChild(service, "SECRET-1");
    const entries = await everything(service.deps.table);
    expect(entries.map(({ body }) => String(body)).join()).toContain("POST /erasures");
    expect(entries.map(({ pk, sk, body }) => pk + sk + String(body)).join()).not.toContain("SECRET");
  });

  test("that broke off at any write is put right by the next one", async () => {
    for (let at = 1; at <= 40; at += 1) {
      const inner = memoryTable(() => new Date("2024-11-30T12:00:00Z"));
      const state = { writes: 0, at: Infinity };
      const table: Table = {
        ...inner,
        put: (...args) => {
          state.writes += 1;
          return state.writes === state.at ? Promise.reject(new Error("broken off")) : inner.put(...args);
        },
      };
      const service = aService({ table });
      await sentEverywhere(service);
      Object.assign(state, { writes: 0, at });
      const first = await eraseChild(service);
      state.at = Infinity;
      if (first.status === 200) break;
      expect((await eraseChild(service)).status).toBe(200);
      expect(await holdsChild(service), `write ${at}`).toBe(false);
      const receipts = (await service.send("GET", "/snapshots?team=dover")).json.items as { erased?: number }[];
      expect(
        receipts.map(({ erased }) => erased),
        `write ${at}`,
      ).toEqual([1, 1, 2]);
    }
  });

  test("while its upload is being committed is heeded by the commit", async () => {
    const inner = memoryTable(() => new Date("2024-11-30T12:00:00Z"));
    const state = { writes: 0, at: Infinity, meanwhile: () => Promise.resolve() };
    const table: Table = {
      ...inner,
      put: async (...args) => {
        state.writes += 1;
        if (state.writes === state.at) await state.meanwhile();
        return inner.put(...args);
      },
    };
    for (let at = 1; at <= 7; at += 1) {
      Object.assign(state, { writes: 0, at: Infinity });
      const service = aService({ table, newId: () => `id-${at}-${String(Math.random())}` });
      const child = `K-${at}`;
      const id = await service.open(2);
      await service.put(id, [aRow({ childRef: child }), aRow({ childRef: "C-2" })]);
      state.meanwhile = async () => {
        state.at = Infinity;
        expect((await eraseChild(service, child)).status).toBe(200);
      };
      Object.assign(state, { writes: 0, at });
      expect((await service.commit(id)).status).toBe(201);
      expect(state.at, `write ${at} took place`).toBe(Infinity);
      expect(await holdsChild(service, child), `before write ${at}`).toBe(false);
      const items = (await service.send("GET", "/snapshots/dover/2024-11")).json.items as unknown[];
      expect(items).toHaveLength(1);
    }
  });
});
