import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPERATIONS, type Route } from "../../functions/http/operations.ts";
import { anyJson, MARK, markedAll, nearly, oddText, runs } from "./support/hostile.ts";
import { REQUESTS } from "./support/requests.ts";
import { aService, type Answer, type Name, type Service } from "./support/service.ts";

const routes = (Object.keys(OPERATIONS) as Route[]).map((route) => {
  const [method = "", path = ""] = route.split(" ");
  return { route, method, path };
});

/** Who may use a route, so that what is sent gets as far as it can. */
const userOf = (route: Route): Name => {
  const { who } = OPERATIONS[route];
  return "Admin" in who || "signed-in" in who ? "admin" : "ofTheTeam";
};

/** Whatever is sent: no fault, and a refusal repeats nothing of it. */
function expectCalm({ status, text }: Answer): void {
  expect(status).toBeLessThan(500);
  if (status >= 400) expect(text).not.toContain(MARK);
}

/** What is stored by chance is no matter: each request finds the service as new. */
const sentTo = async (
  route: Route,
  body: unknown,
  changes: { path?: string; headers?: Record<string, string> } = {},
): Promise<Service> => {
  const service = await aService();
  const { path, headers } = REQUESTS[route];
  const [method = ""] = route.split(" ");
  const isText = typeof body === "string";
  const sent = body === undefined ? {} : { body: isText ? body : JSON.stringify(body) };
  expectCalm(
    await service.as(userOf(route), method, changes.path ?? path, {
      ...sent,
      headers: { ...headers, ...changes.headers },
    }),
  );
  expect(service.lines.join("\n")).not.toContain(MARK);
  return service;
};

const withBody = routes.filter(({ method }) => method !== "GET");
const segment = fc.oneof(
  fc.constantFrom("%00", "%E0%A4%A", "..%2F..", "__proto__", "%F0%9F%92%A5", "'", "*", ":id"),
  fc.string({ unit: "grapheme", maxLength: 8 }).map(encodeURIComponent),
);

describe.each(withBody)("$route", ({ route }) => {
  it("is calm about any JSON", () =>
    fc.assert(
      fc.asyncProperty(anyJson, async (body) => {
        await sentTo(route, JSON.stringify(body));
      }),
      runs(80),
    ));

  it("is calm about a request of which one value is odd", () =>
    fc.assert(
      fc.asyncProperty(nearly(REQUESTS[route].body ?? {}), async (body) => {
        await sentTo(route, JSON.stringify(body));
      }),
      runs(150),
    ));

  it("is calm about what is hardly JSON", () =>
    fc.assert(
      fc.asyncProperty(oddText, async (body) => {
        await sentTo(route, body);
      }),
      runs(40),
    ));

  it("is calm about a body of bytes", () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom("gzip", "br", "identity, gzip"), async (encoding) => {
        await sentTo(route, MARK, { headers: { "content-encoding": encoding } });
      }),
      runs(3),
    ));
});

describe.each(routes)("$route", ({ route, path, method }) => {
  const body = method === "GET" ? undefined : REQUESTS[route].body;

  it("is calm about odd places, queries and headers", () =>
    fc.assert(
      fc.asyncProperty(
        segment,
        segment,
        fc.constantFrom("on", "limit", "after", "team", "from", "to", "words", "x"),
        async (one, other, name) => {
          const place = path.replace(/:\w+/g, `${MARK}${one}`);
          const query = `${name}=${MARK}${other}&${name}=${other}&after=${one}`;
          await sentTo(route, body, {
            path: `${place}?${query}`,
            headers: {
              "if-match": `"${MARK}"`,
              "if-none-match": MARK,
              "x-request-id": MARK,
              "user-agent": MARK,
              "idempotency-key": MARK,
            },
          });
        },
      ),
      runs(60),
    ));

  it("logs nothing of what is sent to it, whether it is taken or refused", async () => {
    await sentTo(route, body);
    const service = await sentTo(route, body === undefined ? undefined : JSON.stringify(markedAll(body)));
    expect(service.lines).toHaveLength(1);
  });
});

describe("what is taken", () => {
  it("is logged by its route alone", async () => {
    const { as, lines } = await aService();
    const taken = [
      await as("withoutRole", "POST", "/feedback", { body: { theme: "other", text: MARK, month: "2024-11" } }),
      await as("admin", "PUT", `/practitioners/${MARK}`, {
        body: { name: MARK, role: MARK, team: "dover", training: [{ course: MARK }] },
      }),
      await as("admin", "PUT", `/members/${MARK}`, { body: { name: MARK, teams: ["dover"] } }),
      await as("admin", "PUT", "/members/new", { body: { name: MARK, teams: [], email: `${MARK}@example.org` } }),
      await as("admin", "PUT", "/policy", {
        body: { policy: { ...(REQUESTS["PUT /policy"].body as { policy: object }).policy, title: MARK }, reason: MARK },
        headers: { "if-match": '"2"' },
      }),
    ];
    expect(taken.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    for (const path of ["/feedback", "/practitioners", "/members", "/policy/versions", "/audit"])
      expect((await as("admin", "GET", path)).text).toContain(path === "/feedback" ? "items" : MARK);
    expect(lines).toHaveLength(10);
    expect(lines.join("\n")).not.toContain(MARK);
  });
});
