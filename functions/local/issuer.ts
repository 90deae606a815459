import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { Hono } from "hono";
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from "jose";
import * as z from "zod";
import type { Env } from "../http/accept.ts";
import { readPrivate, writePrivate } from "./private-file.ts";
import { validate } from "../http/validate.ts";
import { ROLES } from "../people/identity.ts";
import { problem, Refusal, refusalOf } from "../http/problem.ts";
import { keys } from "../store/keys.ts";
import type { Table } from "../store/table.ts";

/** What the local issuer is told. */
export interface IssuerOptions {
  /** Where the key pair is kept, so that a sign-in outlives a restart. */
  readonly folder: string;
  /** The service's own address, such as http://localhost:3000. */
  readonly issuer: string;
  readonly audience: string;
  readonly scope: string;
  readonly table: Table;
  readonly now: () => Date;
}

const PERSON = z.strictObject({
  name: z.string().trim().min(1).max(200),
  roles: z.array(z.enum(ROLES)).max(ROLES.length),
  teams: z.array(z.string().min(1).max(200)).max(100),
});
type Person = z.infer<typeof PERSON>;

/** A working day: nobody should be signed out in the middle of trying the add-in. */
const LASTS = 8 * 60 * 60;
const TENANT = "00000000-0000-4000-8000-000000000000";
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The same name is the same person, on every start. */
function oidOf(name: string): string {
  const hex = createHash("sha256").update(`local person\n${name.toLowerCase()}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** A torn file holds no key: a new one is made, and whoever was signed in signs in again. */
function jwkIn(text: string | undefined): JWK | undefined {
  try {
    const jwk = JSON.parse(text ?? "") as JWK | null;
    return jwk?.kty === "RSA" && typeof jwk.d === "string" && typeof jwk.n === "string" ? jwk : undefined;
  } catch {
    return undefined;
  }
}

async function privateJwk(folder: string): Promise<JWK> {
  const file = join(folder, "local-issuer.json");
  const kept = jwkIn(await readPrivate(file));
  if (kept) return kept;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: "RS256", use: "sig" };
  await writePrivate(file, JSON.stringify(jwk));
  return jwk;
}

/**
 * An OpenID issuer for one machine: whoever reaches it may be anyone, so it answers on the loopback address alone
 * and is no part of what is deployed. The service believes its tokens as it would Entra's, by the published key.
 */
export async function localIssuer({ folder, issuer, audience, scope, table, now }: IssuerOptions) {
  const jwk = await privateJwk(folder);
  const key = await importJWK(jwk, "RS256");
  const { kid, kty, n, e } = jwk;
  const published = { kid, kty, n, e, alg: "RS256", use: "sig" };

  /** Writes the person's membership and signs them in. */
  async function signIn({ name, roles, teams }: Person): Promise<string> {
    const oid = oidOf(name);
    await table.put(keys.member(oid), JSON.stringify({ name, teams }));
    const issued = Math.floor(now().getTime() / 1000);
    return new SignJWT({ oid, tid: TENANT, name, roles, scp: scope, ver: "2.0" })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", ...(kid ? { kid } : {}) })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(oid)
      .setIssuedAt(issued)
      .setNotBefore(issued)
      .setExpirationTime(issued + LASTS)
      .sign(key);
  }

  const app = new Hono<Env>()
    // A page of another site that has its own name point at this machine is turned away.
    .use("/local/*", async (c, next) => {
      if (!LOOPBACK.has(new URL(c.req.url).hostname))
        throw new Refusal(403, "The local issuer answers on this machine alone. Use http://localhost.");
      await next();
    })
    .get("/.well-known/openid-configuration", (c) =>
      c.json({
        issuer,
        jwks_uri: `${issuer}/local/jwks`,
        token_endpoint: `${issuer}/local/token`,
        response_types_supported: ["token"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      }),
    )
    .get("/local/jwks", (c) => c.json({ keys: [published] }))
    .post("/local/token", validate("json", PERSON), async (c) =>
      c.json({ access_token: await signIn(c.req.valid("json")), token_type: "Bearer", expires_in: LASTS }),
    );
  app.onError((error, c) => problem(c, refusalOf(error), "local"));
  return { app, signIn, jwksUrl: `${issuer}/local/jwks` };
}
