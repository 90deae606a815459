import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readChunk, writeChunk } from "../../../functions/snapshots/chunk.ts";
import type { Json } from "../../../functions/snapshots/columns.ts";
import { FIELD_IDS, FIELDS } from "../../../rules/fields.ts";
import { aRow, aService, type Row } from "./service.ts";

const cell: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, "", "CIN", '{"unreadable":true}', { unreadable: true }),
  fc.integer(),
  fc.string(),
  fc.tuple(fc.string(), fc.array(fc.string())),
);
const hash = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => `7.${Buffer.from(bytes).toString("base64url")}`);
const hashCell = fc.oneof({ weight: 5, arbitrary: hash }, fc.constantFrom<Json>(null, { unreadable: true }));

describe("a chunk", () => {
  test("gives back the columns that were put into it, hashes shared between columns included", () => {
    const table = fc
      .nat(400)
      .chain((rows) =>
        fc.record({
          rows: fc.constant(rows),
          child: fc.array(hashCell, { minLength: rows, maxLength: rows }),
          other: fc.array(cell, { minLength: rows, maxLength: rows }),
          days: fc.array(fc.integer({ min: -9_000, max: 99_999 }), { minLength: rows, maxLength: rows }),
        }),
      );
    fc.assert(
      fc.property(table, ({ rows, child, other, days }) => {
        const columns = new Map<string, readonly Json[]>([
          ["child", child],
          ["other", other],
          ["days", days],
          ["again", child.toReversed()],
        ]);
        const chunk = { head: { part: 3 }, rows, keyVersion: 7, columns };
        expect(readChunk(writeChunk(chunk, ["child", "again"]))).toEqual(chunk);
      }),
      { numRuns: 100 },
    );
  });

  test("that would unpack to more than any of ours is not unpacked", () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 2 ** 20));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bomb.length);
    expect(() => readChunk(Buffer.concat([length, bomb]))).toThrow();
    expect(() => readChunk("text")).toThrow("never text");
  });
});

describe("a part too large for one item", () => {
  const people = FIELD_IDS.filter((id) => FIELDS[id].kind === "person" && id !== "advocate");
  const large = (mark: string): Row[] =>
    Array.from({ length: 2_000 }, (_, n) =>
      aRow({ childRef: `C-${n}`, ...Object.fromEntries(people.map((id) => [id, `${mark} ${id} ${n}`])) }),
    );

  test("is stored as several, each within the limit, and read back as one", async () => {
    const service = aService();
    const id = await service.open(2_000);
    expect((await service.put(id, large("Una"))).status).toBe(204);
    const { entries } = await service.deps.table.list(`UPLOAD#${id}`, { prefix: "PART#" });
    expect(entries.length).toBeGreaterThan(1);
    for (const { body } of entries) expect(body.length).toBeLessThanOrEqual(300 * 1024);
    expect((await service.commit(id)).status).toBe(201);
    const items = (await service.send("GET", "/snapshots/dover/2024-11?limit=2000")).json.items as {
      row: number;
      child: string;
    }[];
    expect(items.map(({ row }) => row)).toEqual(Array.from({ length: 2_000 }, (_, index) => index + 1));
    expect(new Set(items.map(({ child }) => child)).size).toBe(2_000);
  });

  test("is replaced whole, and erased from like any other", async () => {
    const service = aService();
    const id = await service.open(2_000);
    await service.put(id, large("Una"));
    await service.put(id, large("Zoe"));
    await service.commit(id);
    const { entries } = await service.deps.table.list(`UPLOAD#${id}`, { prefix: "PART#" });
    const columns = entries.flatMap(({ body }) => readChunk(body).columns.get("childRef") ?? []);
    expect(columns).toHaveLength(2_000);
    await service.send(
      "POST",
      "/erasures",
      { childRef: "C-1999" },
      {},
      { oid: "a", tid: "t", name: "", email: undefined, roles: ["Admin"], teams: [] },
    );
    const { items } = (await service.send("GET", "/snapshots/dover/2024-11?limit=2000")).json as {
      items: { row: number }[];
    };
    expect(items.at(-1)?.row).toBe(1_999);
  });
});

test("rows without child refs are kept, and nobody is led by them", async () => {
  const service = aService();
  const { childRef: _, ...row } = aRow();
  expect(_).toBe("C-1001");
  await service.snapshot([row]);
  expect((await service.send("GET", "/snapshots/dover/2024-11")).json.items).toMatchObject([{ row: 1, child: null }]);
});
