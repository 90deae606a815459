import { describe, expect, it } from "vitest";
import { emailIds } from "../../functions/people/members.ts";
import { keys } from "../../functions/store/keys.ts";
import { aService, type Service } from "./support/service.ts";
import type { Person } from "./support/tokens.ts";

const SAM: Person = { oid: "oid-sam", name: "Sam Newmanager", roles: ["Manager"], email: "Sam.New@Example.org" };

const put = ({ as }: Service, id: string, body: object, etag?: string) =>
  as("admin", "PUT", `/members/${id}`, { body, ...(etag === undefined ? {} : { headers: { "if-match": etag } }) });
const list = async ({ as }: Service) => (await as("admin", "GET", "/members")).json.items ?? [];
const teamsSeenBy = async ({ as }: Service, person: Person) => (await as(person, "GET", "/me")).json["teams"];
const waiting = (service: Service) =>
  put(service, "new", { name: "Sam", teams: ["dover"], email: "sam.new@example.org" });

describe("who I am", () => {
  it("is my name, my roles and my teams", async () => {
    const { as } = await aService();
    expect((await as("ofTheTeam", "GET", "/me")).json).toEqual({
      name: "Max Manager",
      roles: ["Manager"],
      teams: ["dover"],
    });
    expect((await as("withoutRole", "GET", "/me")).json).toEqual({ name: "Noah Role", roles: [], teams: [] });
  });
});

describe("the members' list", () => {
  it("says who manages which teams, in pages", async () => {
    const service = await aService();
    const first = (await service.as("admin", "GET", "/members?limit=1")).json;
    expect(first).toEqual({
      items: [{ id: "oid-dover", teams: ["dover"], hasSignedIn: true, etag: '"1"' }],
      next: "oid-dover",
    });
    const rest = (await service.as("admin", "GET", "/members?after=oid-dover")).json;
    expect(rest).toEqual({ items: [{ id: "oid-thanet", teams: ["thanet"], hasSignedIn: true, etag: '"1"' }] });
  });

  it("takes effect at the next request", async () => {
    const service = await aService();
    expect((await put(service, "oid-dover", { teams: ["dover", "thanet", "dover"] }, '"1"')).json).toEqual({
      id: "oid-dover",
      teams: ["dover", "thanet"],
      hasSignedIn: true,
      etag: '"2"',
    });
    expect((await service.as("ofTheTeam", "GET", "/me")).json["teams"]).toEqual(["dover", "thanet"]);
    await put(service, "oid-dover", { teams: [] }, '"2"');
    expect((await service.as("ofTheTeam", "GET", "/me")).json["teams"]).toEqual([]);
  });

  it("is changed only by who has read it as it is", async () => {
    const service = await aService();
    expect((await put(service, "oid-dover", { teams: [] })).status).toBe(428);
    expect((await put(service, "oid-dover", { teams: [] }, '"9"')).status).toBe(412);
    expect((await put(service, "oid-other", { teams: [] }, '"1"')).status).toBe(412);
    const both = await Promise.all([
      put(service, "oid-dover", { teams: [] }, '"1"'),
      put(service, "oid-dover", { teams: ["dover"] }, '"1"'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it("knows only teams of the policy in force", async () => {
    const service = await aService();
    expect((await put(service, "oid-x", { teams: ["dover", "atlantis", "Dover"] })).json).toMatchObject({
      status: 422,
      paths: ["teams[1]", "teams[2]"],
    });
    expect((await put(service, "oid-x", { teams: ["atlantis"] })).json.paths).toEqual(["teams[0]"]);
  });
});

describe("a person added by e-mail address", () => {
  it("is a Manager of the teams from their first sign-in on", async () => {
    const service = await aService();
    const { status, json } = await waiting(service);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      id: expect.stringMatching(/^email\.2\.[\w-]{22}$/) as string,
      name: "Sam",
      hasSignedIn: false,
    });
    expect(await teamsSeenBy(service, SAM)).toEqual(["dover"]);
    expect(await list(service)).toContainEqual({
      id: "oid-sam",
      name: "Sam",
      teams: ["dover"],
      hasSignedIn: true,
      etag: '"1"',
    });
    expect((await list(service)).filter(({ hasSignedIn }) => hasSignedIn === false)).toEqual([]);
    expect(await teamsSeenBy(service, { oid: SAM.oid, name: SAM.name, roles: [] })).toEqual(["dover"]);
  });

  it("is kept under a keyed hash, never the address", async () => {
    const service = await aService();
    await waiting(service);
    const { entries } = await service.deps.table.scan();
    expect(JSON.stringify(entries).toLowerCase()).not.toContain("example.org");
    expect(service.lines.join().toLowerCase()).not.toContain("example.org");
  });

  it("is found under every key that was ever used", async () => {
    const service = await aService();
    const [, older = ""] = await emailIds(service.deps, "sam.new@example.org");
    await service.deps.table.put(keys.member(older), JSON.stringify({ teams: ["thanet"] }));
    expect((await waiting(service)).status).toBe(428);
    expect(await teamsSeenBy(service, SAM)).toEqual(["thanet"]);
  });

  it("can be changed before they sign in, by address or by id", async () => {
    const service = await aService();
    const id = String((await waiting(service)).json["id"]);
    expect((await waiting(service)).status).toBe(428);
    expect((await put(service, id, { teams: ["thanet"] }, '"1"')).status).toBe(200);
    expect((await put(service, id, { teams: ["swale"], email: "SAM.NEW@example.org" }, '"2"')).status).toBe(200);
    expect(await teamsSeenBy(service, SAM)).toEqual(["swale"]);
    expect((await put(service, id, { teams: ["thanet"] }, '"3"')).status).toBe(404);
  });

  it("gives nothing to whoever has the address after them", async () => {
    const service = await aService();
    await waiting(service);
    const { table } = service.deps;
    const [id] = await emailIds(service.deps, "sam.new@example.org");
    // As it stands where the first sign-in was broken off after its first write.
    await table.put(keys.member(id), JSON.stringify({ teams: ["dover"], claimedBy: "oid-sam" }));
    expect(await teamsSeenBy(service, { ...SAM, oid: "oid-later" })).toEqual([]);
    expect((await list(service)).map((one) => one["id"])).not.toContain(id);
    expect(await teamsSeenBy(service, SAM)).toEqual(["dover"]);
    expect(await table.get(keys.member(id))).toBeUndefined();
  });

  it("has their membership once where their first requests come together", async () => {
    const service = await aService();
    await waiting(service);
    const seen = await Promise.all([1, 2, 3, 4].map(() => teamsSeenBy(service, SAM)));
    expect(seen).toEqual([["dover"], ["dover"], ["dover"], ["dover"]]);
    expect((await list(service)).filter((one) => one["name"] === "Sam")).toHaveLength(1);
  });

  it.each([
    ["new", { teams: [] }, ["email"]],
    ["oid-x", { teams: [], email: "a@example.org" }, ["email"]],
    ["new", { teams: [], email: "no address" }, ["email"]],
    ["a@example.org", { teams: [] }, ["id"]],
  ])("is refused under %s with %j", async (id, body, paths) => {
    expect((await put(await aService(), id, body)).json).toMatchObject({ status: 422, paths });
  });
});
