import { afterAll, expect, test } from "vitest";
import { startEngine } from "../../../functions/local/dynalite.ts";
import { createTable } from "../../../functions/store/create-table.ts";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import { busyRows, BUSY_REGISTER } from "./busy-rows.ts";
import { ADMIN, aService, who } from "./service.ts";

const NOW = new Date("2024-11-30T12:00:00Z");
const WRITES = new Set(["PutItem", "UpdateItem", "DeleteItem"]);

const engine = await startEngine();
afterAll(() => engine.close());

async function aServiceOnTheEngine(tableName: string) {
  await createTable(engine.client, tableName);
  const spent = { writes: 0 };
  const onUnits = (operation: string, units: number): void => {
    if (WRITES.has(operation)) spent.writes += units;
  };
  const table = dynamoTable({ client: engine.client, tableName, now: () => NOW, log: () => undefined, onUnits });
  return { service: aService({ table }, { practitioners: BUSY_REGISTER }), spent };
}

test("2,000 rows cost at most 160 write units by the engine's own count, and are read back, looked up and erased", async () => {
  const { service, spent } = await aServiceOnTheEngine("one");
  expect((await service.snapshot(busyRows(2_000))).status).toBe(201);
  expect(spent.writes).toBeGreaterThan(100);
  expect(spent.writes).toBeLessThanOrEqual(160);
  expect((await service.send("GET", "/snapshots/dover/2024-11?limit=2000")).json.items).toHaveLength(2_000);
  expect((await service.send("POST", "/leads", { childRefs: ["L1000000"] })).json.leads).toMatchObject([
    { team: "Dover" },
  ]);
  expect((await service.send("POST", "/erasures", { childRef: "L1000000" }, {}, ADMIN)).json).toEqual({
    rows: 1,
    uploads: 1,
  });
  expect((await service.send("GET", "/snapshots/dover/2024-11?limit=2000")).json.items).toHaveLength(1_999);
  expect((await service.send("POST", "/leads", { childRefs: ["L1000000"] })).json.leads).toEqual([null]);
});

test("two managers at once both get a receipt", async () => {
  const { service } = await aServiceOnTheEngine("two");
  const other = who({ oid: "oid-second" });
  const ids = [await service.open(20), await service.open(20, 1, {}, other)];
  for (const id of ids) await service.put(id, busyRows(20));
  const receipts = await Promise.all(ids.map((id) => service.commit(id)));
  expect(receipts.map(({ json }) => json.version).sort()).toEqual([1, 2]);
});
