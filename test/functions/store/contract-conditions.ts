import { describe, expect, test } from "vitest";
import { clock, type Open } from "./contract.ts";

const key = { pk: "P", sk: "S" };

export function conditions(open: Open): void {
  const opened = (): ReturnType<Open> => open(clock().now);

  describe("a write", () => {
    test("has version 1 at first and one more every time", async () => {
      const table = await opened();
      expect([await table.put(key, "a"), await table.put(key, "b"), await table.put(key, "c")]).toEqual([1, 2, 3]);
      expect(await table.get(key)).toEqual({ ...key, body: "c", version: 3 });
    });

    test("that expects nothing there takes place once", async () => {
      const table = await opened();
      expect(await table.put(key, "first", { expect: "absent" })).toBe(1);
      expect(await table.put(key, "second", { expect: "absent" })).toBeUndefined();
      expect(await table.get(key)).toEqual({ ...key, body: "first", version: 1 });
    });

    test("that expects a version takes place on that version alone", async () => {
      const table = await opened();
      expect(await table.put(key, "early", { expect: 1 })).toBeUndefined();
      await table.put(key, "one");
      expect(await table.put(key, "two", { expect: 1 })).toBe(2);
      expect(await table.put(key, "late", { expect: 1 })).toBeUndefined();
      expect(await table.put(key, "ahead", { expect: 3 })).toBeUndefined();
      expect(await table.get(key)).toEqual({ ...key, body: "two", version: 2 });
    });

    test("leaves the neighbours alone", async () => {
      const table = await opened();
      await table.put(key, "here");
      await table.put({ pk: "P", sk: "S2" }, "beside");
      await table.put({ pk: "P2", sk: "S" }, "elsewhere");
      expect((await table.get(key))?.body).toBe("here");
      expect((await table.get({ pk: "P2", sk: "S" }))?.body).toBe("elsewhere");
    });
  });

  describe("a removal", () => {
    test("says whether there was something", async () => {
      const table = await opened();
      expect(await table.remove(key)).toBe(false);
      await table.put(key, "a");
      expect(await table.remove(key)).toBe(true);
      expect(await table.get(key)).toBeUndefined();
      expect(await table.remove(key)).toBe(false);
    });

    test("of a version leaves every other", async () => {
      const table = await opened();
      await table.put(key, "a");
      expect(await table.remove(key, 2)).toBe(false);
      expect(await table.remove(key, "absent")).toBe(false);
      expect(await table.remove(key, 1)).toBe(true);
      expect(await table.remove(key, 1)).toBe(false);
    });

    test("lets versions begin anew", async () => {
      const table = await opened();
      await table.put(key, "a");
      await table.put(key, "b");
      await table.remove(key);
      expect(await table.put(key, "c", { expect: "absent" })).toBe(1);
    });
  });

  describe("a restored item", () => {
    const entry = { ...key, body: "kept", version: 7, expiresAt: 9_999_999_999 };

    test("is as it was, version and all, and is written on from there", async () => {
      const table = await opened();
      expect(await table.restore(entry)).toBe(true);
      expect(await table.get(key)).toEqual(entry);
      expect(await table.put(key, "next", { expect: 7 })).toBe(8);
    });

    test("replaces nothing", async () => {
      const table = await opened();
      await table.put(key, "mine");
      expect(await table.restore(entry)).toBe(false);
      expect((await table.get(key))?.body).toBe("mine");
    });
  });

  describe("a counter", () => {
    const later = 9_999_999_999;

    test("adds up, and stops short of what would pass the most", async () => {
      const table = await opened();
      expect(await table.count(key, 3, 10, later)).toBe(3);
      expect(await table.count(key, 7, 10, later)).toBe(10);
      expect(await table.count(key, 1, 10, later)).toBeUndefined();
      expect(await table.count(key, 0, 10, later)).toBe(10);
      expect(await table.count(key, 1, 11, later)).toBe(11);
      expect(await table.get(key)).toEqual({ ...key, body: "11", version: 4, expiresAt: later });
    });

    test("that would pass the most at once is not begun", async () => {
      const table = await opened();
      expect(await table.count(key, 11, 10, later)).toBeUndefined();
      expect(await table.get(key)).toBeUndefined();
    });

    test("that was overwritten begins anew", async () => {
      const table = await opened();
      await table.count(key, 3, 10, later);
      await table.put(key, "text");
      expect(await table.get(key)).toEqual({ ...key, body: "text", version: 2 });
      expect(await table.count(key, 2, 10, later)).toBe(2);
      expect((await table.get(key))?.version).toBe(3);
    });
  });
}
