/** An app role of the council's Microsoft Entra ID. */
export const ROLES = ["Manager", "Evaluator", "Admin"] as const;
export type AppRole = (typeof ROLES)[number];

/** A person as a verified token says: the identity is the object id within its tenant, never an e-mail address. */
export interface Claims {
  readonly oid: string;
  readonly tid: string;
  /** For the person's own screen alone; never stored beside case data. */
  readonly name: string;
  /** To find a membership that was made before the person first signed in. */
  readonly email: string | undefined;
  readonly roles: readonly AppRole[];
}

/** A person with the teams that the members' list gives them (team ids of the policy). */
export interface Caller extends Claims {
  readonly teams: readonly string[];
}

/** How a person is named in what is stored: never by name or address. */
export const callerId = ({ oid, tid }: Pick<Claims, "oid" | "tid">): string => `${oid}@${tid}`;

/** Checks a bearer token: issuer, audience, signature, expiry, scope. Undefined for one that is not to be believed. */
export type Verify = (token: string) => Promise<Claims | undefined>;
