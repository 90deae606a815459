import { describe, expect, test } from "vitest";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { aRow, aService, rowsOf, THANET, who, type Service } from "./snapshots/service.ts";
import { everything } from "./support/everything.ts";

const SWALE = who({ oid: "oid-swale", teams: ["swale"] });
const DAY = 86_400;
const seconds = (time: string): number => Date.parse(time) / 1000;
const keep = (service: Service, retentionYears: number): void => {
  service.world.policy = { ...kentTrial2024, retentionYears };
};
const thanets = (service: Service, asOf: string, month = "2024-11") =>
  service.snapshot([aRow({ childRef: "T-1", team: "Thanet" })], { team: "thanet", month, asOf }, THANET);

/** The moments at which anything of a table ends, with the second before and after, and every quarter of ten years. */
async function moments(service: Service): Promise<number[]> {
  const ends = (await everything(service.deps.table)).flatMap(({ expiresAt }) => expiresAt ?? []);
  const start = seconds("2024-12-11T00:00:00Z");
  const quarters = Array.from({ length: 41 }, (_, at) => start + at * 91 * DAY);
  const all = [...new Set([...ends.flatMap((end) => [end - 1, end, end + 1]), ...quarters])];
  return all.filter((moment) => moment <= (quarters.at(-1) ?? 0)).sort((a, b) => a - b);
}

async function readAll(service: Service): Promise<void> {
  const asked: [method: string, path: string, body: unknown, as: typeof SWALE][] = [
    ["POST", "/leads", { childRefs: ["T-1", "D-1"] }, SWALE],
    ["POST", "/checks", { asOf: "2024-12-01", rows: [aRow({ childRef: "D-1", team: "Swale" })] }, SWALE],
    ["GET", "/snapshots?team=thanet", undefined, THANET],
    ["GET", "/snapshots/thanet/2024-11", undefined, THANET],
    ["GET", "/snapshots/thanet/2024-11?version=1", undefined, THANET],
    ["GET", "/snapshots/thanet/2024-11/changes", undefined, THANET],
    ["GET", "/measures?from=2024-10&to=2024-11", undefined, THANET],
  ];
  for (const [method, path, body, as] of asked) {
    const answer = await service.send(method, path, body, {}, as);
    const isThere = answer.status === 200 || (answer.status === 404 && path.includes("/thanet/"));
    expect(isThere, `${method} ${path} at ${service.world.now}: ${answer.text}`).toBe(true);
    if (path === "/leads") expect((answer.json["leads"] as unknown[])[1]).toMatchObject({ team: "Dover" });
  }
}

const YEARS = [1, 6] as const;
const DAYS = ["2024-11-10", "2024-12-10"] as const;
const combinations = YEARS.flatMap((first) =>
  YEARS.flatMap((second) => DAYS.flatMap((one) => DAYS.map((two) => ({ first, second, one, two })))),
);

describe("through ten years, no team's ended months take anything down", () => {
  test.each(combinations)("kept $first years as of $one, then $second as of $two", async (given) => {
    const service = aService({}, { now: "2024-12-10T12:00:00Z" });
    keep(service, 20);
    await service.snapshot([aRow({ childRef: "D-1" })]);
    keep(service, 2);
    expect((await thanets(service, "2024-10-31", "2024-10")).status).toBe(201);
    keep(service, given.first);
    expect((await thanets(service, given.one)).status).toBe(201);
    keep(service, given.second);
    expect((await thanets(service, given.two)).status).toBe(201);
    for (const moment of await moments(service)) {
      service.world.now = new Date(moment * 1000).toISOString();
      await readAll(service);
    }
  });
});

test("a month whose newest version has ended is absent, and the version that it replaced does not come back", async () => {
  const service = aService({}, { now: "2024-12-10T12:00:00Z" });
  keep(service, 6);
  await thanets(service, "2024-11-30");
  keep(service, 1);
  await thanets(service, "2024-11-30");
  service.world.now = "2026-06-01T12:00:00Z";
  expect((await service.send("POST", "/leads", { childRefs: ["T-1"] }, {}, SWALE)).json["leads"]).toEqual([null]);
  expect((await service.send("GET", "/snapshots/thanet/2024-11", undefined, {}, THANET)).status).toBe(404);
  expect((await service.send("GET", "/measures?from=2024-11&to=2024-11", undefined, {}, THANET)).json["items"]).toEqual(
    [],
  );
});

describe("versions of a month", () => {
  const committedAtOnce = async (uploads: number, times: number) => {
    const service = aService();
    const ids: string[] = [];
    for (let n = 0; n < uploads; n += 1) {
      const id = await service.open(1);
      await service.put(id, rowsOf(1, { childRef: `C-${n}` }));
      ids.push(id);
    }
    const answers = await Promise.all(ids.flatMap((id) => Array.from({ length: times }, () => service.commit(id))));
    const items = (await service.send("GET", "/snapshots?team=dover")).json["items"] as Record<string, unknown>[];
    return { answers, items };
  };

  test("committed at once are each linked to the one before", async () => {
    const { answers, items } = await committedAtOnce(4, 1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(items.map(({ version, follows }) => [version, follows])).toEqual([
      [1, undefined],
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
    expect(new Set(answers.map(({ json }) => json["version"])).size).toBe(4);
  });

  test("skip no number where every commit is sent three times at once", async () => {
    const { answers, items } = await committedAtOnce(5, 3);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(items.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
    expect(items.map(({ isNewest }) => isNewest)).toEqual([false, false, false, false, true]);
  });
});
