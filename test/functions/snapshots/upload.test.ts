import { describe, expect, test } from "vitest";
import { memoryTable } from "../../../functions/store/memory.ts";
import type { Table } from "../../../functions/store/table.ts";
import { aRow, aService, rowsOf, THANET } from "./service.ts";

const at = (service: ReturnType<typeof aService>, id: string) => service.send("GET", `/snapshots/uploads/${id}`);

describe("an upload", () => {
  test("says which parts it holds and which are missing", async () => {
    const service = aService();
    const id = await service.open(3, 2);
    expect((await service.put(id, rowsOf(2), 2)).status).toBe(204);
    expect((await at(service, id)).json).toMatchObject({
      uploadId: id,
      state: "open",
      asOf: "2024-11-30",
      held: [{ part: 2, rows: 2 }],
      missing: [1],
    });
  });

  test("takes the same part again without writing anything but the audit line", async () => {
    const service = aService();
    const id = await service.open(2);
    await service.put(id, rowsOf(2));
    const before = await service.deps.table.list(`UPLOAD#${id}`);
    expect((await service.put(id, rowsOf(2))).status).toBe(204);
    expect(await service.deps.table.list(`UPLOAD#${id}`)).toEqual(before);
  });

  test("replaces a part whose content differs, and leaves nothing of the old one after the commit", async () => {
    const service = aService();
    const id = await service.open(2);
    await service.put(id, rowsOf(2, { lead: "" }));
    await service.put(id, rowsOf(2));
    await service.put(id, rowsOf(2, { overseer: "" }));
    expect((await service.commit(id)).json).toMatchObject({ rows: 2, verdicts: { "not-eligible": 2, clear: 0 } });
    const { entries } = await service.deps.table.list(`UPLOAD#${id}`, { prefix: "PART#" });
    expect(entries).toHaveLength(1);
  });

  test("keeps every part of many sent at once", async () => {
    const service = aService();
    const id = await service.open(40, 20);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => service.put(id, rowsOf(2, { family: `F-${n}` }), n + 1)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 204));
    expect((await at(service, id)).json.missing).toEqual([]);
  });

  test("refuses to be committed with parts missing, and lists them", async () => {
    const service = aService();
    const id = await service.open(6, 3);
    await service.put(id, rowsOf(2), 2);
    expect(await service.commit(id)).toMatchObject({ status: 409, json: { missing: [1, 3] } });
  });

  test("refuses to be committed with another number of rows than it was begun with", async () => {
    const service = aService();
    const id = await service.open(3);
    await service.put(id, rowsOf(2));
    expect(await service.commit(id)).toMatchObject({ status: 409, json: { rows: 2, expected: 3 } });
  });

  test("takes no part once it is committed, not even the same one", async () => {
    const service = aService();
    const id = await service.open(1);
    await service.put(id, rowsOf(1));
    await service.commit(id);
    expect((await service.put(id, rowsOf(1))).status).toBe(409);
  });

  test("takes no part that was still on its way when it was committed, and shows none of it", async () => {
    const inner = memoryTable(() => new Date("2024-11-30T12:00:00Z"));
    const state = { meanwhile: () => Promise.resolve() };
    const table: Table = {
      ...inner,
      put: async (...args) => {
        const version = await inner.put(...args);
        if (args[0].sk.startsWith("PART#")) await state.meanwhile();
        return version;
      },
    };
    const service = aService({ table });
    const id = await service.open(1);
    await service.put(id, rowsOf(1));
    state.meanwhile = async () => {
      state.meanwhile = () => Promise.resolve();
      expect((await service.commit(id)).json.verdicts).toMatchObject({ clear: 1 });
    };
    expect((await service.put(id, rowsOf(1, { overseer: "" }))).status).toBe(409);
    expect((await service.send("GET", "/snapshots/dover/2024-11")).json.items).toMatchObject([{ verdict: "clear" }]);
    const { entries } = await inner.list("LEADS");
    expect(entries).toHaveLength(1);
  });

  test("takes no part beyond those it was begun with", async () => {
    const service = aService();
    expect((await service.put(await service.open(1), rowsOf(1), 2)).status).toBe(422);
  });

  test("ends after seven days", async () => {
    const service = aService();
    const id = await service.open(1);
    service.world.now = "2024-12-07T11:59:59Z";
    expect((await at(service, id)).status).toBe(200);
    service.world.now = "2024-12-07T12:00:00Z";
    expect((await service.put(id, rowsOf(1))).status).toBe(404);
  });

  test("is nobody's but its team's", async () => {
    const service = aService();
    const id = await service.open(1);
    expect((await service.put(id, rowsOf(1), 1, THANET)).status).toBe(403);
    expect((await service.commit(id, THANET)).status).toBe(403);
    expect(
      (await service.send("POST", "/snapshots", { team: "thanet", month: "2024-11", rows: 1, parts: 1 })).status,
    ).toBe(403);
  });
});

describe("the rows of a part", () => {
  test("are refused with a list where they are another team's, or of a team that nobody knows", async () => {
    const service = aService();
    const rows = [
      aRow(),
      aRow({ team: "Thanet" }),
      aRow({ team: "" }),
      aRow({ team: "dover cswt" }),
      aRow({ team: "Atlantis" }),
    ];
    const answer = await service.put(await service.open(5), rows);
    expect(answer).toMatchObject({ status: 422, json: { rows: [2, 5], paths: ["rows[1].team", "rows[4].team"] } });
    expect(answer.text).not.toMatch(/Thanet|Atlantis/);
  });

  test("count as the upload's team where the sheet has no such column", async () => {
    const service = aService();
    const { team: _, ...row } = aRow();
    expect(_).toBe("Dover");
    expect((await service.snapshot([row])).status).toBe(201);
  });

  test("are refused where a child ref looks like a name, without repeating it", async () => {
    const service = aService();
    const answer = await service.put(await service.open(2), [aRow(), aRow({ childRef: "Ann Example" })]);
    expect(answer).toMatchObject({ status: 422, json: { paths: ["rows[1].childRef"] } });
    expect(answer.text).not.toContain("Ann");
  });
});

describe("the day of a snapshot", () => {
  const opened = (opening: Record<string, string>, now = "2024-12-20T12:00:00Z") =>
    aService({}, { now }).send("POST", "/snapshots", {
      team: "dover",
      month: "2024-11",
      rows: 1,
      parts: 1,
      ...opening,
    });

  test.each([
    ["2024-10-31", 422],
    ["2024-11-01", 201],
    ["2024-12-10", 201],
    ["2024-12-11", 422],
  ])("%s for November 2024 is answered with %i", async (asOf, status) => {
    expect((await opened({ asOf })).status).toBe(status);
  });

  test("is the month's last unless said otherwise, and today in the current month", async () => {
    const service = aService({}, { now: "2024-12-20T12:00:00Z" });
    expect((await at(service, await service.open(1))).json.asOf).toBe("2024-11-30");
    expect((await at(service, await service.open(1, 1, { month: "2024-12" }))).json.asOf).toBe("2024-12-20");
  });

  test("is never in a month that has not begun, nor in one older than snapshots are kept", async () => {
    expect((await opened({ month: "2025-01" })).status).toBe(422);
    expect((await opened({ month: "2018-01" })).status).toBe(422);
    expect((await opened({ team: "atlantis" })).status).toBe(403);
  });

  test("is reckoned in England's time", async () => {
    const service = aService({}, { now: "2024-06-30T23:30:00Z" });
    expect((await at(service, await service.open(1, 1, { month: "2024-07" }))).json.asOf).toBe("2024-07-01");
  });
});

describe("a request with an Idempotency-Key", () => {
  const body = { team: "dover", month: "2024-11", rows: 1, parts: 1 };
  const key = { "idempotency-key": "first" };

  test("gets the same answer again, and another body is refused", async () => {
    const service = aService();
    const first = await service.send("POST", "/snapshots", body, key);
    expect(await service.send("POST", "/snapshots", body, key)).toEqual(first);
    expect((await service.send("POST", "/snapshots", { ...body, rows: 2 }, key)).status).toBe(422);
    expect(
      (await service.send("POST", "/snapshots", { ...body, rows: 2 }, { "idempotency-key": "second" })).json,
    ).not.toEqual(first.json);
  });

  test("gets one answer though it is sent twice at once", async () => {
    const service = aService();
    const [one, two] = await Promise.all([
      service.send("POST", "/snapshots", body, key),
      service.send("POST", "/snapshots", body, key),
    ]);
    expect(one).toEqual(two);
  });

  test("is another person's own", async () => {
    const service = aService();
    const mine = await service.send("POST", "/snapshots", body, key);
    const theirs = await service.send("POST", "/snapshots", { ...body, team: "thanet" }, key, THANET);
    expect(theirs.status).toBe(201);
    expect(theirs.json).not.toEqual(mine.json);
  });

  test("is remembered for seven days", async () => {
    const service = aService();
    const first = await service.send("POST", "/snapshots", body, key);
    service.world.now = "2024-12-07T12:00:01Z";
    expect((await service.send("POST", "/snapshots", body, key)).json).not.toEqual(first.json);
  });

  test("of a commit gets the same receipt, and the key serves no other upload", async () => {
    const service = aService();
    const [one, two] = [await service.open(1), await service.open(1)];
    await service.put(one, rowsOf(1));
    await service.put(two, rowsOf(1));
    const first = await service.send("POST", `/snapshots/uploads/${one}/commit`, undefined, key);
    expect(first.status).toBe(201);
    expect(await service.send("POST", `/snapshots/uploads/${one}/commit`, undefined, key)).toEqual(first);
    expect((await service.send("POST", `/snapshots/uploads/${two}/commit`, undefined, key)).status).toBe(422);
  });
});
