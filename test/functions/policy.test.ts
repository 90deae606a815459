import { describe, expect, it } from "vitest";
import { kentTrial2024, workingTogether } from "../../rules/policies/index.ts";
import { policyOn, policyVersions } from "../../functions/policies/versions.ts";
import { POLICY } from "./support/requests.ts";
import { aService, type Service } from "./support/service.ts";

const put = ({ as }: Service, policy: unknown = POLICY, etag: string | undefined = '"2"', more: object = {}) =>
  as("admin", "PUT", "/policy", { body: { policy, ...more }, headers: etag === "" ? {} : { "if-match": etag } });

const renamed = (id: string, name: string) => ({
  ...POLICY,
  trial: {
    ...POLICY.trial,
    teams: POLICY.trial.teams.map((team) => (team.id === id ? { ...team, name, aliases: [] } : team)),
  },
});

describe("the policy in force", () => {
  it.each([
    ["2024-11-30", "kent-trial-2024"],
    ["2024-10-04", "kent-trial-2024"],
    ["2024-10-03", "working-together"],
    ["2020-01-01", "working-together"],
  ])("on %s is %s, as long as the council has none of its own", async (on, id) => {
    const { as } = await aService();
    const { status, json } = await as("withoutRole", "GET", `/policy?on=${on}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ policy: { id }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  it("is today's where no day is asked for, and need not be sent to who holds it", async () => {
    const { as } = await aService();
    const { json, headers } = await as("evaluator", "GET", "/policy");
    expect(json).toMatchObject({ version: 2, policy: { id: "kent-trial-2024" } });
    const again = await as("evaluator", "GET", "/policy", { headers: { "if-none-match": headers.get("etag") ?? "" } });
    expect(again).toMatchObject({ status: 304, text: "" });
  });

  it.each(["2024-13-01", "2024-02-30", "30/11/2024", ""])("cannot be asked for on %s", async (on) => {
    const { as } = await aService();
    expect((await as("admin", "GET", `/policy?on=${on}`)).json).toMatchObject({ status: 422, paths: ["on"] });
  });

  it("of a past month stays what it was when the council makes its own", async () => {
    const service = await aService();
    await put(service);
    expect((await policyOn(service.deps, "2025-04-03")).policy).toEqual(kentTrial2024);
    expect((await policyOn(service.deps, "2024-01-01")).policy).toEqual(workingTogether);
    expect(await policyOn(service.deps, "2025-04-04")).toMatchObject({ version: 3, policy: { id: "kent-2025" } });
  });
});

describe("the versions of the policy", () => {
  it("are listed with an ETag over them all", async () => {
    const service = await aService();
    const before = await service.as("ofTheTeam", "GET", "/policy/versions");
    expect(before.headers.get("etag")).toBe('"2"');
    expect(before.json.items?.map(({ version }) => version)).toEqual([1, 2]);
    expect((await put(service)).status).toBe(201);
    const after = await service.as("ofTheTeam", "GET", "/policy/versions", { headers: { "if-none-match": '"2"' } });
    expect(after.json.items?.at(-1)).toMatchObject({
      version: 3,
      at: "2024-11-30T12:00:00.000Z",
      policy: { id: "kent-2025" },
    });
    expect(after.text).not.toContain("oid-admin");
    expect(
      (await service.as("ofTheTeam", "GET", "/policy/versions", { headers: { "if-none-match": 'W/"3"' } })).status,
    ).toBe(304);
  });

  it("are read once and then only what is new", async () => {
    const service = await aService();
    await put(service);
    const first = await policyVersions(service.deps);
    expect(await policyVersions(service.deps)).toBe(first);
    await put(service, { ...POLICY, id: "kent-2026" }, '"3"');
    expect(await policyVersions(service.deps)).toHaveLength(4);
  });
});

describe("a new policy", () => {
  it("says which versions it follows", async () => {
    const service = await aService();
    expect((await put(service, POLICY, "")).status).toBe(428);
    expect((await put(service, POLICY, '"1"')).status).toBe(412);
    expect((await put(service, POLICY, '"1", W/"2"')).status).toBe(201);
    expect((await put(service, POLICY, '"2"')).status).toBe(412);
    expect((await put(service, POLICY, "*")).headers.get("etag")).toBe('"4"');
  });

  it("is made once where two are sent at once", async () => {
    const service = await aService();
    const answers = await Promise.all([put(service), put(service), put(service)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
  });

  it("that would be in force from a past day needs a reason", async () => {
    const service = await aService();
    const past = { ...POLICY, effectiveFrom: "2024-11-29" };
    expect((await put(service, past)).json).toMatchObject({ status: 422, paths: ["effectiveFrom", "reason"] });
    expect((await put(service, past, undefined, { reason: "The letter was late." })).json).toMatchObject({
      version: 3,
      reason: "The letter was late.",
    });
    expect((await put(service, { ...POLICY, effectiveFrom: "2024-11-30" }, '"3"')).status).toBe(201);
  });

  it("that cannot be used is refused with sentences that repeat no value", async () => {
    const service = await aService();
    const { status, json, text } = await put(service, { ...POLICY, title: 7, retentionYears: 1e6, colour: "MARKED" });
    expect(status).toBe(422);
    expect(json.sentences).toEqual([
      "colour is not a setting of a policy",
      "title must be a text of 1 to 200 characters",
      "retentionYears must be a whole number from 1 to 1000",
    ]);
    expect(text).not.toContain("MARKED");
    const twice = await put(service, {
      ...POLICY,
      courses: ['MAR"KED', 'MAR"KED'].map((name) => ({ name, from: "2025-01-01" })),
      serviceManagers: [{ team: "MAR\nKED", name: "x" }],
    });
    expect(twice.json.sentences).toEqual([
      "courses[1].name repeats the course of courses[0]",
      "serviceManagers[0].team names a team that the policy does not have",
    ]);
  });

  it("keeps the teams that the council's own policies have", async () => {
    const service = await aService();
    expect((await put(service, renamed("dover", "Dover and Deal"))).status).toBe(201);
    const without = { ...POLICY, trial: { ...POLICY.trial, teams: POLICY.trial.teams.slice(1) } };
    expect((await put(service, without, '"3"')).json.sentences).toEqual([
      expect.stringContaining("a team of an earlier version would vanish"),
    ]);
    expect(
      (await put(service, { ...without, trial: { ...without.trial, teams: [] } }, '"3"')).json.sentences?.[0],
    ).toContain("6 teams");
    const moved = { ...without, otherTeams: [...without.otherTeams, ...POLICY.trial.teams.slice(0, 1)] };
    expect((await put(service, moved, '"3"')).status).toBe(201);
  });

  it.each(["uploads", "Dover", "a#b", "a/b", "\uD800", "-a", "a".repeat(65)])(
    "has no team with the id %j",
    async (id) => {
      const service = await aService();
      const { status, json } = await put(service, {
        ...POLICY,
        otherTeams: [...POLICY.otherTeams, { id, name: "Newtown", aliases: [] }],
      });
      expect(status).toBe(422);
      expect(json.sentences).toEqual([expect.stringContaining("a team's id must be of small letters")]);
    },
  );

  it("gives no team the name of another", async () => {
    const service = await aService();
    await put(service);
    const swapped = {
      ...renamed("dover", "Elsewhere"),
      otherTeams: [...POLICY.otherTeams, { id: "new", name: "DOVER", aliases: [] }],
    };
    expect((await put(service, swapped, '"3"')).json.sentences).toEqual([expect.stringContaining("another team's id")]);
  });

  it("may have other teams altogether where the council has stored none", async () => {
    const service = await aService();
    const other = {
      ...POLICY,
      trial: { ...POLICY.trial, teams: [] },
      otherTeams: [{ id: "north", name: "North", aliases: [] }],
    };
    expect((await put(service, other)).status).toBe(201);
  });
});

describe("a preview", () => {
  it("shows whose verdicts would change, and keeps nothing but the audit line", async () => {
    const changes = [
      { team: "dover", month: "2024-11", changes: [{ from: "clear" as const, to: "action" as const, rows: 3 }] },
    ];
    const service = await aService({}, { verdictChanges: () => Promise.resolve(changes) });
    const answer = await service.as("admin", "POST", "/policy/preview", { body: { policy: POLICY } });
    expect(answer).toMatchObject({ status: 200, json: { items: changes } });
    expect(await policyVersions(service.deps)).toHaveLength(2);
    expect((await service.as("admin", "GET", "/audit")).json.items?.map(({ what }) => what)).toEqual([
      "POST /policy/preview",
    ]);
    expect((await service.as("admin", "POST", "/policy/preview", { body: { policy: {} } })).status).toBe(422);
  });
});
