import { expect, test } from "vitest";
import { memoryTable } from "../../../functions/store/memory.ts";
import type { Table } from "../../../functions/store/table.ts";
import { busyRows, BUSY_REGISTER } from "./busy-rows.ts";
import { aService } from "./service.ts";

const KB = 1_024;
/** What DynamoDB counts beside key and body: the names of the attributes, the version and the expiry. */
const REST = 40;

/** Counts a write unit a begun KB of every item put, as DynamoDB does. */
function counting(table: Table) {
  const units = new Map<string, number>();
  const counted: Table = {
    ...table,
    put: async (key, body, how) => {
      const size =
        Buffer.byteLength(key.pk) +
        Buffer.byteLength(key.sk) +
        (typeof body === "string" ? Buffer.byteLength(body) : body.length) +
        REST;
      const what =
        `${key.pk.split("#")[0] ?? ""} ${/^(META|PART|FOUND|MONTH.*HEAD|MONTH)/.exec(key.sk)?.[0].replace(/MONTH.*HEAD/, "HEAD") ?? ""}`.trim();
      units.set(what, (units.get(what) ?? 0) + Math.ceil(size / KB));
      return table.put(key, body, how);
    },
  };
  return { table: counted, units, total: () => [...units.values()].reduce((sum, one) => sum + one, 0) };
}

test("a snapshot of 2,000 rows costs at most 160 write units from the first request to the receipt", async () => {
  const clock = () => new Date("2024-11-30T12:00:00Z");
  const { table, units, total } = counting(memoryTable(clock));
  const service = aService({ table }, { practitioners: BUSY_REGISTER });
  const id = String(
    (
      await service.send(
        "POST",
        "/snapshots",
        { team: "dover", month: "2024-11", rows: 2_000, parts: 1 },
        { "idempotency-key": "k1" },
      )
    ).json.uploadId,
  );
  expect((await service.put(id, busyRows(2_000))).status).toBe(204);
  const receipt = await service.send("POST", `/snapshots/uploads/${id}/commit`, undefined, { "idempotency-key": "k2" });
  expect(receipt.status).toBe(201);
  expect(total(), JSON.stringify(Object.fromEntries(units))).toBeLessThanOrEqual(160);
});

test("it costs no more where nobody is on the register, so that every name is kept as a hash", async () => {
  const { table, total } = counting(memoryTable(() => new Date("2024-11-30T12:00:00Z")));
  const service = aService({ table }, { practitioners: [] });
  expect((await service.snapshot(busyRows(2_000))).status).toBe(201);
  expect(total()).toBeLessThanOrEqual(160);
});
