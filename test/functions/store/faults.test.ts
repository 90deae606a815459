import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startEngine } from "../../../functions/local/dynalite.ts";
import type { LogDetails, EventCode } from "../../../functions/log.ts";
import { dynamoClient } from "../../../functions/store/client.ts";
import { createTable } from "../../../functions/store/create-table.ts";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import type { Table } from "../../../functions/store/table.ts";
import { clock, tableName } from "./contract.ts";
import { AFTER, BEFORE, type Fault, faultsBefore } from "./faults.ts";

const engine = await startEngine({ accessKey: "local" });
const faults = await faultsBefore(engine.endpoint);
const client = dynamoClient({ region: "us-east-1", endpoint: faults.endpoint, timeout: 300 });
afterAll(async () => {
  client.destroy();
  await faults.close();
  await engine.close();
});

const key = { pk: "P", sk: "S" };
const time = clock();
const logged: [EventCode, LogDetails | undefined][] = [];
const log = (event: EventCode, beside?: LogDetails): void => {
  logged.push([event, beside]);
};

/** The table behind the faults, and the same table without them. */
let table: Table;
let calm: Table;
let name: string;

beforeEach(async () => {
  name = tableName();
  await createTable(engine.client, name);
  table = dynamoTable({ client, tableName: name, now: time.now, log });
  calm = dynamoTable({ client: engine.client, tableName: name, now: time.now, log });
  faults.next.length = 0;
  faults.count = 0;
  logged.length = 0;
});

const IN_A_ROW: [string, Fault[]][] = [...BEFORE, ...AFTER, "no-answer" as const].map((fault): [string, Fault[]] => [
  fault,
  [fault],
]);
IN_A_ROW.push(["several", ["lost-after", "throttled", "failed-after", "lost-before"]]);

describe.each(IN_A_ROW)("after faults (%s)", (_, fault) => {
  test("a write that expects nothing there is done once, and known to be", async () => {
    faults.next.push(...fault);
    expect(await table.put(key, "mine", { expect: "absent" })).toBe(1);
    expect(await calm.get(key)).toEqual({ ...key, body: "mine", version: 1 });
    expect(logged.length).toBeGreaterThanOrEqual(fault.length);
    expect(new Set(logged.map(([event]) => event))).toEqual(new Set(["throttled"]));
  });

  test("a write over a version is done once, and known to be", async () => {
    await calm.put(key, "before");
    faults.next.push(...fault);
    expect(await table.put(key, "mine", { expect: 1 })).toBe(2);
    expect(await calm.get(key)).toEqual({ ...key, body: "mine", version: 2 });
  });

  test("a write that expects anything is done once", async () => {
    await calm.put(key, "before");
    faults.next.push(...fault);
    expect(await table.put(key, "mine")).toBe(2);
    expect(await calm.get(key)).toEqual({ ...key, body: "mine", version: 2 });
  });

  test("a write over what has expired is done once", async () => {
    await calm.put(key, "before", { expiresAt: time.second() });
    faults.next.push(...fault);
    expect(await table.put(key, "mine")).toBe(1);
    expect(await calm.get(key)).toEqual({ ...key, body: "mine", version: 1 });
  });

  test("a count is counted once", async () => {
    await calm.count(key, 3, 10, time.second() + 9);
    faults.next.push(...fault);
    expect(await table.count(key, 7, 10, time.second() + 9)).toBe(10);
    expect((await calm.get(key))?.body).toBe("10");
  });

  test("a removal is known to be done", async () => {
    await calm.put(key, "before");
    faults.next.push(...fault);
    expect(await table.remove(key)).toBe(true);
    expect(await calm.get(key)).toBeUndefined();
  });

  test("a restored item is known to be there", async () => {
    faults.next.push(...fault);
    expect(await table.restore({ ...key, body: "kept", version: 5 })).toBe(true);
    expect((await calm.get(key))?.version).toBe(5);
  });

  test("reads read", async () => {
    await calm.put(key, "there");
    for (const read of [
      () => table.get(key),
      () => table.list("P").then(({ entries }) => entries[0]),
      () => table.scan().then(({ entries }) => entries[0]),
    ]) {
      faults.next.push(...fault);
      expect(await read()).toEqual({ ...key, body: "there", version: 1 });
    }
  });

  test("what another wrote is not taken for one's own", async () => {
    await calm.put(key, "another's");
    const acts = [
      () => table.put(key, "mine", { expect: "absent" }),
      () => table.put(key, "mine", { expect: 2 }),
      () => table.restore({ ...key, body: "mine", version: 1 }),
    ];
    for (const act of acts) {
      faults.next.push(...fault);
      expect([undefined, false]).toContain(await act());
      faults.next.length = 0;
    }
    expect(await calm.get(key)).toEqual({ ...key, body: "another's", version: 1 });
  });

  test("a full counter is still full", async () => {
    await calm.count(key, 10, 10, time.second() + 9);
    faults.next.push(...fault);
    expect(await table.count(key, 1, 10, time.second() + 9)).toBeUndefined();
    faults.next.length = 0;
  });
});

describe("while the answer to a write is lost, and others write", () => {
  test.each(["absent", 1] as const)(
    "nobody can know whether it took place, and that is said (expecting %s)",
    async (expected) => {
      if (expected === 1) await calm.put(key, "before");
      faults.next.push("lost-after");
      faults.meanwhile = () => calm.put(key, "another's");
      await expect(table.put(key, "mine", { expect: expected })).rejects.toMatchObject({ name: "UncertainWrite" });
      expect((await calm.get(key))?.body).toBe("another's");
    },
  );

  test("a count may count twice, but never past the most", async () => {
    faults.next.push("lost-after");
    faults.meanwhile = () => calm.count(key, 1, 10, time.second() + 9);
    expect(await table.count(key, 4, 10, time.second() + 9)).toBe(9);
    faults.next.push("lost-after");
    faults.meanwhile = () => calm.count(key, 0, 10, time.second() + 9);
    expect(await table.count(key, 1, 10, time.second() + 9)).toBeUndefined();
    expect((await calm.get(key))?.body).toBe("10");
  });
});

describe("patience", () => {
  test("ends after so many attempts, with the fault itself", async () => {
    const hasty = dynamoTable({
      client,
      tableName: name,
      now: time.now,
      log,
      patience: { attempts: 3, milliseconds: 5000 },
    });
    faults.next.push("throttled", "throttled", "throttled", "throttled");
    await expect(hasty.get(key)).rejects.toMatchObject({ name: "ProvisionedThroughputExceededException" });
    expect(faults.count).toBe(3);
    expect(logged).toEqual(
      [1, 2].map((count) => ["throttled", { code: "ProvisionedThroughputExceededException", count }]),
    );
  });

  test("ends after so much time", async () => {
    const hasty = dynamoTable({
      client,
      tableName: name,
      now: time.now,
      log,
      patience: { attempts: 1000, milliseconds: 300 },
    });
    faults.next.push(...Array.from({ length: 1000 }, () => "throttled" as const));
    const start = performance.now();
    await expect(hasty.get(key)).rejects.toMatchObject({ name: "ProvisionedThroughputExceededException" });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("is not spent on what waiting does not mend", async () => {
    const nowhere = dynamoTable({ client, tableName: "no-such-table", now: time.now, log });
    await expect(nowhere.get(key)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    expect(faults.count).toBe(1);
    expect(logged).toEqual([]);
  });
});
