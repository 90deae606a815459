import { describe, expect, test } from "vitest";
import { LIMITS } from "../../functions/dependencies.ts";
import { aRow, aService, EXAMPLE_REGISTER, THANET, who, type Row, type Service } from "./snapshots/service.ts";

const SWALE = who({ oid: "oid-swale", teams: ["swale"] });
const check = (service: Service, rows: readonly Row[], as = who(), more: Row = {}, query = "") =>
  service.send("POST", `/checks${query}`, { asOf: "2024-11-30", rows, ...more }, {}, as);
const elsewhere = async (service: Service, rows: readonly Row[], as = who()) =>
  (await check(service, rows, as)).json["elsewhere"] as {
    leads: Record<string, unknown>;
    cases: Record<string, number>;
  };
const thanets = (service: Service, rows: readonly Row[], opening: Row = {}) =>
  service.snapshot(
    rows.map((row) => aRow({ team: "Thanet", ...row })),
    { team: "thanet", asOf: "2024-11-20", ...opening },
    THANET,
  );
const numbered = (from: number, to: number): Row[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ childRef: `C-${from + at}` }));
const trail = async (service: Service) =>
  (await service.deps.table.list("AUDIT")).entries.map(
    ({ body }) => JSON.parse(String(body)) as Record<string, unknown>,
  );

describe("a harvest of another team's list through checks", () => {
  test("by a manager without a team is refused", async () => {
    const service = aService();
    await thanets(service, numbered(1, 5));
    const { status, text } = await check(service, numbered(1, 5), who({ teams: [] }));
    expect(status).toBe(403);
    expect(text).toContain("no team yet");
    expect(text).not.toContain("C-1");
  });

  test("is told of rows of the person's own teams alone, of leads and of how many cases they have", async () => {
    const service = aService();
    await thanets(service, [...numbered(1, 3), { childRef: "C-4", lead: "W1" }]);
    const rows = [
      { childRef: "C-1", team: "Swale", lead: "W1" },
      { childRef: "C-2", team: { unreadable: true }, lead: "W1" },
      { childRef: "C-3", team: "A team that nobody has", lead: "W1" },
    ];
    expect(await elsewhere(service, rows)).toEqual({ leads: {}, cases: {} });
  });

  test("comes to an end at the day's allowance, which the other door shares", async () => {
    const service = aService({ limits: { ...LIMITS, lookUpsADay: 12 } });
    await thanets(service, numbered(1, 30));
    expect((await check(service, numbered(1, 10))).status).toBe(200);
    const refused = await check(service, numbered(11, 20));
    expect(refused).toMatchObject({ status: 429, json: { startsAnewOn: "2024-12-01" } });
    expect(refused.text).not.toContain("C-11");
    expect((await service.send("POST", "/leads", { childRefs: ["C-21", "C-22"] })).status).toBe(200);
    expect((await service.send("POST", "/leads", { childRefs: ["C-23"] })).status).toBe(429);
  });

  test("counts a child once a day, so that a sheet may be checked all day, and nobody who is on no other list", async () => {
    const service = aService({ limits: { ...LIMITS, lookUpsADay: 3 } });
    await thanets(service, numbered(1, 30));
    for (let again = 0; again < 5; again += 1)
      expect((await check(service, [...numbered(1, 3), ...numbered(100, 200)])).status).toBe(200);
    expect((await check(service, numbered(4, 4))).status).toBe(429);
    service.world.now = "2024-12-01T08:00:00Z";
    expect((await check(service, numbered(4, 4))).status).toBe(200);
  });

  test("counts what a closed row gives away of the cases of a lead", async () => {
    const service = aService({ limits: { ...LIMITS, lookUpsADay: 1 } });
    await thanets(service, [
      { childRef: "C-1", lead: "W1" },
      { childRef: "C-2", lead: "W1" },
    ]);
    const closed = (...refs: string[]) => refs.map((childRef) => aRow({ childRef, status: "CLOSED", lead: "W1" }));
    expect((await elsewhere(service, closed("C-1"))).cases).toEqual({ W1: 1 });
    expect((await check(service, closed("C-2"))).status).toBe(429);
  });

  test("stands in the audit trail: how many answers crossed a team, and which, by a hash that a look-up shares", async () => {
    const service = aService();
    await thanets(service, numbered(1, 2));
    await check(service, [...numbered(2, 2), ...numbered(7, 9)]);
    await check(service, numbered(7, 9));
    await service.send("POST", "/leads", { childRefs: ["c-2", "C-50"] });
    const [first, second, lookUp] = (await trail(service)).slice(-3);
    expect(first).toMatchObject({ what: "POST /checks", count: 4, crossed: 1 });
    expect(second).not.toHaveProperty("crossed");
    expect(lookUp).toMatchObject({ what: "POST /leads", count: 2 });
    const [child] = first?.["children"] as string[];
    expect(lookUp?.["children"]).toHaveLength(2);
    expect(lookUp?.["children"]).toContain(child);
    const stored = JSON.stringify((await service.send("GET", "/snapshots/thanet/2024-11", undefined, {}, THANET)).json);
    expect(stored).not.toContain(child);
  });
});

describe("a restricted child", () => {
  test("is answered for to nobody, whichever team's list says so", async () => {
    const service = aService();
    await thanets(service, [{ childRef: "RS-1", restricted: "yes" }]);
    await service.snapshot([aRow({ childRef: "RS-1", restricted: "no", lead: "W1" })]);
    expect(await elsewhere(service, [aRow({ childRef: "RS-1", team: "Swale", lead: "W1" })], SWALE)).toEqual({
      leads: {},
      cases: {},
    });
    // The lead's other cases do not count it either.
    expect((await elsewhere(service, [aRow({ childRef: "S-1", team: "Swale", lead: "W1" })], SWALE)).cases).toEqual({});
    expect((await service.send("POST", "/leads", { childRefs: ["RS-1"] }, {}, SWALE)).json["leads"]).toEqual([
      "restricted",
    ]);
  });

  test("is not where the asking team's own list, or another row of the sheet, says so", async () => {
    const service = aService();
    await thanets(service, [
      { childRef: "RS-1", lead: "W1" },
      { childRef: "RS-2", lead: "W1" },
    ]);
    await service.snapshot([aRow({ childRef: "RS-1", restricted: "yes" })]);
    const rows = [
      aRow({ childRef: "RS-1" }),
      aRow({ childRef: "RS-2" }),
      aRow({ childRef: "rs-2", status: "CLOSED", restricted: "yes" }),
    ];
    expect(await elsewhere(service, rows)).toEqual({ leads: {}, cases: {} });
  });

  test.each([
    ["on a closed row of its own list", "thanet"],
    ["on a closed row of another list", "dover"],
  ])("is so %s", async (_, marking) => {
    const service = aService();
    const open = { childRef: "RS-1", lead: "W1" };
    const closed = { childRef: "RS-1", status: "CLOSED", restricted: "yes" };
    await thanets(service, marking === "thanet" ? [closed, open] : [open]);
    if (marking === "dover") await service.snapshot([aRow(closed)]);
    expect((await elsewhere(service, [aRow({ childRef: "RS-1", team: "Swale" })], SWALE)).leads).toEqual({});
    expect((await service.send("POST", "/leads", { childRefs: ["RS-1"] }, {}, SWALE)).json["leads"]).toEqual([
      "restricted",
    ]);
  });
});

describe("what the register keeps from other teams", () => {
  const hidden = (kept: Row): Row => ({
    name: "Lou Hidden",
    id: "LKP1",
    role: "Social Work Assistant",
    team: "Thanet",
    ...kept,
  });
  const shown = async (kept: Row, as = who()) => {
    const service = aService({}, { practitioners: [...EXAMPLE_REGISTER, hidden(kept)] });
    const answers: unknown[] = [];
    for (const asOf of ["2024-10-01", "2024-11-10", "2024-11-11", "2024-11-30", "2025-01-10"]) {
      const rows = [
        aRow({ lead: "LKP1", complexity: 3, cover: "" }),
        aRow({ childRef: "C-2", lead: "LKP1", complexity: 1 }),
      ];
      answers.push((await check(service, rows, as, { asOf }, "?words=1")).text);
    }
    return answers;
  };
  const NOTHING = {};

  test.each<[string, Row]>([
    ["a level", { level: 2 }],
    ["a day of sign-off", { signedOffOn: "2024-11-11" }],
    ["an absence", { absentFrom: "2024-11-11", absentTo: "2024-12-31" }],
    ["an absence that ends", { absentFrom: "2024-09-11", absentTo: "2024-11-10" }],
  ])("is not found out by asking on one day and another: %s", async (_, kept) => {
    expect(await shown(kept)).toEqual(await shown(NOTHING));
  });

  test("is known to the practitioner's own team", async () => {
    const own = who({ oid: "oid-both", teams: ["dover", "thanet"] });
    expect(await shown({ level: 2 }, own)).not.toEqual(await shown(NOTHING, own));
  });
});
