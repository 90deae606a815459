import { expect, test } from "vitest";
import { busyRows, BUSY_REGISTER } from "./busy-rows.ts";
import { aService } from "./service.ts";

const ROWS = 50_000;
const PARTS = 25;

test("50,000 rows are sent in 25 parts, committed, and read back in pages", async () => {
  const service = aService({}, { practitioners: BUSY_REGISTER });
  const id = await service.open(ROWS, PARTS);
  for (let n = 1; n <= PARTS; n += 1) {
    const answer = await service.put(id, busyRows(ROWS / PARTS, ((n - 1) * ROWS) / PARTS), n);
    expect(answer.status).toBe(204);
  }
  const receipt = await service.commit(id);
  expect(receipt.status).toBe(201);
  const verdicts = receipt.json.verdicts as Record<string, number>;
  expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(ROWS);

  const read = new Map<string, number>();
  const rows: number[] = [];
  const children = new Set<unknown>();
  let after = "";
  for (let pages = 0; pages < 40; pages += 1) {
    const { items, next } = (await service.send("GET", `/snapshots/dover/2024-11?limit=1900${after}`)).json as {
      items: { row: number; child: string; verdict: string }[];
      next?: string;
    };
    for (const { row, child, verdict } of items) {
      rows.push(row);
      children.add(child);
      read.set(verdict, (read.get(verdict) ?? 0) + 1);
    }
    if (next === undefined) break;
    after = `&after=${next}`;
  }
  expect(rows).toEqual(Array.from({ length: ROWS }, (_, index) => index + 1));
  expect(children.size).toBe(ROWS);
  expect(Object.fromEntries(read)).toEqual(
    Object.fromEntries(Object.entries(verdicts).filter(([, count]) => count > 0)),
  );

  // The list of who leads is too long for one item, and is answered from all of them.
  const { leads } = (await service.send("POST", "/leads", { childRefs: ["L1000000", "L1049999", "L1050000"] }))
    .json as { leads: unknown[] };
  expect(leads.map((one) => one !== null)).toEqual([true, true, false]);
}, 60_000);
