import { createMiddleware } from "hono/factory";
import type { Env } from "./accept.ts";
import { teamsOf } from "../people/members.ts";
import type { Needs } from "../needs.ts";
import { Refused } from "./problem.ts";

const BEARER = /^Bearer +([\w.~+/-]{1,8192}=*)$/i;

const notSignedIn = (challenge: string): Refused =>
  new Refused(
    401,
    "You are not signed in, or were signed in too long ago. Sign in again.",
    [],
    {},
    { "www-authenticate": challenge },
  );

/** Finds out whose request it is: what the token says, and the teams that the members' list gives the person. */
export const signedIn = (needs: Needs) =>
  createMiddleware<Env>(async (c, next) => {
    const header = c.req.header("authorization");
    if (header === undefined) throw notSignedIn("Bearer");
    const token = BEARER.exec(header)?.[1];
    const claims = token === undefined ? undefined : await needs.verify(token);
    if (!claims) throw notSignedIn('Bearer error="invalid_token"');
    c.set("who", { ...claims, teams: await teamsOf(needs, claims) });
    await next();
  });
