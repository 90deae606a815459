import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startEngine } from "../../../functions/local/dynalite.ts";
import { createTable } from "../../../functions/store/create-table.ts";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import type { Table } from "../../../functions/store/table.ts";
import { clock, tableName } from "./contract.ts";

const engine = await startEngine();
afterAll(() => engine.close());

const key = { pk: "P", sk: "S" };
const TEN_KB = new Uint8Array(10_000);
const time = clock();
const later = time.second() + 1000;

let table: Table;
let spent: string[];

/** What an act cost, request by request. */
async function costOf(act: () => Promise<unknown>): Promise<string[]> {
  spent = [];
  await act();
  return spent;
}

beforeEach(async () => {
  const name = tableName();
  await createTable(engine.client, name);
  table = dynamoTable({
    client: engine.client,
    tableName: name,
    now: time.now,
    log: () => undefined,
    onUnits: (operation, units) => {
      spent.push(`${operation} ${units}`);
    },
  });
});

/** One unit writes 1 KB, or reads 4 KB consistently. */
describe("in units of DynamoDB", () => {
  test.each(["anything", "absent", 1] as const)(
    "a write is one request and its size, expecting %s",
    async (expected) => {
      if (expected === 1) await table.put(key, "before");
      const operation = expected === "anything" ? "UpdateItem" : "PutItem";
      expect(await costOf(() => table.put(key, TEN_KB, { expect: expected }))).toEqual([`${operation} 10`]);
    },
  );

  test("a write over a larger item costs what was there", async () => {
    await table.put(key, TEN_KB);
    expect(await costOf(() => table.put(key, "x"))).toEqual(["UpdateItem 10"]);
    expect(await costOf(() => table.put(key, "x"))).toEqual(["UpdateItem 1"]);
  });

  test("a write over what has expired is told as one (the refused one before it is not)", async () => {
    await table.put(key, "x", { expiresAt: time.second() });
    expect(await costOf(() => table.put(key, "x"))).toEqual(["PutItem 1"]);
  });

  test("a refused write has no cost that one is told", async () => {
    await table.put(key, "x");
    expect(await costOf(() => table.put(key, "x", { expect: "absent" }))).toEqual([]);
  });

  test("a read is one request and its size, and costs one where there is nothing", async () => {
    await table.put(key, TEN_KB);
    expect(await costOf(() => table.get(key))).toEqual(["GetItem 3"]);
    expect(await costOf(() => table.get({ pk: "P", sk: "none" }))).toEqual(["GetItem 1"]);
  });

  test("a removal costs what was there", async () => {
    await table.put(key, TEN_KB);
    expect(await costOf(() => table.remove(key))).toEqual(["DeleteItem 10"]);
  });

  test("a count is one, and a read more where the counter is full", async () => {
    expect(await costOf(() => table.count(key, 1, 2, later))).toEqual(["UpdateItem 1"]);
    expect(await costOf(() => table.count(key, 1, 2, later))).toEqual(["UpdateItem 1"]);
    expect(await costOf(() => table.count(key, 1, 2, later))).toEqual(["GetItem 1"]);
    expect(await costOf(() => table.count(key, 3, 2, later))).toEqual([]);
  });

  test("a restored item costs its size", async () => {
    expect(await costOf(() => table.restore({ ...key, body: TEN_KB, version: 3 }))).toEqual(["PutItem 10"]);
  });

  test("a list and a scan cost what they hold together", async () => {
    for (let n = 10; n < 30; n += 1) await table.put({ pk: "P", sk: String(n) }, "x".repeat(400));
    expect(await costOf(() => table.list("P"))).toEqual(["Query 3"]);
    expect(await costOf(() => table.list("P", { limit: 5 }))).toEqual(["Query 1"]);
    // dynalite prices every scan as an eventually consistent one: in DynamoDB it is twice this.
    expect(await costOf(() => table.scan())).toEqual(["Scan 1.5"]);
  });
});
