import { describe, expect, it } from "vitest";
import { createApp } from "../../functions/app.ts";
import { healthRoutes } from "../../functions/routes/health.ts";
import { LIMITS } from "../../functions/dependencies.ts";
import { Refusal } from "../../functions/http/problem.ts";
import { memoryTable } from "../../functions/store/memory.ts";
import { aService, PEOPLE } from "./support/service.ts";
import { NOW, tokenFor } from "./support/tokens.ts";

const named = (name: string): Error => Object.assign(new Error("SECRET row of C-1001"), { name });
const failing = (error: Error) => ({ ...memoryTable(() => NOW), list: () => Promise.reject(error) });
const bearer = async () => ({ authorization: `Bearer ${await tokenFor(PEOPLE.ofTheTeam)}` });
const FEEDBACK = { theme: "other", text: "Well.", month: "2024-11" };

describe("every answer", () => {
  it("carries a request id of ours, never one that was sent", async () => {
    const { as } = await aService();
    const answer = await as("admin", "GET", "/me", { headers: { "x-request-id": "mine" } });
    expect(answer.headers.get("x-request-id")).toBe("id-00001");
  });

  it("is not to be kept, framed or guessed at", async () => {
    const { as, raw } = await aService();
    for (const { headers } of [
      await as("admin", "GET", "/me"),
      await raw("/api/v1/me"),
      await raw("/nowhere"),
      await raw("/api/health"),
    ]) {
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    }
  });

  it("that is a refusal is a problem document with a sentence and the request id", async () => {
    const { raw } = await aService();
    const { status, headers, json } = await raw("/api/v1/me");
    expect(status).toBe(401);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(json).toEqual({
      type: "about:blank",
      title: "Not signed in",
      status: 401,
      detail: "You are not signed in, or were signed in too long ago. Sign in again.",
      requestId: "id-00001",
    });
  });
});

describe("an address", () => {
  it("that is not served is not found, and one that is says which methods it takes", async () => {
    const { as, raw } = await aService();
    expect((await as("admin", "GET", "/nothing")).status).toBe(404);
    expect((await raw("/")).json).toMatchObject({ status: 404, title: "Not found" });
    const wrong = await as("admin", "POST", "/me");
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("GET");
    expect((await as("admin", "DELETE", "/policy")).headers.get("allow")).toBe("GET, PUT");
    expect((await raw("/api/health", { method: "POST" })).status).toBe(405);
  });

  it("is looked up in the OpenAPI document, by anyone", async () => {
    const { raw } = await aService();
    expect((await raw("/api/openapi.json")).json).toMatchObject({
      openapi: "3.1.0",
      paths: { "/api/v1/me": {}, "/api/v1/members/{id}": {} },
    });
  });
});

describe("a body", () => {
  it("may be as large as the limit and no larger, whatever length it announces", async () => {
    const { as } = await aService({ limits: { ...LIMITS, bodyBytes: 2 ** 20 } });
    const of = (bytes: number): string =>
      JSON.stringify({ ...FEEDBACK, text: "" }).replace('""', `"${"x".repeat(bytes)}"`);
    const isRead = await as("ofTheTeam", "POST", "/feedback", { body: of(2 ** 20 - 100) });
    expect(isRead.status).toBe(422);
    expect((await as("ofTheTeam", "POST", "/feedback", { body: of(2 ** 20) })).status).toBe(413);
    expect(
      (await as("ofTheTeam", "POST", "/feedback", { body: of(2 ** 20), headers: { "content-length": "10" } })).status,
    ).toBe(413);
    const announced = await as("ofTheTeam", "POST", "/feedback", {
      body: "{}",
      headers: { "content-length": "9999999" },
    });
    expect(announced.json).toMatchObject({ status: 413, detail: "The body is larger than 1 MB. Send less at a time." });
  });

  it("is JSON, of that type and not compressed", async () => {
    const { as } = await aService();
    const post = (headers: Record<string, string>) => as("ofTheTeam", "POST", "/feedback", { body: FEEDBACK, headers });
    expect((await post({ "content-type": "text/plain" })).status).toBe(415);
    expect((await post({ "content-type": "text/plain", "content-length": "70" })).status).toBe(415);
    expect((await post({ "content-type": "application/x-ndjson" })).status).toBe(415);
    expect((await post({ "content-encoding": "gzip" })).status).toBe(415);
    expect((await post({ "content-type": "application/json; charset=utf-8" })).status).toBe(201);
  });

  it.each([
    ["is broken off", '{"theme": "oth'],
    ["is empty of anything", " "],
    ["is nested too deep", `{"a":${"[".repeat(30)}${"]".repeat(30)}}`],
    ["is nested as deep as can be", "[".repeat(200_000) + "]".repeat(200_000)],
    ["holds a number that is none", '{"month": 1e999}'],
    ["is a number that is none", "-1e999"],
  ])("that %s is not understood", async (_name, body) => {
    const { as } = await aService();
    const answer = await as("ofTheTeam", "POST", "/feedback", { body });
    expect(answer.status).toBe(400);
    expect(answer.json["detail"]).toMatch(/Send/);
  });

  it("that breaks off on its way is not understood", async () => {
    const { app } = await aService();
    const body = new ReadableStream({
      pull: (controller) => {
        controller.error(new Error("reset"));
      },
    });
    const init = {
      method: "POST",
      body,
      duplex: "half",
      headers: { ...(await bearer()), "content-type": "application/json" },
    };
    expect((await app.request("/api/v1/feedback", init as RequestInit)).status).toBe(400);
  });

  it("is not read for someone who is not signed in", async () => {
    const { app } = await aService();
    let pulled = 0;
    const body = new ReadableStream(
      {
        pull: (controller) => {
          pulled += 1;
          controller.enqueue(new Uint8Array(1024));
        },
      },
      { highWaterMark: 0 },
    );
    const init = { method: "POST", body, duplex: "half", headers: { "content-type": "application/json" } };
    expect((await app.request("/api/v1/feedback", init as RequestInit)).status).toBe(401);
    expect(pulled).toBe(0);
  });

  it("of unknown or missing keys is refused by its paths", async () => {
    const { as } = await aService();
    const { status, json } = await as("ofTheTeam", "POST", "/feedback", {
      body: { ...FEEDBACK, month: "November", extra: "MARKED", ["k".repeat(900)]: 1 },
    });
    expect(status).toBe(422);
    expect(json.paths).toEqual(["month", "extra", "k".repeat(60)]);
    expect((await as("ofTheTeam", "POST", "/feedback")).json.paths).toEqual(["theme", "text", "month"]);
    expect((await as("ofTheTeam", "POST", "/feedback", { body: "[]" })).json).not.toHaveProperty("paths");
  });
});

describe("a fault", () => {
  it("of ours is answered with the request id and nothing else, and logged by its name alone", async () => {
    const { as, lines } = await aService({ table: failing(named("TypeError")) });
    const { status, json, text } = await as("admin", "GET", "/members?after=SECRET");
    expect(status).toBe(500);
    expect(json).toMatchObject({ title: "Our fault", requestId: "id-00001" });
    expect(text).not.toContain("SECRET");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        at: NOW.toISOString(),
        event: "request-failed",
        says: "A request failed by a fault of ours.",
        requestId: "id-00001",
        method: "GET",
        route: "/api/v1/members",
        status: 500,
        milliseconds: 0,
        code: "TypeError",
      },
    ]);
  });

  it("whose name may hold data is logged without it", async () => {
    const { as, lines } = await aService({ table: failing(named("Ann Example, C-1001")) });
    await as("admin", "GET", "/members");
    expect(lines.join()).not.toContain("Ann");
  });

  it.each(["ProvisionedThroughputExceededException", "ThrottlingException", "TimeoutError"])(
    "of a table that asks us to wait (%s) asks the person to",
    async (name) => {
      const { as } = await aService({ table: failing(named(name)) });
      const { status, headers } = await as("admin", "GET", "/members");
      expect(status).toBe(503);
      expect(headers.get("retry-after")).toBe("2");
    },
  );

  it("of the key server is no reason to sign in again", async () => {
    const { as } = await aService({ verify: () => Promise.reject(new Refusal(503, "Try again.")) });
    expect((await as("admin", "GET", "/me")).status).toBe(503);
  });

  it("of a place that no list has is told as one", async () => {
    const { as } = await aService({ table: failing(named("BadCursor")) });
    expect((await as("admin", "GET", "/members")).json.paths).toEqual(["after"]);
  });
});

describe("a request that takes too long", () => {
  it("is answered all the same", async () => {
    const stuck = { ...memoryTable(() => NOW), list: () => new Promise<never>(() => undefined) };
    const { as } = await aService({ table: stuck, limits: { ...LIMITS, requestTime: 20 } });
    expect((await as("admin", "GET", "/members")).json).toMatchObject({ status: 504, title: "Too slow" });
  });
});

describe("the log", () => {
  it("names routes by their pattern, and methods that are made up not at all", async () => {
    const { as, raw, lines } = await aService();
    await as("admin", "PUT", "/members/oid-MARKED?q=MARKED", { body: { teams: [] } });
    await raw("/api/v1/MARKED", { method: "MARKED" });
    await as("admin", "GET", "/MARKED/MARKED");
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(logged.map(({ event, method, route, status }) => [event, method, route, status])).toEqual([
      ["request-done", "PUT", "/api/v1/members/:id", 201],
      ["request-refused", "other", "/api/v1/*", 401],
      ["request-refused", "GET", "/api/v1/*", 404],
    ]);
    expect(lines.join()).not.toContain("MARKED");
  });
});

describe("the health of the service", () => {
  it("is that its table answers, and anyone may ask", async () => {
    const { raw } = await aService();
    expect(await raw("/api/health")).toMatchObject({ status: 200, json: { status: "ok" } });
  });

  it("is gone when the table does not answer, or not in time", async () => {
    const broken = { ...memoryTable(() => NOW), get: () => Promise.reject(new Error("gone")) };
    const service = await aService();
    const other = { ...service.deps, table: broken };
    expect((await createApp(other).request("/api/health")).status).toBe(503);
    const silent = { ...service.deps, table: { ...broken, get: () => new Promise<never>(() => undefined) } };
    const slow = healthRoutes(silent, 10);
    slow.onError((error) => Response.json({}, { status: error instanceof Refusal ? error.status : 500 }));
    expect((await slow.request("/health")).status).toBe(503);
  });
});
