import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { startEngine } from "../../../functions/local/dynalite.ts";
import { createTable } from "../../../functions/store/create-table.ts";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import type { Expect, Table } from "../../../functions/store/table.ts";
import { clock, tableName } from "./contract.ts";

const engine = await startEngine();
afterAll(() => engine.close());

/** An act on a table, by the second it is done in. */
type Act = { readonly says: string } & (
  { readonly pass: number } | { readonly on: (table: Table, second: number) => Promise<unknown> }
);

const key = fc.record({ pk: fc.constantFrom("P", "Q"), sk: fc.constantFrom("a", "a#1", "b", "😀", "\uffff") });
const expected: fc.Arbitrary<Expect> = fc.constantFrom<Expect[]>("anything", "absent", 1, 2, 3);
const body = fc.oneof(fc.string({ unit: "grapheme", maxLength: 20 }), fc.uint8Array({ maxLength: 20 }));
const lasts = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
const until = (second: number, seconds: number | undefined) =>
  seconds === undefined ? {} : { expiresAt: second + seconds };
const named = <T>(
  name: string,
  args: fc.Arbitrary<T>,
  on: (table: Table, second: number, args: T) => Promise<unknown>,
): fc.Arbitrary<Act> =>
  args.map((given) => ({ says: `${name} ${JSON.stringify(given)}`, on: (table, second) => on(table, second, given) }));

const range = fc.record(
  {
    prefix: fc.constantFrom("", "a", "a#", "b", "c"),
    after: fc.constantFrom("", "a", "a#1", "aa", "b", "z", "😀"),
    limit: fc.integer({ min: 1, max: 6 }),
    isDescending: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** The pages of a scan differ in order and size: only what they hold together is the same. */
async function scanned(table: Table): Promise<string[]> {
  const all: string[] = [];
  let after: string | undefined;
  do {
    const { entries, next } = await table.scan(after, 3);
    all.push(...entries.map((entry) => JSON.stringify(entry)));
    after = next;
  } while (after !== undefined);
  return all.sort();
}

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: named("put", fc.tuple(key, body, expected, lasts), (table, second, [at, what, expect, seconds]) =>
      table.put(at, what, { expect, ...until(second, seconds) }),
    ),
  },
  {
    weight: 3,
    arbitrary: named(
      "count",
      fc.tuple(key, fc.nat(4), fc.nat(9), fc.nat(5)),
      (table, second, [at, by, most, seconds]) => table.count(at, by, most, second + seconds),
    ),
  },
  {
    weight: 2,
    arbitrary: named("remove", fc.tuple(key, expected), (table, _, [at, expect]) => table.remove(at, expect)),
  },
  {
    weight: 1,
    arbitrary: named(
      "restore",
      fc.tuple(key, body, fc.integer({ min: 1, max: 4 }), lasts),
      (table, second, [at, what, version, seconds]) =>
        table.restore({ ...at, body: what, version, ...until(second, seconds) }),
    ),
  },
  { weight: 3, arbitrary: named("get", key, (table, _, at) => table.get(at)) },
  {
    weight: 3,
    arbitrary: named("list", fc.tuple(fc.constantFrom("P", "Q"), range), (table, _, [pk, how]) => table.list(pk, how)),
  },
  { weight: 1, arbitrary: fc.constant<Act>({ says: "scan", on: (table) => scanned(table) }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }).map((pass): Act => ({ says: `${pass} seconds pass`, pass })) },
);

describe("the table in memory and the one in the embedded engine", () => {
  test("answer any sequence of acts alike", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 60 }), async (acts) => {
        const time = clock();
        const name = tableName();
        await createTable(engine.client, name);
        const memory = memoryTable(time.now);
        const dynamo = dynamoTable({ client: engine.client, tableName: name, now: time.now, log: () => undefined });
        for (const next of acts) {
          if ("pass" in next) time.pass(next.pass);
          else expect(await next.on(dynamo, time.second()), next.says).toEqual(await next.on(memory, time.second()));
        }
        expect(await scanned(dynamo)).toEqual(await scanned(memory));
      }),
      { numRuns: 60 },
    );
  });
});
