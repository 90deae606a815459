import { describe, expect, test } from "vitest";
import { clock, type Open } from "./contract.ts";

const key = { pk: "P", sk: "S" };
const ODD = [
  "#",
  "/",
  "a b",
  "%2F",
  "é",
  "日本",
  "😀",
  "\u0000",
  "\n",
  "'; --",
  '{"a":1}',
  "~",
  "__proto__",
  "constructor",
  "$x",
  ":now",
  "\uffff",
  "a".repeat(1024),
];

export function bodies(open: Open): void {
  const opened = (): ReturnType<Open> => open(clock().now);

  describe("a body", () => {
    test.each([
      ["text", "a"],
      ["empty text", ""],
      ["text of many scripts", 'Zoë 日本 😀 \u0000 \r\n \u2028 "quoted"'],
      ["a number", "12"],
    ])("of %s comes back the same", async (_, body) => {
      const table = await opened();
      await table.put(key, body, { expect: "absent" });
      expect((await table.get(key))?.body).toBe(body);
      await table.put(key, body);
      expect((await table.get(key))?.body).toBe(body);
    });

    test.each([
      ["every byte", Uint8Array.from({ length: 256 }, (_, i) => i)],
      ["no bytes", new Uint8Array()],
    ])("of %s comes back the same", async (_, body) => {
      const table = await opened();
      await table.put(key, body, { expect: "absent" });
      expect((await table.get(key))?.body).toEqual(body);
      await table.put(key, body);
      expect((await table.list("P")).entries[0]?.body).toEqual(body);
    });

    test("is not changed by what its owner does with the bytes later", async () => {
      const table = await opened();
      const body = new Uint8Array([1, 2, 3]);
      await table.put(key, body);
      body[0] = 9;
      const read = (await table.get(key))?.body;
      if (read instanceof Uint8Array) read[1] = 9;
      expect((await table.get(key))?.body).toEqual(new Uint8Array([1, 2, 3]));
    });

    test("may have 390 KB", async () => {
      const table = await opened();
      const bytes = Uint8Array.from({ length: 390 * 1024 }, (_, i) => (i * 7919) % 251);
      await table.put(key, bytes);
      const read = (await table.get(key))?.body;
      expect(read instanceof Uint8Array && Buffer.compare(read, bytes)).toBe(0);
      await table.put(key, "é".repeat(195 * 1024), { expect: 1 });
      expect((await table.get(key))?.body).toBe("é".repeat(195 * 1024));
    });

    test.each([
      ["text", "x".repeat(400 * 1024)],
      ["two-byte text", "é".repeat(200 * 1024)],
      ["bytes", new Uint8Array(400 * 1024)],
    ])("of over 400 KB of %s is an error of the program", async (_, body) => {
      const table = await opened();
      await expect(table.put(key, body)).rejects.toThrow(/is over the limit of 409600: split it into parts/);
      expect(await table.get(key)).toBeUndefined();
    });

    test("of half a character is an error of the program", async () => {
      await expect((await opened()).put(key, "\ud83d")).rejects.toThrow("well-formed");
    });
  });

  describe("a key", () => {
    test.each(ODD)("of odd characters is a key like any other: %j", async (odd) => {
      const table = await opened();
      const there = { pk: odd, sk: odd };
      expect(await table.put(there, "1", { expect: "absent" })).toBe(1);
      expect(await table.put(there, "2", { expect: 1 })).toBe(2);
      expect(await table.get(there)).toEqual({ ...there, body: "2", version: 2 });
      expect((await table.list(odd, { prefix: odd })).entries).toHaveLength(1);
      expect((await table.list(odd, { after: odd })).entries).toEqual([]);
      expect(await table.remove(there)).toBe(true);
    });

    test.each([
      ["", "S"],
      ["P", ""],
      ["p".repeat(2049), "S"],
      ["P", "s".repeat(1025)],
      ["P", "é".repeat(513)],
      ["\udc00", "S"],
    ])("that no table holds is an error of the program: %#", async (pk, sk) => {
      const table = await opened();
      await expect(table.get({ pk, sk })).rejects.toMatchObject({ name: "Unstorable" });
      await expect(table.put({ pk, sk }, "x")).rejects.toMatchObject({ name: "Unstorable" });
      await expect(table.remove({ pk, sk })).rejects.toMatchObject({ name: "Unstorable" });
      await expect(table.count({ pk, sk }, 1, 1, 1)).rejects.toMatchObject({ name: "Unstorable" });
    });

    test("is not mistaken for another where the two run together", async () => {
      const table = await opened();
      await table.put({ pk: "ab", sk: "c" }, "1");
      expect(await table.get({ pk: "a", sk: "bc" })).toBeUndefined();
      await table.put({ pk: "A", sk: "s" }, "upper");
      expect(await table.get({ pk: "a", sk: "s" })).toBeUndefined();
    });
  });
}
