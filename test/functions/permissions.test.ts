import { describe, expect, it } from "vitest";
import { PERMISSIONS, reachOf } from "../../functions/http/permissions.ts";
import { REQUESTS, type Route } from "./support/requests.ts";
import { aService, PEOPLE, TEAMS, type Name } from "./support/service.ts";
import { tokenFor, UNBELIEVABLE } from "./support/tokens.ts";

/** Once every route of the table has been mounted in app.ts, one that is missing is a fault. */
const { ALL_MOUNTED } = { ALL_MOUNTED: true };

const { app } = await aService();
const mounted = new Set(
  app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replace("/api/v1", "")}`),
);
const inTable = PERMISSIONS.map((permission) => ({
  ...permission,
  route: `${permission.method} ${permission.path}` as Route,
}));
const here = inTable.filter(({ route }) => mounted.has(route));
const missing = inTable.filter(({ route }) => !mounted.has(route)).map(({ route }) => route);

const names = Object.keys(PEOPLE) as Name[];

/** What the table says of a person on the request of a route, which is about the team Dover. */
const mayUse = (permission: (typeof inTable)[number], name: Name): boolean => {
  const reach = reachOf(permission, PEOPLE[name]);
  return reach === "own-team" ? (TEAMS[name]?.includes("dover") ?? false) : reach !== undefined;
};

describe("the table of permissions", () => {
  it("has every route that is mounted", () => {
    const known = new Set<string>(inTable.map(({ route }) => route));
    expect([...mounted].filter((route) => !known.has(route) && !route.includes("/api/"))).toEqual([]);
  });

  it(`says what is still to be mounted (${missing.length === 0 ? "nothing" : missing.join(", ")})`, () => {
    expect(missing.filter(() => ALL_MOUNTED)).toEqual([]);
  });
});

describe.each(here)("$route", (permission) => {
  const { route, method } = permission;
  const { path, ...sent } = REQUESTS[route];

  it.each(names.map((name) => ({ name, may: mayUse(permission, name) })))(
    "lets $name through: $may",
    async ({ name, may }) => {
      const { as } = await aService();
      const { status } = await as(name, method, path, sent);
      if (may) expect([200, 201, 204, 404, 409, 422]).toContain(status);
      // What is found by an id alone is not there at all for a team that it is not about.
      else expect(reachOf(permission, PEOPLE[name]) === undefined ? [403] : [403, 404]).toContain(status);
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
