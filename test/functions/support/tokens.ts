import { createHmac } from "node:crypto";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import type { AppRole } from "../../../functions/people/identity.ts";
import { jwtVerifier, type TrustedIssuer } from "../../../functions/people/jwt.ts";

/** 30 November 2024, noon: the day that the tests take place on. */
export const NOW = new Date("2024-11-30T12:00:00Z");

const ours = await generateKeyPair("RS256", { extractable: true });
const theirs = await generateKeyPair("RS256");
const published = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: "ours", alg: "RS256", use: "sig" }] };

export const ISSUER: TrustedIssuer = {
  issuer: "https://login.example/tenant/v2.0",
  audience: "api://lead-professional",
  jwksUrl: "https://login.example/keys",
  scope: "access_as_user",
  now: () => NOW,
  fetch: () => Promise.resolve(Response.json(published)),
};

export const verify = jwtVerifier(ISSUER);

export interface Person {
  readonly oid: string;
  readonly name: string;
  readonly roles: readonly AppRole[];
  readonly email?: string;
}

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);

const claimsFor = ({ email, ...person }: Person): JWTPayload => ({
  ...person,
  ...(email === undefined ? {} : { preferred_username: email }),
  tid: "tenant",
  scp: "openid access_as_user",
  iss: ISSUER.issuer,
  aud: ISSUER.audience,
  iat: seconds(NOW) - 60,
  nbf: seconds(NOW) - 60,
  exp: seconds(NOW) + 3600,
});

const sign = (
  claims: JWTPayload,
  { privateKey } = ours,
  header: { alg: string; kid?: string } = { alg: "RS256", kid: "ours" },
): Promise<string> => new SignJWT(claims).setProtectedHeader(header).sign(privateKey);

export const tokenFor = (person: Person, changes: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  sign({ ...claimsFor(person), ...changes });

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Tokens that must not be believed, whoever they are for. */
export const UNBELIEVABLE: Readonly<Record<string, (person: Person) => Promise<string>>> = {
  "that has expired": (person) => tokenFor(person, { exp: seconds(NOW) - 60 }),
  "without an expiry": (person) => tokenFor(person, { exp: undefined }),
  "that is not yet valid": (person) => tokenFor(person, { nbf: seconds(NOW) + 600 }),
  "for another audience": (person) => tokenFor(person, { aud: "api://another" }),
  "of another issuer": (person) => tokenFor(person, { iss: "https://login.example/other/v2.0" }),
  "with another's signature": (person) => sign(claimsFor(person), theirs),
  "signed by a key nobody published": (person) => sign(claimsFor(person), theirs, { alg: "RS256", kid: "theirs" }),
  "with no signature (alg none)": (person) =>
    Promise.resolve(`${part({ alg: "none", kid: "ours" })}.${part(claimsFor(person))}.`),
  "signed with the public key as a secret (HS256)": async (person) => {
    const text = `${part({ alg: "HS256", kid: "ours" })}.${part(claimsFor(person))}`;
    return `${text}.${createHmac("sha256", await exportSPKI(ours.publicKey))
      .update(text)
      .digest("base64url")}`;
  },
  "without the scope": (person) => tokenFor(person, { scp: "openid access_as_user.read" }),
  "without an object id": (person) => tokenFor(person, { oid: "" }),
  "without a tenant": (person) => tokenFor(person, { tid: undefined }),
  "whose claims were changed": async (person) => {
    const [header = "", , signature = ""] = (await tokenFor(person)).split(".");
    return [header, part({ ...claimsFor(person), roles: ["Admin"], name: "Changed" }), signature].join(".");
  },
  "that is no token": () => Promise.resolve("no.token.atall"),
};
