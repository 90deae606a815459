import { describe, expect, it } from "vitest";
import { registerOf } from "../../functions/people/register.ts";
import { PRACTITIONER } from "./support/requests.ts";
import { aService, type Name, type Service } from "./support/service.ts";

const REGISTERED = {
  ...PRACTITIONER,
  name: "Kim Socialworker",
  role: "Social Worker",
  registration: "SW123456",
  registeredTo: "2025-11-30",
};

const put = ({ as }: Service, who: Name, body: object, etag?: string, id = "A1") =>
  as(who, "PUT", `/practitioners/${id}`, { body, ...(etag === undefined ? {} : { headers: { "if-match": etag } }) });

async function withKim(): Promise<Service> {
  const service = await aService();
  expect((await put(service, "admin", REGISTERED)).status).toBe(201);
  return service;
}

describe("the register", () => {
  it("shows a person's absences, level and sign-off to their own team and to an Admin alone", async () => {
    const service = await withKim();
    const seen = async (who: Name) => (await service.as(who, "GET", "/practitioners")).json.items?.[0] ?? {};
    expect(await seen("ofTheTeam")).toEqual({ id: "A1", ...REGISTERED, etag: '"1"' });
    expect(await seen("admin")).toEqual(await seen("ofTheTeam"));
    const { name, role, team, registration, registeredTo, caseLimit, protectedTime, training } = REGISTERED;
    expect(await seen("ofAnotherTeam")).toEqual({
      id: "A1",
      name,
      role,
      team,
      registration,
      registeredTo,
      caseLimit,
      protectedTime,
      training,
      etag: '"1"',
    });
    expect((await service.as("evaluator", "GET", "/practitioners")).status).toBe(403);
  });

  it("comes in pages", async () => {
    const service = await aService();
    for (const n of [1, 2, 3, 4, 5]) await put(service, "admin", PRACTITIONER, undefined, `A${n}`);
    const found: unknown[] = [];
    let after = "";
    for (;;) {
      const { items = [], next } = (await service.as("ofTheTeam", "GET", `/practitioners?limit=2${after}`)).json;
      found.push(...items.map(({ id }) => id));
      if (next === undefined) break;
      after = `&after=${next}`;
    }
    expect(found).toEqual(["A1", "A2", "A3", "A4", "A5"]);
    for (const query of ["limit=0", "limit=201", "limit=ten", "after=", "page=2", "limit=1&limit=2"]) {
      expect((await service.as("ofTheTeam", "GET", `/practitioners?${query}`)).status).toBe(422);
    }
  });

  it("is there for checking with, everything included", async () => {
    const { deps } = await withKim();
    expect(await registerOf(deps)).toEqual([{ id: "A1", ...REGISTERED }]);
  });
});

describe("a practitioner", () => {
  it("is put on the register by a Manager of their team, by the team's id or any of its names", async () => {
    const service = await aService();
    const answer = await put(service, "ofTheTeam", { ...PRACTITIONER, team: "Dover CSWT" });
    expect(answer).toMatchObject({ status: 201, json: { id: "A1", team: "dover", etag: '"1"' } });
    expect(answer.headers.get("etag")).toBe('"1"');
    expect(
      (await put(service, "ofTheTeam", { ...PRACTITIONER, team: "Atlantis" }, undefined, "A2")).json,
    ).toMatchObject({ status: 422, paths: ["team"] });
  });

  it("of another team, or going to one, is not this Manager's to change", async () => {
    const service = await withKim();
    const unregistered = { ...PRACTITIONER, team: "thanet" };
    expect((await put(service, "ofAnotherTeam", PRACTITIONER, '"1"')).status).toBe(403);
    expect((await put(service, "ofAnotherTeam", unregistered, '"1"')).status).toBe(403);
    expect((await put(service, "ofTheTeam", unregistered, '"1"')).status).toBe(403);
    expect((await put(service, "admin", { ...REGISTERED, team: "thanet" }, '"1"')).json).toMatchObject({
      team: "thanet",
      etag: '"2"',
    });
  });

  it("is changed only by who has read them as they are", async () => {
    const service = await withKim();
    expect((await put(service, "ofTheTeam", PRACTITIONER)).status).toBe(428);
    expect((await put(service, "ofTheTeam", PRACTITIONER, '"7"')).status).toBe(412);
    expect((await put(service, "ofTheTeam", PRACTITIONER, "*")).status).toBe(200);
    expect((await put(service, "ofTheTeam", PRACTITIONER, '"1"', "A2")).status).toBe(412);
    const isNew = { body: PRACTITIONER, headers: { "if-none-match": "*" } };
    expect((await service.as("ofTheTeam", "PUT", "/practitioners/A1", isNew)).status).toBe(412);
    expect((await service.as("ofTheTeam", "PUT", "/practitioners/A3", isNew)).status).toBe(201);
  });

  it("is changed once where two change them at once", async () => {
    const service = await withKim();
    const answers = await Promise.all([
      put(service, "admin", REGISTERED, '"1"'),
      put(service, "admin", PRACTITIONER, '"1"'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it("has one entry, whatever the capitals of the staff number", async () => {
    const service = await withKim();
    expect((await put(service, "admin", PRACTITIONER, undefined, "a1")).status).toBe(409);
  });

  it.each([
    ["registration", { registration: "none" }],
    ["registration", { registration: "1x2".repeat(20) }],
    ["level", { level: 4 }],
    ["absentFrom", { absentFrom: "soon" }],
    ["signedOffOn", { signedOffOn: "2024-02-30" }],
    ["training[0].completedOn", { training: [{ course: "x", completedOn: 45000 }] }],
    ["training[0].grade", { training: [{ course: "x", grade: "A" }] }],
    ["name", { name: "  " }],
    ["nickname", { nickname: "K" }],
  ])("with an odd %s is refused by its path", async (path, odd) => {
    const service = await aService();
    const { status, json } = await put(service, "admin", { ...PRACTITIONER, ...odd });
    if ("registration" in odd && odd.registration === "none") expect(status).toBe(201);
    else expect(json).toMatchObject({ status: 422, paths: [path] });
  });

  it.each(["A%2F1", "-A1", "A".repeat(41), "%00", "A%201"])("cannot have the staff number %s", async (id) => {
    expect((await put(await aService(), "admin", PRACTITIONER, undefined, id)).json).toMatchObject({
      status: 422,
      paths: ["id"],
    });
  });
});

describe("a registration", () => {
  it("is an Admin's alone to set, to change and to take away", async () => {
    const service = await withKim();
    const changed = await put(
      service,
      "ofTheTeam",
      { ...REGISTERED, registration: "SW999999", registeredTo: "2026-11-30" },
      '"1"',
    );
    expect(changed.json).toMatchObject({ status: 403, paths: ["registration", "registeredTo"] });
    expect((await put(service, "ofTheTeam", REGISTERED, undefined, "A2")).status).toBe(403);
    expect((await put(service, "admin", PRACTITIONER, '"1"')).json).not.toHaveProperty("registration");
  });

  it("stays as it is when a Manager changes the rest", async () => {
    const service = await withKim();
    expect((await put(service, "ofTheTeam", { ...REGISTERED, level: 3 }, '"1"')).json).toMatchObject({
      level: 3,
      registration: "SW123456",
    });
    expect((await put(service, "ofTheTeam", PRACTITIONER, '"2"')).json).toMatchObject({
      name: "Sam Assistant",
      registration: "SW123456",
      registeredTo: "2025-11-30",
    });
  });
});
