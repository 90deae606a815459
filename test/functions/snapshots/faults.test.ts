import { expect, test } from "vitest";
import { headOf, receiptFor } from "../../../functions/snapshots/receipts.ts";
import { leadLists } from "../../../functions/snapshots/lead-lists.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import type { Table } from "../../../functions/store/table.ts";
import { aService, rowsOf, type Service } from "./service.ts";

class Fault extends Error {}

/** A table that fails once, at the nth of its operations: before it is done, or after, when only its answer is lost. */
function failing(table: Table) {
  const state = { at: Infinity, isLost: false, operations: 0 };
  const during = async <Result>(operation: () => Promise<Result>): Promise<Result> => {
    state.operations += 1;
    const isTurn = state.operations === state.at;
    if (isTurn && !state.isLost) throw new Fault();
    const result = await operation();
    if (isTurn) throw new Fault();
    return result;
  };
  const faulty: Table = {
    get: (...args) => during(() => table.get(...args)),
    put: (...args) => during(() => table.put(...args)),
    remove: (...args) => during(() => table.remove(...args)),
    list: (...args) => during(() => table.list(...args)),
    count: (...args) => during(() => table.count(...args)),
    restore: (...args) => during(() => table.restore(...args)),
    scan: (...args) => during(() => table.scan(...args)),
  };
  return { table: faulty, state };
}

async function sent(service: Service): Promise<string> {
  await service.snapshot(rowsOf(2, { lead: "A2", overseer: "" }), { month: "2024-10", asOf: "2024-10-31" });
  await service.snapshot(rowsOf(3, { lead: "" }));
  const id = await service.open(4, 2);
  await service.put(id, rowsOf(1, { lead: "W1" }), 1);
  await service.put(id, rowsOf(2), 1);
  await service.put(id, rowsOf(2, { family: "F-2" }), 2);
  return id;
}

const aFaultyService = () => {
  const { table, state } = failing(memoryTable(() => new Date("2024-11-30T12:00:00Z")));
  return { service: aService({ table }), state };
};

async function operationsOfACommit(): Promise<number> {
  const { service, state } = aFaultyService();
  const id = await sent(service);
  state.operations = 0;
  await service.commit(id);
  return state.operations;
}

async function verify(service: Service, version: number): Promise<void> {
  const head = await headOf(service.deps, "dover", "2024-11");
  expect(head?.newest).toBe(version);
  expect(head?.versions.map((one) => one.version)).toEqual([1, version]);
  const { items } = (await service.send("GET", "/snapshots/dover/2024-11")).json as { items: unknown[] };
  expect(items).toHaveLength(4);
  const receipts = (await service.send("GET", "/snapshots?team=dover&from=2024-11")).json.items as {
    isNewest: boolean;
  }[];
  expect(receipts.map(({ isNewest }) => isNewest)).toEqual([false, true]);
  const [list] = await leadLists(service.deps, service.sources);
  expect(list).toMatchObject({ month: "2024-11", version });
  expect([...(list?.children.values() ?? [])].map(({ lead }) => lead)).toEqual(["A1", "A1"]);
}

for (const isLost of [false, true]) {
  test(`a commit that fails at any operation ${isLost ? "after it was done" : "before it is done"} shows the old month or the new one whole, and is finished by the next`, async () => {
    const count = await operationsOfACommit();
    expect(count).toBeGreaterThan(15);
    for (let at = 1; at <= count; at += 1) {
      const { service, state } = aFaultyService();
      const id = await sent(service);
      Object.assign(state, { operations: 0, at, isLost });
      const broken = await service.commit(id);
      expect(broken.status, `at operation ${at}`).toBe(500);
      Object.assign(state, { at: Infinity });
      const shown = await receiptFor(service.deps, "dover", "2024-11");
      expect([
        [1, 3],
        [2, 4],
      ]).toContainEqual([shown?.version, shown?.rows]);
      const { items } = (await service.send("GET", "/snapshots/dover/2024-11")).json as { items: unknown[] };
      expect(items).toHaveLength(shown?.rows ?? 0);
      const [list] = await leadLists(service.deps, service.sources);
      expect(list?.version).toBe(shown?.version);
      const receipt = await service.commit(id);
      expect(receipt.status).toBe(201);
      await verify(service, Number(receipt.json.version));
    }
  });
}

test("a part that fails at any operation is held after the next attempt, and its upload can be committed", async () => {
  for (const isLost of [false, true]) {
    for (let at = 1; at <= 8; at += 1) {
      const { service, state } = aFaultyService();
      const id = await service.open(2);
      Object.assign(state, { operations: 0, at, isLost });
      await service.put(id, rowsOf(2));
      Object.assign(state, { at: Infinity });
      expect((await service.put(id, rowsOf(2))).status).toBe(204);
      expect((await service.commit(id)).json).toMatchObject({ rows: 2, verdicts: { clear: 2 } });
      const { entries } = await service.deps.table.list(`UPLOAD#${id}`, { prefix: "PART#" });
      expect(entries).toHaveLength(1);
    }
  }
});
