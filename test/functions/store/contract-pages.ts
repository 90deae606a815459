import { describe, expect, test } from "vitest";
import type { Entry, EntryPage, Range, Table } from "../../../functions/store/table.ts";
import { clock, type Open } from "./contract.ts";

const KEYS = ["a", "a#1", "a#2", "a#10", "b", "é", "\uffff", "😀"];

const skOf = ({ entries }: EntryPage): string[] => entries.map(({ sk }) => sk);

/** Every entry of every page, and how long the pages were. */
async function walk(
  page: (after: string | undefined) => Promise<EntryPage>,
): Promise<{ entries: Entry[]; sizes: number[] }> {
  const entries: Entry[] = [];
  const sizes: number[] = [];
  let after: string | undefined;
  do {
    const { entries: some, next } = await page(after);
    entries.push(...some);
    sizes.push(some.length);
    after = next;
  } while (after !== undefined);
  return { entries, sizes };
}

const listed = (table: Table, pk: string, range: Range) =>
  walk((after) => table.list(pk, { ...range, ...(after === undefined ? {} : { after }) }));

export function pages(open: Open): void {
  async function filled(): Promise<Table> {
    const table = await open(clock().now);
    for (const sk of [...KEYS].reverse()) await table.put({ pk: "P", sk }, sk);
    await table.put({ pk: "P0", sk: "a" }, "another");
    return table;
  }
  const IN_ORDER = ["a", "a#1", "a#10", "a#2", "b", "é", "\uffff", "😀"];

  describe("a list", () => {
    test("of nothing is empty and has no next page", async () => {
      const table = await open(clock().now);
      expect(await table.list("P")).toEqual({ entries: [] });
      expect(await table.list("P", { prefix: "x", after: "xx", limit: 3, isDescending: true })).toEqual({
        entries: [],
      });
    });

    test("is in the order of the keys' bytes, upwards or downwards", async () => {
      const table = await filled();
      expect(skOf(await table.list("P"))).toEqual(IN_ORDER);
      expect(skOf(await table.list("P", { isDescending: true }))).toEqual([...IN_ORDER].reverse());
    });

    test("holds what begins with a prefix", async () => {
      const table = await filled();
      expect(skOf(await table.list("P", { prefix: "a#" }))).toEqual(["a#1", "a#10", "a#2"]);
      expect(skOf(await table.list("P", { prefix: "a#", isDescending: true, limit: 2 }))).toEqual(["a#2", "a#10"]);
      expect(skOf(await table.list("P", { prefix: "" }))).toEqual(IN_ORDER);
      expect(skOf(await table.list("P", { prefix: "c" }))).toEqual([]);
    });

    test.each<[Range, string[]]>([
      [{ after: "a#10" }, ["a#2", "b", "é", "\uffff", "😀"]],
      [{ after: "a#10", isDescending: true }, ["a#1", "a"]],
      [{ after: "a#15" }, ["a#2", "b", "é", "\uffff", "😀"]],
      [{ after: "z", isDescending: true }, ["b", "a#2", "a#10", "a#1", "a"]],
      [{ after: "" }, IN_ORDER],
      [{ after: "", isDescending: true }, []],
      [{ prefix: "a#", after: "a#1" }, ["a#10", "a#2"]],
      [{ prefix: "a#", after: "a" }, ["a#1", "a#10", "a#2"]],
      [{ prefix: "a#", after: "a", isDescending: true }, []],
      [{ prefix: "a#", after: "b" }, []],
      [{ prefix: "a#", after: "b", isDescending: true }, ["a#2", "a#10", "a#1"]],
      [{ prefix: "a#", after: "a#11", isDescending: true }, ["a#10", "a#1"]],
    ])("goes on after a place, be it an entry or not: %j", async (range, expected) => {
      expect(skOf(await (await filled()).list("P", range))).toEqual(expected);
    });

    test.each<Range>([{ limit: 1 }, { limit: 3 }, { limit: 8 }, { limit: 100 }, { limit: 3, isDescending: true }])(
      "in pages holds every entry once: %j",
      async (range) => {
        const { entries, sizes } = await listed(await filled(), "P", range);
        expect(entries.map(({ sk }) => sk)).toEqual(range.isDescending ? [...IN_ORDER].reverse() : IN_ORDER);
        expect(sizes.slice(0, -1).every((size) => size === range.limit)).toBe(true);
      },
    );

    test("of more than 1 MB fills its page all the same", async () => {
      const table = await open(clock().now);
      const large = new Uint8Array(200 * 1024).fill(7);
      for (let n = 1; n <= 12; n += 1) await table.put({ pk: "P", sk: `PART#${String(n).padStart(2, "0")}` }, large);
      expect(skOf(await table.list("P"))).toHaveLength(12);
      const first = await table.list("P", { prefix: "PART#", limit: 9 });
      expect(first.entries).toHaveLength(9);
      expect(first.next).toBe("PART#09");
      expect(skOf(await table.list("P", { after: "PART#09", limit: 9 }))).toEqual(["PART#10", "PART#11", "PART#12"]);
    });

    test("after a place that no key can have is refused by name", async () => {
      const table = await filled();
      await expect(table.list("P", { after: "x".repeat(1025) })).rejects.toMatchObject({ name: "BadCursor" });
      await expect(table.list("P", { limit: 0 })).rejects.toThrow("at least one");
    });
  });

  describe("a scan", () => {
    test("of an empty table is empty", async () => {
      expect(await (await open(clock().now)).scan()).toEqual({ entries: [] });
    });

    test.each([1, 7, 1000, undefined])("in pages of %s holds every entry of every partition once", async (limit) => {
      const table = await open(clock().now);
      const wanted = KEYS.slice(0, 6).flatMap((pk) => KEYS.slice(2).map((sk) => `${pk} ${sk}`));
      for (const pk of KEYS.slice(0, 6)) for (const sk of KEYS.slice(2)) await table.put({ pk, sk }, `${pk} ${sk}`);
      const { entries } = await walk((after) => table.scan(after, limit));
      expect(entries.map(({ body }) => body).sort()).toEqual(wanted.sort());
    });

    test("of more than 1 MB holds every entry once", async () => {
      const table = await open(clock().now);
      for (let n = 0; n < 8; n += 1) await table.put({ pk: `P${n % 3}`, sk: `S${n}` }, new Uint8Array(300 * 1024));
      const { entries } = await walk((after) => table.scan(after));
      expect(entries.map(({ sk }) => sk).sort()).toEqual(["S0", "S1", "S2", "S3", "S4", "S5", "S6", "S7"]);
    });

    test.each([
      "",
      "x",
      "WyJhIl0",
      Buffer.from("[1,2]").toString("base64url"),
      Buffer.from('["",""]').toString("base64url"),
    ])("after a made-up place is refused by name: %j", async (after) => {
      await expect((await filled()).scan(after)).rejects.toMatchObject({ name: "BadCursor" });
    });
  });
}
