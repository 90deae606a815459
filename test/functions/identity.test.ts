import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { jwtVerifier } from "../../functions/people/jwt.ts";
import { localIssuer } from "../../functions/local/issuer.ts";
import { teamsOf } from "../../functions/people/members.ts";
import { memoryTable } from "../../functions/store/memory.ts";
import { PEOPLE } from "./support/service.ts";
import { ISSUER, NOW, tokenFor, UNBELIEVABLE, verify } from "./support/tokens.ts";

const { admin } = PEOPLE;

describe("a bearer token", () => {
  it("says who the person is", async () => {
    const token = await tokenFor({ ...admin, email: "Ada@Example.org" });
    expect(await verify(token)).toEqual({
      oid: "oid-admin",
      tid: "tenant",
      name: "Ada Admin",
      email: "Ada@Example.org",
      roles: ["Admin"],
    });
  });

  it.each(Object.entries(UNBELIEVABLE))("%s is not believed", async (_name, make) => {
    expect(await verify(await make(admin))).toBeUndefined();
  });

  it("is given a little for clocks that differ", async () => {
    const now = NOW.getTime() / 1000;
    expect(await verify(await tokenFor(admin, { exp: now - 20 }))).toBeDefined();
    expect(await verify(await tokenFor(admin, { nbf: now + 20 }))).toBeDefined();
  });

  it("gives no role that the service does not know", async () => {
    const token = await tokenFor(admin, { roles: ["Owner", "admin", "Evaluator", 7] });
    expect(await verify(token)).toMatchObject({ roles: ["Evaluator"] });
    expect(await verify(await tokenFor(admin, { roles: "Admin" }))).toMatchObject({ roles: [] });
  });

  it("takes no e-mail address from what is none", async () => {
    expect(await verify(await tokenFor(admin, { preferred_username: "ada", email: 7 }))).toMatchObject({
      email: undefined,
    });
    expect(await verify(await tokenFor(admin, { upn: "ada@example.org" }))).toMatchObject({ email: "ada@example.org" });
  });
});

describe("the issuer's keys", () => {
  it("are fetched once for many tokens", async () => {
    let fetched = 0;
    const counting = jwtVerifier({
      ...ISSUER,
      fetch: (...asked) => ((fetched += 1), ISSUER.fetch?.(...asked) ?? Promise.reject(new Error())),
    });
    for (const oid of ["1", "2", "3"]) expect(await counting(await tokenFor({ ...admin, oid }))).toBeDefined();
    await counting((await UNBELIEVABLE["signed by a key nobody published"]?.(admin)) ?? "");
    expect(fetched).toBe(1);
  });

  it.each([
    ["cannot be reached", () => Promise.reject(new TypeError("fetch failed"))],
    ["are not there", () => Promise.resolve(new Response("gone", { status: 500 }))],
    ["are not keys", () => Promise.resolve(new Response("<html>"))],
  ])("that %s are no reason to sign in again", async (_name, fetch) => {
    await expect(jwtVerifier({ ...ISSUER, fetch })(await tokenFor(admin))).rejects.toMatchObject({ status: 503 });
  });
});

describe("the local issuer", () => {
  const aFolder = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), "issuer-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    return folder;
  };
  const make = (folder: string, table = memoryTable(() => NOW)) =>
    localIssuer({
      folder,
      issuer: "http://localhost:3000",
      audience: ISSUER.audience,
      scope: ISSUER.scope,
      table,
      now: () => NOW,
    });
  const verifierOf = ({ app, jwksUrl }: Awaited<ReturnType<typeof localIssuer>>) =>
    jwtVerifier({ ...ISSUER, issuer: "http://localhost:3000", jwksUrl, fetch: async (url) => app.request(url) });
  const body = { name: "Demo Manager", roles: ["Manager"], teams: ["dover"] };
  const post = (at = "http://localhost:3000", sent: unknown = body) =>
    [
      `${at}/local/token`,
      { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(sent) },
    ] as const;

  it("signs a person in and writes their membership", async () => {
    const table = memoryTable(() => NOW);
    const issuer = await make(await aFolder(), table);
    const answer = await issuer.app.request(...post());
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const claims = await verifierOf(issuer)(token);
    expect(claims).toMatchObject({ name: "Demo Manager", roles: ["Manager"] });
    expect(await teamsOf({ table } as never, claims as never)).toEqual(["dover"]);
  });

  it("is discovered, and publishes no private part of its key", async () => {
    const { app } = await make(await aFolder());
    expect(await (await app.request("/.well-known/openid-configuration")).json()).toMatchObject({
      issuer: "http://localhost:3000",
      jwks_uri: "http://localhost:3000/local/jwks",
    });
    const { keys } = (await (await app.request("/local/jwks")).json()) as { keys: object[] };
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  });

  it("keeps its key, so that a sign-in outlives a restart", async () => {
    const folder = await aFolder();
    const token = await (await make(folder)).signIn({ name: "Demo Manager", roles: ["Manager"], teams: [] });
    expect(await verifierOf(await make(folder))(token)).toMatchObject({ name: "Demo Manager" });
  });

  it("answers on this machine alone, and refuses what it does not know without repeating it", async () => {
    const { app } = await make(await aFolder());
    expect((await app.request(...post("http://rebound.example"))).status).toBe(403);
    const odd = await app.request(...post(undefined, { ...body, roles: ["MARKED"], more: "MARKED" }));
    expect(odd.status).toBe(422);
    expect(await odd.text()).not.toContain("MARKED");
    expect(
      (await app.request("http://localhost:3000/local/token", { method: "POST", body: JSON.stringify(body) })).status,
    ).toBe(422);
  });
});
