import { createRemoteJWKSet, customFetch, errors, jwtVerify, type FetchImplementation, type JWTPayload } from "jose";
import { ROLES, type Claims, type Verify } from "./identity.ts";
import { Refusal } from "../http/problem.ts";

export interface TrustedIssuer {
  /** Exactly what a token's `iss` must say; Entra's names the tenant. */
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** What the token's `scp` must include. */
  readonly scope: string;
  readonly fetch?: FetchImplementation;
  readonly now?: () => Date;
}

/** What jose says of a token that is not to be believed; any other fault is the key server's, and no reason to sign in again. */
const UNBELIEVED = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

const ID = /^[\w-]{1,64}$/;

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

function claimsOf(payload: JWTPayload, scope: string): Claims | undefined {
  const { oid, tid, scp, name, roles } = payload;
  const granted = textOf(scp)?.split(" ") ?? [];
  if (typeof oid !== "string" || typeof tid !== "string" || !ID.test(oid) || !ID.test(tid) || !granted.includes(scope))
    return undefined;
  const held: readonly unknown[] = Array.isArray(roles) ? roles : [];
  // The sign-in name comes first: its domain is one that the tenant has proven to be its own.
  const email = [payload["preferred_username"], payload["upn"], payload["email"]]
    .map(textOf)
    .find((one) => one?.includes("@"));
  return { oid, tid, name: textOf(name) ?? "", email, roles: ROLES.filter((role) => held.includes(role)) };
}

/** Verifies bearer tokens by the issuer's published keys, which are fetched when first needed and kept for ten minutes. */
export function jwtVerifier({
  issuer,
  audience,
  jwksUrl,
  scope,
  fetch,
  now = () => new Date(),
}: TrustedIssuer): Verify {
  // Made with the first token: it loads Node's whole fetch, which no start should wait for.
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  const published = () =>
    (keys ??= createRemoteJWKSet(new URL(jwksUrl), {
      timeoutDuration: 3_000,
      cooldownDuration: 30_000,
      cacheMaxAge: 600_000,
      ...(fetch ? { [customFetch]: fetch } : {}),
    }));
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, published(), {
        // RS256 alone: neither `none` nor a secret made of the public key can pass.
        issuer,
        audience,
        algorithms: ["RS256"],
        requiredClaims: ["exp", "oid", "tid", "scp"],
        clockTolerance: 30,
        currentDate: now(),
      });
      return claimsOf(payload, scope);
    } catch (error) {
      if (UNBELIEVED.some((kind) => error instanceof kind)) return undefined;
      throw new Refusal(
        503,
        "Your sign-in cannot be checked at the moment. Try again in a minute.",
        [],
        {},
        { "retry-after": "30" },
      );
    }
  };
}
