import { describe, expect, test } from "vitest";
import { clock, type Open } from "./contract.ts";

const key = { pk: "P", sk: "S" };
const FIFTY = Array.from({ length: 50 }, (_, n) => n);

export function races(open: Open): void {
  describe("of fifty at once", () => {
    test("one creates an item", async () => {
      const table = await open(clock().now);
      const versions = await Promise.all(FIFTY.map((n) => table.put(key, String(n), { expect: "absent" })));
      expect(versions.filter((version) => version === 1)).toHaveLength(1);
      expect(versions.filter((version) => version === undefined)).toHaveLength(49);
      expect((await table.get(key))?.body).toBe(String(versions.indexOf(1)));
    });

    test("one writes over a version", async () => {
      const table = await open(clock().now);
      await table.put(key, "before");
      const versions = await Promise.all(FIFTY.map((n) => table.put(key, String(n), { expect: 1 })));
      expect(versions.filter((version) => version !== undefined)).toEqual([2]);
      expect((await table.get(key))?.body).toBe(String(versions.indexOf(2)));
    });

    test("one writes over what has expired", async () => {
      const time = clock();
      const table = await open(time.now);
      await table.put(key, "before", { expiresAt: time.second() + 1 });
      time.pass(1);
      const versions = await Promise.all(FIFTY.map((n) => table.put(key, String(n), { expect: "absent" })));
      expect(versions.filter((version) => version !== undefined)).toEqual([1]);
    });

    test("every one that expects anything has a version of its own", async () => {
      const time = clock();
      const table = await open(time.now);
      await table.put(key, "before", { expiresAt: time.second() + 1 });
      time.pass(1);
      const versions = await Promise.all(FIFTY.map((n) => table.put(key, String(n))));
      expect(versions.map((version) => version ?? 0).sort((a, b) => a - b)).toEqual(FIFTY.map((n) => n + 1));
      expect((await table.get(key))?.body).toBe(String(versions.indexOf(50)));
    });

    test("one removes an item", async () => {
      const table = await open(clock().now);
      await table.put(key, "before");
      const removed = await Promise.all(FIFTY.map(() => table.remove(key)));
      expect(removed.filter(Boolean)).toHaveLength(1);
    });

    test("as many count as there is room for", async () => {
      const time = clock();
      const table = await open(time.now);
      await table.count(key, 1, 1, time.second() + 1);
      time.pass(1);
      const totals = await Promise.all(FIFTY.map(() => table.count(key, 3, 100, time.second() + 60)));
      const counted = totals.filter((total) => total !== undefined).sort((a, b) => a - b);
      expect(counted).toEqual(Array.from({ length: 33 }, (_, n) => 3 * (n + 1)));
      expect((await table.get(key))?.body).toBe("99");
    });
  });
}
