import { describe, expect, it } from "vitest";
import { aService } from "./support/service.ts";
import { POLICY, PRACTITIONER } from "./support/requests.ts";
import { memoryTable } from "../../functions/store/memory.ts";

describe("the audit trail", () => {
  it("has a line for every write and every reading, newest first, without what was written", async () => {
    let minute = 0;
    const now = () => new Date(Date.UTC(2024, 10, 30, 12, (minute += 1)));
    const { as } = await aService({ now, table: memoryTable(() => new Date(0)) });
    await as("admin", "PUT", "/policy", { body: { policy: POLICY }, headers: { "if-match": '"2"' } });
    await as("admin", "POST", "/policy/preview", { body: { policy: POLICY } });
    await as("admin", "PUT", "/practitioners/A1", { body: PRACTITIONER });
    await as("ofTheTeam", "GET", "/practitioners");
    await as("admin", "PUT", "/members/oid-x", { body: { name: "Some One", teams: ["dover"] } });
    await as("withoutRole", "POST", "/feedback", {
      body: { theme: "other", text: "Some words.", month: "2024-11", team: "dover" },
    });
    await as("evaluator", "GET", "/feedback");
    await as("admin", "GET", "/audit");
    const { json, text } = await as("admin", "GET", "/audit");
    expect(json.items?.map(({ by, at, ...line }) => [typeof at, by, line])).toEqual([
      ["string", "oid-admin@tenant", { what: "GET /audit", count: 7 }],
      ["string", "oid-evaluator@tenant", { what: "GET /feedback", count: 1 }],
      [
        "string",
        "oid-nobody@tenant",
        { what: "POST /feedback", month: "2024-11", team: "dover", about: expect.any(String) as string },
      ],
      ["string", "oid-admin@tenant", { what: "PUT /members/:id", about: "oid-x", count: 1 }],
      ["string", "oid-dover@tenant", { what: "GET /practitioners", count: 1 }],
      ["string", "oid-admin@tenant", { what: "PUT /practitioners/:id", about: "A1", team: "dover" }],
      ["string", "oid-admin@tenant", { what: "POST /policy/preview" }],
      ["string", "oid-admin@tenant", { what: "PUT /policy", about: "version 3" }],
    ]);
    expect(text).not.toMatch(/Sam|Some/);
  });

  it("has no line for a write that was refused, and none is made where the line cannot be", async () => {
    const { as, deps } = await aService();
    await as("ofAnotherTeam", "PUT", "/practitioners/A1", { body: PRACTITIONER });
    await as("admin", "PUT", "/members/oid-dover", { body: { teams: [] } });
    expect((await as("admin", "GET", "/audit")).json.items).toEqual([]);
    const table: typeof deps.table = {
      ...deps.table,
      put: (key, ...how) => (key.pk === "AUDIT" ? Promise.reject(new Error("full")) : deps.table.put(key, ...how)),
    };
    const broken = await aService({ table });
    expect((await broken.as("admin", "PUT", "/practitioners/A1", { body: PRACTITIONER })).status).toBe(500);
    expect((await as("admin", "GET", "/practitioners")).json.items).toEqual([]);
  });

  it("comes in pages", async () => {
    const { as } = await aService();
    for (const id of ["A1", "A2", "A3"]) await as("admin", "PUT", `/practitioners/${id}`, { body: PRACTITIONER });
    const first = (await as("admin", "GET", "/audit?limit=2")).json;
    expect(first.items?.map(({ about }) => about)).toEqual(["A3", "A2"]);
    const rest = (await as("admin", "GET", `/audit?limit=2&after=${encodeURIComponent(first.next ?? "")}`)).json;
    expect(rest.items?.map(({ about }) => about)).toEqual(["A1"]);
  });
});
