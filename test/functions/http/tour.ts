import { beforeAll, describe, expect, test } from "vitest";
import { PRACTITIONERS, send, sendMonth, speaker, wireRow, type Service } from "./caller.ts";

/** Goes round the whole service over real HTTP: the same on Node and behind Lambda's runtime. */
export function tour(name: string, start: () => Promise<Service>): void {
  describe(name, () => {
    let service: Service;
    let admin: ReturnType<typeof speaker>;
    let manager: ReturnType<typeof speaker>;
    let evaluator: ReturnType<typeof speaker>;

    beforeAll(async () => {
      service = await start();
      admin = speaker(service, await service.token("Test Admin", ["Admin"]));
      manager = speaker(service, await service.token("Test Manager", ["Manager"], ["dover"]));
      evaluator = speaker(service, await service.token("Test Evaluator", ["Evaluator"]));
      for (const [id, person] of Object.entries(PRACTITIONERS)) await admin.ok("PUT", `/practitioners/${id}`, person);
    });

    test("says that it is well, and what it can do, to anyone", async () => {
      expect((await fetch(`${service.url}/api/health`)).status).toBe(200);
      const document = (await (await fetch(`${service.url}/api/openapi.json`)).json()) as {
        paths: Record<string, unknown>;
      };
      expect(Object.keys(document.paths)).toEqual(
        expect.arrayContaining(["/api/v1/checks", "/api/v1/snapshots", "/api/health"]),
      );
    });

    test("refuses a stranger with a sentence, and says what is not there", async () => {
      expect(await send(service, "nonsense", "GET", "/me")).toMatchObject({
        status: 401,
        json: { detail: expect.stringContaining("Sign in") as string },
      });
      expect((await manager.raw("GET", "/nothing")).status).toBe(404);
      expect((await manager.raw("PUT", "/me")).status).toBe(405);
      expect((await manager.raw("GET", "/audit")).status).toBe(403);
    });

    test("knows who is signed in", async () => {
      expect(await manager.ok("GET", "/me")).toEqual({ name: "Test Manager", roles: ["Manager"], teams: ["dover"] });
    });

    test("holds the policy of a day and its versions, with entity tags", async () => {
      const { headers, json } = await manager.raw("GET", "/policy?on=2024-11-30");
      expect(json).toMatchObject({ policy: { id: "kent-trial-2024" } });
      expect(
        (await manager.raw("GET", "/policy?on=2024-11-30", undefined, { "if-none-match": headers.get("etag") ?? "" }))
          .status,
      ).toBe(304);
      expect(await manager.ok("GET", "/policy/versions")).toMatchObject({ items: expect.any(Array) as unknown[] });
    });

    test("keeps the register", async () => {
      const { items } = await manager.ok<{ items: { id: string }[] }>("GET", "/practitioners");
      expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(["T1", "T2", "T3"]));
      expect(
        (
          await manager.raw(
            "PUT",
            "/practitioners/T1",
            { ...(PRACTITIONERS["T1"] as object), registration: "SW999999" },
            { "if-match": '"1"' },
          )
        ).status,
      ).toBe(403);
    });

    test("checks rows, in words if asked", async () => {
      const answer = await manager.ok<{
        rows: { verdict: string; findings: { rule: string; breach: string; message?: string }[] }[];
      }>("POST", "/checks?words=1", { asOf: "2024-11-30", rows: [wireRow("C-1"), wireRow("C-2", { overseer: "" })] });
      expect(answer.rows.map(({ verdict }) => verdict)).toEqual(["clear", "not-eligible"]);
      expect(answer.rows[1]?.findings[0]).toMatchObject({
        rule: "LP-08",
        breach: "not-named",
        message: expect.stringContaining("nobody is named") as string,
      });
    });

    test("refuses a row that says too much, naming the key and never the value", async () => {
      const { status, text } = await manager.raw("POST", "/checks", {
        rows: [{ ...wireRow("C-1"), childName: "Ann Example" }],
      });
      expect(status).toBe(422);
      expect(text).toContain("childName");
      expect(text).not.toContain("Ann Example");
    });

    test("takes two months' snapshots, and says what has changed, who leads, and what that comes to", async () => {
      await sendMonth(
        manager.ok,
        "dover",
        "2024-10",
        [
          wireRow("C-1", { lastSupervision: "2024-10-20" }),
          wireRow("C-2", { lastSupervision: "2024-10-20", leadFrom: "2024-10-14" }),
        ],
        1,
      );
      const rows = [wireRow("C-1"), wireRow("C-2", { overseer: "" }), wireRow("C-3", { status: "CP", lead: "T3" })];
      const receipt = await sendMonth(manager.ok, "dover", "2024-11", rows, 2);
      expect(receipt).toMatchObject({
        team: "dover",
        month: "2024-11",
        version: 1,
        rows: 3,
        verdicts: { clear: 2, "not-eligible": 1 },
      });
      const again = await sendMonth(manager.ok, "dover", "2024-11", rows);
      expect(again).toMatchObject({ version: 2, rows: 3 });

      expect(await manager.ok("GET", "/snapshots?team=dover&from=2024-10&to=2024-11")).toMatchObject({
        items: expect.any(Array) as unknown[],
      });
      const { items } = await manager.ok<{ items: unknown[] }>("GET", "/snapshots/dover/2024-11");
      expect(items).toHaveLength(3);
      const { text } = await manager.raw("GET", "/snapshots/dover/2024-11/changes");
      expect(text).toContain("LP-08/not-named");

      const leads = await manager.ok("POST", "/leads", { childRefs: ["c-3", "C-404"] });
      expect(JSON.stringify(leads)).toContain("Kim Testworker");
      expect((await manager.raw("GET", "/measures?from=2024-11&to=2024-11")).text).toContain("not-eligible");
      expect(
        (await evaluator.raw("GET", "/measures.csv?from=2024-11&to=2024-11")).headers.get("content-type"),
      ).toContain("text/csv");
    });

    test("does not show a team's rows to another team's manager", async () => {
      const other = speaker(service, await service.token("Other Manager", ["Manager"], ["thanet"]));
      expect((await other.raw("GET", "/snapshots/dover/2024-11")).status).toBe(403);
      expect(
        (await other.raw("POST", "/snapshots", { team: "dover", month: "2024-11", rows: 1, parts: 1 })).status,
      ).toBe(403);
    });

    test("takes feedback, and keeps an audit of what was written, read and looked up", async () => {
      const { json } = await manager.raw("GET", "/feedback");
      expect(json).toMatchObject({ items: [] });
      const { items } = await admin.ok<{ items: { what: string }[] }>("GET", "/audit?limit=200");
      expect(items.map(({ what }) => what)).toEqual(expect.arrayContaining(["POST /leads", "POST /checks"]));
    });

    test("takes feedback, members, a new policy with its preview, and an erasure, and exports everything", async () => {
      expect(
        await manager.ok("POST", "/feedback", {
          theme: "oversight",
          text: "Monthly supervision is kept.",
          month: "2024-11",
          team: "dover",
        }),
      ).toMatchObject({ theme: "oversight" });
      expect((await evaluator.ok<{ items: unknown[] }>("GET", "/feedback")).items).toHaveLength(1);
      expect(
        await admin.ok("PUT", "/members/new", { email: "new.manager@example.org", teams: ["thanet"] }),
      ).toMatchObject({ teams: ["thanet"], hasSignedIn: false });
      expect((await admin.raw("GET", "/members")).text).not.toContain("new.manager");

      const { json, headers } = await admin.raw("GET", "/policy/versions");
      const kent = (json as { items: { policy: Record<string, unknown> }[] }).items.find(
        ({ policy }) => policy["id"] === "kent-trial-2024",
      )?.policy;
      const stricter = {
        ...kent,
        id: "council",
        title: "Council policy",
        effectiveFrom: "2099-01-01",
        supervision: { every: { days: 14 }, dueSoonDays: 3 },
      };
      expect(
        (await admin.ok<{ items: unknown[] }>("POST", "/policy/preview", { policy: stricter })).items.length,
      ).toBeGreaterThan(0);
      expect((await admin.raw("PUT", "/policy", { policy: stricter })).status).toBe(428);
      expect(
        await admin.ok("PUT", "/policy", { policy: stricter }, { "if-match": headers.get("etag") ?? "" }),
      ).toMatchObject({ policy: { id: "council" } });

      await admin.ok("POST", "/erasures", { childRef: "C-2" });
      expect((await manager.ok<{ items: unknown[] }>("GET", "/snapshots/dover/2024-11")).items).toHaveLength(2);
      const exported = await admin.raw("GET", "/export");
      expect(exported.text.trim().split("\n").at(-1)).toBe('{"end":true}');
      expect(exported.text).not.toMatch(/C-[123]"|new\.manager/);
      expect(
        (await admin.raw("POST", "/import", exported.text, { "content-type": "application/x-ndjson" })).status,
      ).toBe(409);
    });

    test("refuses a body that is too large, or no JSON, or JSON that never ends", async () => {
      expect((await manager.raw("POST", "/checks", `{"rows":["${"x".repeat(5.5 * 2 ** 20)}"]}`)).status).toBe(413);
      expect((await manager.raw("POST", "/checks", "{")).status).toBe(400);
      expect((await manager.raw("POST", "/checks", `${"[".repeat(50_000)}${"]".repeat(50_000)}`)).status).toBeLessThan(
        500,
      );
    });
  });
}
