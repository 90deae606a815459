import { describe, expect, test } from "vitest";
import { LIMITS } from "../../functions/dependencies.ts";
import { keys } from "../../functions/store/keys.ts";
import { aRow, aService, ADMIN, EVALUATOR, rowsOf, THANET, type Service } from "./snapshots/service.ts";

const ask = async (service: Service, ...childRefs: string[]) =>
  (await service.send("POST", "/leads", { childRefs })).json.leads as unknown[];
const thanetsRow = (changes: Record<string, unknown>) => aRow({ team: "Thanet", ...changes });

describe("looking up who leads", () => {
  test("answers in order: the lead's name by the register, the team, since when, and the date of the list", async () => {
    const service = aService();
    await service.snapshot([
      aRow({ childRef: "C-1" }),
      aRow({ childRef: "C-2", lead: "Una Nowhere", leadFrom: "" }),
      aRow({ childRef: "C-3", lead: "" }),
    ]);
    const led = { team: "Dover", listOf: "2024-11-30" };
    expect(await ask(service, " c-2 ", "C-1", "C-3", "C-4")).toEqual([
      { ...led, lead: "a lead not on the register", since: null },
      { ...led, lead: "Sam Assistant", since: "2024-10-14" },
      null,
      null,
    ]);
  });

  test("never answers for a restricted child, whichever list says so", async () => {
    const service = aService();
    await service.snapshot([
      aRow({ childRef: "C-1", restricted: "yes" }),
      aRow({ childRef: "C-2" }),
      aRow({ childRef: "C-3", restricted: { unreadable: true } }),
    ]);
    await service.snapshot([thanetsRow({ childRef: "C-2", restricted: "yes" })], { team: "thanet" }, THANET);
    expect(await ask(service, "C-1", "C-2", "C-3")).toEqual(["restricted", "restricted", "restricted"]);
  });

  test("goes by the newest list of several teams that names somebody", async () => {
    const service = aService({}, { now: "2024-12-05T12:00:00Z" });
    await service.snapshot([aRow({ childRef: "C-1" }), aRow({ childRef: "C-2", lead: "" })]);
    await service.snapshot(
      [thanetsRow({ childRef: "C-1", lead: "W1" }), thanetsRow({ childRef: "C-2", lead: "W3" })],
      { team: "thanet", asOf: "2024-11-20" },
      THANET,
    );
    expect(await ask(service, "C-1", "C-2")).toMatchObject([
      { lead: "Sam Assistant", team: "Dover" },
      { lead: "Sal Senior", team: "Thanet", listOf: "2024-11-20" },
    ]);
  });

  test("goes by the newest month and version of a team, and an older month sent later changes nothing", async () => {
    const service = aService();
    await service.snapshot(rowsOf(2));
    await service.snapshot(rowsOf(1, { lead: "A2" }));
    await service.snapshot(rowsOf(2, { lead: "W1" }), { month: "2024-10", asOf: "2024-10-31" });
    expect(await ask(service, "C-1", "C-2")).toMatchObject([{ lead: "Noa Newcomer" }, null]);
  });

  test("mends a list that is missing, and says so in the log without saying more", async () => {
    const service = aService();
    await service.snapshot(rowsOf(1));
    await service.deps.table.remove(keys.leads("dover"));
    expect(await ask(service, "C-1")).toMatchObject([{ lead: "Sam Assistant" }]);
    expect(await ask(service, "C-1")).toMatchObject([{ lead: "Sam Assistant" }]);
    expect(service.lines.filter((line) => line.includes("derived-mended"))).toHaveLength(1);
    expect(service.lines.join()).not.toContain("C-1");
  });

  test("finds children whose hash was made with an older key", async () => {
    const byVersion = new Map([
      [1, new Uint8Array(32).fill(1)],
      [2, new Uint8Array(32).fill(2)],
    ]);
    let newest = 1;
    const service = aService({ hashKeys: () => Promise.resolve({ newest, byVersion }) });
    await service.snapshot(rowsOf(1));
    newest = 2;
    expect(await ask(service, "C-1")).toMatchObject([{ lead: "Sam Assistant" }]);
  });

  test("is counted: a thousand children a person and day, and the refusal says when it starts anew", async () => {
    const service = aService({ limits: { ...LIMITS, lookUpsADay: 5 } });
    expect(await ask(service, "C-1", "C-2", "C-3")).toHaveLength(3);
    const refused = await service.send("POST", "/leads", { childRefs: ["C-1", "C-2", "C-3"] });
    expect(refused).toMatchObject({ status: 429, json: { startsAnewOn: "2024-12-01" } });
    expect((await service.send("POST", "/leads", { childRefs: ["C-1", "C-2", "C-3"] }, {}, THANET)).status).toBe(200);
    expect(await ask(service, "C-1", "C-2")).toHaveLength(2);
    service.world.now = "2024-12-01T00:00:01Z";
    expect(await ask(service, "C-1", "C-2", "C-3")).toHaveLength(3);
  });

  test("is written to the audit trail with a count and without a reference", async () => {
    const service = aService();
    await ask(service, "C-1", "C-2");
    const [line] = (await service.deps.table.list("AUDIT")).entries;
    expect(JSON.parse(String(line?.body))).toEqual({
      at: "2024-11-30T12:00:00.000Z",
      by: "oid-dover@tenant",
      what: "POST /leads",
      count: 2,
      children: [expect.stringMatching(/^1\.[\w-]{22}$/), expect.stringMatching(/^1\.[\w-]{22}$/)],
    });
  });

  test("is for managers, up to 500 children at a time, by reference alone", async () => {
    const service = aService();
    for (const other of [EVALUATOR, ADMIN])
      expect((await service.send("POST", "/leads", { childRefs: ["C-1"] }, {}, other)).status).toBe(403);
    expect(
      (await service.send("POST", "/leads", { childRefs: rowsOf(501).map(({ childRef }) => childRef) })).status,
    ).toBe(422);
    const named = await service.send("POST", "/leads", { childRefs: ["C-1", "Ann Example"] });
    expect(named).toMatchObject({ status: 422, json: { paths: ["childRefs[1]"] } });
    expect(named.text).not.toContain("Ann");
  });
});
