import { describe, expect, test } from "vitest";
import { sweepAbandoned } from "../../../functions/snapshots/sweep.ts";
import { aRow, aService, ADMIN, EVALUATOR, rowsOf, THANET } from "./service.ts";

const OCTOBER = { month: "2024-10", asOf: "2024-10-31" };

describe("reading snapshots", () => {
  test("lists receipts with measures by month and version, in pages", async () => {
    const service = aService();
    await service.snapshot(rowsOf(1), OCTOBER);
    await service.snapshot(rowsOf(2));
    await service.snapshot(rowsOf(3));
    const all = (await service.send("GET", "/snapshots?team=dover")).json.items;
    expect(all).toMatchObject([
      { month: "2024-10", version: 1, isNewest: true, measures: { cases: { count: 1 } } },
      { month: "2024-11", version: 1, isNewest: false, measures: { cases: { count: 2 } } },
      { month: "2024-11", version: 2, isNewest: true, measures: { cases: { count: 3 }, feedback: { count: 0 } } },
    ]);
    expect((await service.send("GET", "/snapshots?team=dover&from=2024-11&to=2024-11&limit=1")).json).toMatchObject({
      items: [{ version: 1 }],
      next: "1",
    });
    expect((await service.send("GET", "/snapshots?team=dover&from=2024-11&limit=1&after=1")).json.next).toBeUndefined();
    expect((await service.send("GET", "/snapshots?team=dover&to=2024-10")).json.items).toHaveLength(1);
  });

  test("gives rows by the hash of the child, with verdict and finding keys, in pages over parts", async () => {
    const service = aService();
    const id = await service.open(5, 2);
    await service.put(id, [aRow({ childRef: "C-1" }), aRow({ childRef: "", overseer: "" }), {}], 1);
    await service.put(id, [aRow({ childRef: "C-4" }), aRow({ childRef: "C-5", lead: "" })], 2);
    await service.commit(id);
    const first = (await service.send("GET", "/snapshots/dover/2024-11?limit=2")).json as {
      items: { child: string }[];
    };
    expect(first).toMatchObject({
      items: [
        { row: 1, verdict: "clear", findings: [] },
        { row: 2, child: null, verdict: "not-eligible", findings: ["LP-08/not-named", "LP-34/no-child-ref"] },
      ],
      next: "2",
    });
    expect(first.items[0]?.child).toMatch(/^1\.[\w-]{22}$/);
    const second = await service.send("GET", "/snapshots/dover/2024-11?limit=2&after=2");
    expect(second.json).toMatchObject({ receipt: { version: 1, rows: 5 }, items: [{ row: 4 }, { row: 5 }] });
    expect(second.json).not.toHaveProperty("next");
  });

  test("is for the team's managers, and is written to the audit trail", async () => {
    const service = aService();
    await service.snapshot(rowsOf(2));
    for (const path of ["/snapshots?team=dover", "/snapshots/dover/2024-11", "/snapshots/dover/2024-11/changes"]) {
      for (const other of [THANET, EVALUATOR, ADMIN])
        expect((await service.send("GET", path, undefined, {}, other)).status).toBe(403);
      expect((await service.send("GET", path)).status).toBe(200);
    }
    const lines = (await service.deps.table.list("AUDIT")).entries.map(
      ({ body }) => JSON.parse(String(body)) as { what: string },
    );
    expect(lines.map(({ what }) => what)).toEqual([
      "POST /snapshots",
      "PUT /snapshots/uploads/:id/parts/:n",
      "POST /snapshots/uploads/:id/commit",
      "GET /snapshots/:team/:month",
      "GET /snapshots/:team/:month/changes",
    ]);
  });

  test("knows no month that was not sent, and no version that was not committed", async () => {
    const service = aService();
    await service.snapshot(rowsOf(1));
    expect((await service.send("GET", "/snapshots/dover/2024-09")).status).toBe(404);
    expect((await service.send("GET", "/snapshots/dover/2024-11?version=2")).status).toBe(404);
  });
});

describe("what has changed since the month before", () => {
  test("is newly broken, mended or still broken, child by child", async () => {
    const service = aService();
    await service.snapshot(
      [
        aRow({ childRef: "C-1", overseer: "" }),
        aRow({ childRef: "C-2", overseer: "" }),
        aRow({ childRef: "C-3", lastSupervision: "2024-10-20" }),
        aRow({ childRef: "C-9", lead: "" }),
      ],
      OCTOBER,
    );
    await service.snapshot([
      aRow({ childRef: "c-1 ", overseer: "" }),
      aRow({ childRef: "C-2" }),
      aRow({ childRef: "C-3", overseer: "" }),
      aRow({ childRef: "C-4", lead: "" }),
      aRow({ childRef: "C-5" }),
    ]);
    const { json } = await service.send("GET", "/snapshots/dover/2024-11/changes");
    expect(json).toMatchObject({ month: "2024-11", since: { month: "2024-10", version: 1 }, joined: 2, gone: 1 });
    const overseen = (json.items as { newlyBroken: string[]; mended: string[]; stillBroken: string[] }[]).map(
      ({ newlyBroken, mended, stillBroken }) =>
        [newlyBroken, mended, stillBroken].map((keys) => keys.filter((key) => /^LP-0[18]/.test(key))),
    );
    expect(overseen).toEqual([
      [[], [], ["LP-08/not-named"]],
      [[], ["LP-08/not-named"], []],
      [["LP-08/not-named"], [], []],
      [["LP-01/not-named"], [], []],
    ]);
  });

  test("is nothing where no snapshot of the month before was sent", async () => {
    const service = aService();
    await service.snapshot(rowsOf(2, { overseer: "" }));
    expect((await service.send("GET", "/snapshots/dover/2024-11/changes")).json).toMatchObject({
      since: null,
      newlyBroken: 0,
      items: [],
    });
  });

  test("is nothing where the hashes of the two months were made with different keys", async () => {
    const byVersion = new Map([
      [1, new Uint8Array(32).fill(1)],
      [2, new Uint8Array(32).fill(2)],
    ]);
    let newest = 1;
    const service = aService({ hashKeys: () => Promise.resolve({ newest, byVersion }) });
    await service.snapshot(rowsOf(2), OCTOBER);
    newest = 2;
    await service.snapshot(rowsOf(2, { overseer: "" }));
    expect((await service.send("GET", "/snapshots/dover/2024-11/changes")).json.since).toBeNull();
    const [, november] = (await service.send("GET", "/snapshots?team=dover")).json.items as {
      measures: Record<string, unknown>;
    }[];
    expect(november?.measures).not.toHaveProperty("step-ups");
  });
});

describe("what has changed, asked with the references of children", () => {
  const PATH = "/snapshots/dover/2024-11/changes";
  const twoMonths = async () => {
    const service = aService();
    await service.snapshot(rowsOf(3), OCTOBER);
    await service.snapshot(rowsOf(3, { overseer: "" }));
    return service;
  };
  type Item = { child: string; ref?: string };

  test("is what is answered without them, and the reference of each child among them as it was sent", async () => {
    const service = await twoMonths();
    const { items, ...plain } = (await service.send("GET", PATH)).json;
    const named = (await service.send("POST", PATH, { childRefs: [" c-3", "C-1", "C-77"] })).json;
    expect(named).toMatchObject(plain);
    expect((named.items as Item[]).map(({ ref }) => ref)).toEqual(["C-1", undefined, " c-3"]);
    expect((named.items as Item[]).map((item) => ({ ...item, ref: undefined }))).toEqual(items);
  });

  test("pages as without them, and needs none", async () => {
    const service = await twoMonths();
    expect((await service.send("POST", `${PATH}?limit=2`, { childRefs: ["C-1"] })).json).toMatchObject({
      items: [{ ref: "C-1" }, {}],
      next: "2",
    });
    expect((await service.send("POST", `${PATH}?limit=2&after=2`, { childRefs: [] })).json.items).toHaveLength(1);
  });

  test("is for the team's managers, by reference alone, and leaves a line in the audit trail without one", async () => {
    const service = await twoMonths();
    for (const other of [THANET, EVALUATOR, ADMIN])
      expect((await service.send("POST", PATH, { childRefs: ["C-1"] }, {}, other)).status).toBe(403);
    const named = await service.send("POST", PATH, { childRefs: ["C-1", "Ann Example"] });
    expect(named).toMatchObject({ status: 422, json: { paths: ["childRefs[1]"] } });
    expect(named.text).not.toContain("Ann");
    expect(
      (await service.send("POST", PATH, { childRefs: rowsOf(2_001).map(({ childRef }) => childRef) })).status,
    ).toBe(422);
    await service.send("POST", PATH, { childRefs: ["C-1"] });
    const lines = (await service.deps.table.list("AUDIT")).entries
      .map(({ body }) => String(body))
      .filter((line) => line.includes("changes"));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      what: "POST /snapshots/:team/:month/changes",
      team: "dover",
      month: "2024-11",
      count: 3,
    });
    expect(lines[0]).not.toContain("C-1");
  });
});

test("what an abandoned upload leaves behind is swept away, and nothing else", async () => {
  const service = aService();
  await service.snapshot(rowsOf(1));
  await service.put(await service.open(2, 2), rowsOf(1));
  expect(await sweepAbandoned(service.deps)).toBe(0);
  service.world.now = "2024-12-08T00:00:00Z";
  expect(await sweepAbandoned(service.deps)).toBe(1);
  expect((await service.send("GET", "/snapshots/dover/2024-11")).json.items).toHaveLength(1);
});
