import { describe, expect, test } from "vitest";
import { memoryTable } from "../../functions/store/memory.ts";
import { aService } from "./support/service.ts";

const LINES = { "content-type": "application/x-ndjson" };
const PERSON = { name: "Sam Testassistant", role: "Social Work Assistant", team: "Dover" };

type Service = Awaited<ReturnType<typeof aService>>;

async function filled(): Promise<Service> {
  const service = await aService();
  for (let n = 1; n <= 130; n += 1)
    expect((await service.as("admin", "PUT", `/practitioners/T${n}`, { body: PERSON })).status).toBe(201);
  const rows = [1, 2, 3].map((n) => ({ childRef: `C-${n}`, team: "Dover", status: "CIN", lead: "T1", overseer: "" }));
  const { uploadId } = (
    await service.as("ofTheTeam", "POST", "/snapshots", {
      body: { team: "dover", month: "2024-10", rows: 3, parts: 1 },
    })
  ).json;
  await service.as("ofTheTeam", "PUT", `/snapshots/uploads/${String(uploadId)}/parts/1`, { body: { rows } });
  expect((await service.as("ofTheTeam", "POST", `/snapshots/uploads/${String(uploadId)}/commit`)).status).toBe(201);
  return service;
}

const exported = async (service: Service): Promise<string> => (await service.as("admin", "GET", "/export")).text;

/** What people read, before and after. */
const reads = async ({ as }: Service): Promise<unknown[]> =>
  Promise.all(
    [
      as("admin", "GET", "/practitioners?limit=200"),
      as("ofTheTeam", "GET", "/snapshots?team=dover"),
      as("ofTheTeam", "GET", "/snapshots/dover/2024-10"),
      as("ofTheTeam", "POST", "/leads", { body: { childRefs: ["C-1", "C-9"] } }),
      as("evaluator", "GET", "/measures?from=2024-10&to=2024-10"),
    ].map(async (answer) => (await answer).json),
  );

describe("an export", () => {
  test("is JSON lines with an end, and holds nothing of look-ups that passed", async () => {
    const lines = (await exported(await filled()))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.at(-1)).toEqual({ end: true });
    expect(
      lines
        .slice(0, -1)
        .every(({ pk, sk, version }) => typeof pk === "string" && typeof sk === "string" && Number(version) >= 1),
    ).toBe(true);
    expect(lines.some(({ pk }) => /^(ONCE|COUNT)#/.test(String(pk)))).toBe(false);
  });

  test("put back into an empty service answers every question as before", async () => {
    const before = await filled();
    const text = await exported(before);
    const after = await aService();
    expect((await after.as("admin", "POST", "/import", { body: text, headers: LINES })).json).toMatchObject({
      isEnd: true,
    });
    expect(await reads(after)).toEqual(await reads(before));
  });

  test("in pages may be put back in any order, and a page twice", async () => {
    const text = await exported(await filled());
    const lines = text.trim().split("\n").slice(0, -1);
    const half = Math.floor(lines.length / 2);
    const after = await aService();
    const first = await after.as("admin", "POST", "/import", { body: lines.slice(half).join("\n"), headers: LINES });
    expect(first.json).toMatchObject({ isEnd: false });
    const again = await after.as("admin", "POST", "/import", { body: lines.slice(half).join("\n"), headers: LINES });
    expect(again.json).toMatchObject({ put: 0 });
    expect(
      (
        await after.as("admin", "POST", "/import", {
          body: [...lines.slice(0, half), '{"end":true}'].join("\n"),
          headers: LINES,
        })
      ).json,
    ).toMatchObject({ isEnd: true });
    expect(await reads(after)).toEqual(await reads(await filled()));
  });

  test("is not put over what is there", async () => {
    const service = await filled();
    expect(
      (await service.as("admin", "POST", "/import", { body: await exported(service), headers: LINES })).status,
    ).toBe(409);
  });

  test.each([
    ["no JSON", "{", "line 1"],
    ["a line of something else", '{"end":true}\n{"name":"Ann Example"}', "line 2"],
    ["a line without a body", '{"pk":"REGISTER","sk":"T1","version":1}', "line 1"],
    ["a version that is none", '{"pk":"REGISTER","sk":"T1","version":0,"text":"{}"}', "line 1"],
    [
      "a key that no table can have",
      JSON.stringify({ pk: "x".repeat(3_000), sk: "y", version: 1, text: "{}" }),
      "line 1",
    ],
  ])("with %s is refused, naming the line and repeating nothing", async (_name, body, line) => {
    const answer = await (await aService()).as("admin", "POST", "/import", { body, headers: LINES });
    expect(answer.status).toBe(422);
    expect(answer.json.paths).toEqual([line]);
    expect(answer.text).not.toContain("Ann Example");
  });

  test.each([
    ["an end that is no second", '{"pk":"REGISTER","sk":"T1","version":1,"expiresAt":1.5,"text":"{}"}'],
    ["an end beyond all time", '{"pk":"REGISTER","sk":"T1","version":1,"expiresAt":1e308,"text":"{}"}'],
    ["a version beyond counting", '{"pk":"REGISTER","sk":"T1","version":1e300,"text":"{}"}'],
    ["a partition of no export", '{"pk":"COUNT#LOOKUPS","sk":"T1","version":1,"text":"{}"}'],
    ["a policy that is none", '{"pk":"POLICY","sk":"V#000003","version":1,"text":"{\\"x\\":1}"}'],
    [
      "an audit line of its own time",
      '{"pk":"AUDIT","sk":"2024-11-30T12:00:00.001Z#x","version":1,"text":"{\\"at\\":\\"2024-11-30T12:00:00.001Z\\"}"}',
    ],
  ])("with %s is refused, and opens no import", async (_name, body) => {
    const service = await aService();
    const answer = await service.as("admin", "POST", "/import", { body, headers: LINES });
    expect(answer).toMatchObject({ status: 422, json: { paths: ["line 1"] } });
    await service.as("admin", "PUT", "/practitioners/T1", { body: PERSON });
    expect((await service.as("admin", "POST", "/import", { body: "", headers: LINES })).status).toBe(409);
  });

  test("that was left open ends after a day", async () => {
    let now = new Date("2024-11-30T12:00:00Z");
    const service = await aService({ now: () => now, table: memoryTable(() => now) });
    const first = '{"pk":"REGISTER","sk":"T1","version":1,"text":"{}"}';
    expect((await service.as("admin", "POST", "/import", { body: first, headers: LINES })).status).toBe(200);
    now = new Date("2024-12-01T11:00:00Z");
    expect((await service.as("admin", "POST", "/import", { body: first, headers: LINES })).status).toBe(200);
    now = new Date("2024-12-01T12:00:01Z");
    expect((await service.as("admin", "POST", "/import", { body: first, headers: LINES })).status).toBe(409);
  });

  test("is the Admin's alone", async () => {
    const service = await aService();
    expect((await service.as("ofTheTeam", "GET", "/export")).status).toBe(403);
    expect((await service.as("evaluator", "POST", "/import", { body: "", headers: LINES })).status).toBe(403);
  });
});
