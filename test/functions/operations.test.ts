import { describe, expect, expectTypeOf, it, test } from "vitest";
import type { audit } from "../../functions/http/audit.ts";
import { openApi } from "../../functions/http/openapi.ts";
import { OPERATIONS, reachOf, type Operation, type Route } from "../../functions/http/operations.ts";
import { REQUESTS } from "./support/requests.ts";
import { aService, PEOPLE, TEAMS, type Name } from "./support/service.ts";
import { tokenFor, UNBELIEVABLE } from "./support/tokens.ts";

const { app } = await aService();
const mounted = new Set(
  app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replace("/api/v1", "")}`),
);
const routes = (Object.keys(OPERATIONS) as Route[]).map((route) => ({ route, operation: OPERATIONS[route] }));

const names = Object.keys(PEOPLE) as Name[];

/** What the table says of a person on the request of a route, which is about the team Dover. */
const mayUse = (operation: Operation, name: Name): boolean => {
  const reach = reachOf(operation, PEOPLE[name]);
  return reach === "own-team" ? (TEAMS[name]?.includes("dover") ?? false) : reach !== undefined;
};

describe("the table of operations", () => {
  it("has every route that is mounted", () => {
    const known = new Set<string>(Object.keys(OPERATIONS));
    expect([...mounted].filter((route) => !known.has(route) && !route.includes("/api/"))).toEqual([]);
  });

  it("has no route that is not", () => {
    expect(routes.map(({ route }) => route).filter((route) => !mounted.has(route))).toEqual([]);
  });
});

describe("the OpenAPI document", () => {
  const { paths } = openApi() as {
    paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
  };
  const parametersOf = (route: Route): string[] => {
    const [method = "", path = ""] = route.split(" ");
    const operation = paths[`/api/v1${path.replace(/:(\w+)/g, "{$1}")}`]?.[method.toLowerCase()];
    return operation?.parameters.map((one) => `${one.in} ${one.name}`) ?? [];
  };

  it("says what every route takes in its path and its query", () => {
    expect(parametersOf("GET /snapshots/:team/:month/changes")).toEqual(
      parametersOf("POST /snapshots/:team/:month/changes"),
    );
    expect(parametersOf("GET /snapshots/:team/:month/changes")).toEqual([
      "path team",
      "path month",
      "query version",
      "query limit",
      "query after",
    ]);
    expect(parametersOf("GET /export")).toEqual(["query after"]);
  });

  it("has every route of the table", () => {
    const known = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(known).toHaveLength(routes.length + 1);
  });
});

test("the audit trail names a route of the table, and the compiler takes nothing else", () => {
  expectTypeOf<Parameters<typeof audit>[2]>().toEqualTypeOf<Route>();
  expectTypeOf<"PUT /members">().not.toExtend<Route>();
});

describe.each(routes)("$route", ({ route, operation }) => {
  const [method = ""] = route.split(" ");
  const { path, ...sent } = REQUESTS[route];

  it.each(names.map((name) => ({ name, may: mayUse(operation, name) })))(
    "lets $name through: $may",
    async ({ name, may }) => {
      const { as } = await aService();
      const { status } = await as(name, method, path, sent);
      if (may) expect([200, 201, 204, 404, 409, 422]).toContain(status);
      // What is found by an id alone is not there at all for a team that it is not about.
      else expect(reachOf(operation, PEOPLE[name]) === undefined ? [403] : [403, 404]).toContain(status);
    },
  );

  it("wants a token", async () => {
    const { raw } = await aService();
    const answer = await raw(`/api/v1${path}`, { method });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    for (const authorization of [
      "",
      "Bearer",
      "Basic dXNlcjpwYXNz",
      "Bearer a b",
      `Token ${await tokenFor(PEOPLE.admin)}`,
    ]) {
      expect((await raw(`/api/v1${path}`, { method, headers: { authorization } })).status).toBe(401);
    }
  });

  it.each(Object.entries(UNBELIEVABLE))("does not believe a token %s, whoever it is for", async (_name, make) => {
    const { raw, lines } = await aService();
    for (const name of names) {
      const answer = await raw(`/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${await make(PEOPLE[name])}` },
      });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      expect(answer.json["title"]).toBe("Not signed in");
    }
    expect(lines.join()).not.toContain("eyJ");
  });
});
