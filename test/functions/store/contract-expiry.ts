import { describe, expect, test } from "vitest";
import type { Table } from "../../../functions/store/table.ts";
import { clock, type Open } from "./contract.ts";

const key = { pk: "P", sk: "S" };

export function expiry(open: Open): void {
  describe("an item that expires", () => {
    /** A table with an item of version 2 that is there for ten more seconds. */
    async function expiring(): Promise<{ table: Table; time: ReturnType<typeof clock> }> {
      const time = clock();
      const table = await open(time.now);
      await table.put(key, "early");
      await table.put(key, "late", { expiresAt: time.second() + 10 });
      return { table, time };
    }

    test("is there until the second before, and from that second on is not", async () => {
      const { table, time } = await expiring();
      time.pass(9);
      expect(await table.get(key)).toEqual({ ...key, body: "late", version: 2, expiresAt: time.second() + 1 });
      time.pass(1);
      expect(await table.get(key)).toBeUndefined();
      expect(await table.list("P")).toEqual({ entries: [] });
      expect((await table.scan()).entries).toEqual([]);
    });

    test("cannot be removed or overwritten as a version any more", async () => {
      const { table, time } = await expiring();
      time.pass(10);
      expect(await table.remove(key)).toBe(false);
      expect(await table.remove(key, 2)).toBe(false);
      expect(await table.put(key, "next", { expect: 2 })).toBeUndefined();
    });

    test.each(["absent", "anything"] as const)(
      "is written over as if it had never been, expecting %s",
      async (expected) => {
        const { table, time } = await expiring();
        time.pass(10);
        expect(await table.put(key, "new", { expect: expected })).toBe(1);
        time.pass(1000);
        expect(await table.get(key)).toEqual({ ...key, body: "new", version: 1 });
      },
    );

    test("is restored over as if it had never been", async () => {
      const { table, time } = await expiring();
      time.pass(10);
      expect(await table.restore({ ...key, body: "old", version: 5 })).toBe(true);
      expect((await table.get(key))?.version).toBe(5);
    });

    test("expires when its last write says", async () => {
      const { table, time } = await expiring();
      await table.put(key, "longer", { expiresAt: time.second() + 20 });
      time.pass(15);
      expect((await table.get(key))?.body).toBe("longer");
      await table.put(key, "for ever");
      time.pass(1000);
      expect(await table.get(key)).toEqual({ ...key, body: "for ever", version: 4 });
    });

    test("leaves no gap in a page", async () => {
      const time = clock();
      const table = await open(time.now);
      for (let n = 10; n < 30; n += 1)
        await table.put({ pk: "P", sk: String(n) }, "x", n % 4 === 0 ? {} : { expiresAt: time.second() + 1 });
      time.pass(1);
      const { entries, next } = await table.list("P", { limit: 3 });
      expect(entries.map(({ sk }) => sk)).toEqual(["12", "16", "20"]);
      expect(next).toBe("20");
      expect((await table.list("P", { limit: 3, after: "20" })).entries.map(({ sk }) => sk)).toEqual(["24", "28"]);
    });

    test("counts from nothing again", async () => {
      const time = clock();
      const table = await open(time.now);
      expect(await table.count(key, 5, 5, time.second() + 10)).toBe(5);
      time.pass(10);
      expect(await table.count(key, 2, 5, time.second() + 10)).toBe(2);
      expect(await table.get(key)).toEqual({ ...key, body: "2", version: 1, expiresAt: time.second() + 10 });
      expect(await table.count(key, 4, 5, time.second() + 10)).toBeUndefined();
    });

    test("is an error of the program where the second is not whole", async () => {
      await expect((await open(clock().now)).put(key, "x", { expiresAt: 1.5 })).rejects.toThrow("whole second");
    });
  });
}
