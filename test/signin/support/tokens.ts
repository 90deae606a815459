import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { TrustedIssuer } from "../../../functions/people/jwt.ts";
import { COUNCIL, ENTRA, type Person } from "./council.ts";

const ISSUER = `${ENTRA}/${COUNCIL.tenant}/v2.0`;
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export const clientInfo = ({ oid }: Person): string => base64({ uid: oid, utid: COUNCIL.tenant });

/** What the service is told of its issuer when it is deployed. */
export const DEPLOYED: Pick<TrustedIssuer, "issuer" | "audience" | "jwksUrl" | "scope"> = {
  issuer: ISSUER,
  audience: COUNCIL.service,
  jwksUrl: `${ENTRA}/${COUNCIL.tenant}/discovery/v2.0/keys`,
  scope: "access_as_user",
};

/** Signs tokens as Entra's are made (version 2), with keys of its own. */
export async function signer() {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const sign = (audience: string, claims: Record<string, unknown>, lasts: number): Promise<string> =>
    new SignJWT({ ver: "2.0", uti: randomUUID(), tid: COUNCIL.tenant, ...claims })
      .setProtectedHeader({ alg: "RS256", kid: "k1", typ: "JWT" })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt()
      .setNotBefore("0s")
      .setExpirationTime(`${lasts}s`)
      .sign(privateKey);
  return {
    keys: { keys: [{ ...(await exportJWK(publicKey)), kid: "k1", use: "sig", alg: "RS256" }] },
    /** `lasts`: in seconds. */
    tokens: async ({ oid, username, name, roles }: Person, lasts: number, nonce?: string) => {
      const who = { oid, sub: oid, name, preferred_username: username };
      const azp = COUNCIL.addIn;
      return {
        access_token: await sign(COUNCIL.service, { ...who, roles, azp, scp: "access_as_user" }, lasts),
        id_token: await sign(COUNCIL.addIn, { ...who, ...(nonce === undefined ? {} : { nonce }) }, lasts),
      };
    },
  };
}
