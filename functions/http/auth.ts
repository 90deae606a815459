import { createMiddleware } from "hono/factory";
import type { Env } from "./accept.ts";
import { teamsOf } from "../people/members.ts";
import type { Dependencies } from "../dependencies.ts";
import { Refusal } from "./problem.ts";

const BEARER = /^Bearer +([\w.~+/-]{1,8192}=*)$/i;

const notSignedIn = (challenge: string): Refusal =>
  new Refusal(
    401,
    "You are not signed in, or were signed in too long ago. Sign in again.",
    [],
    {},
    { "www-authenticate": challenge },
  );

/** Finds out whose request it is: what the token says, and the teams that the members' list gives the person. */
export const authenticate = (deps: Dependencies) =>
  createMiddleware<Env>(async (c, next) => {
    const header = c.req.header("authorization");
    if (header === undefined) throw notSignedIn("Bearer");
    const token = BEARER.exec(header)?.[1];
    const claims = token === undefined ? undefined : await deps.verify(token);
    if (!claims) throw notSignedIn('Bearer error="invalid_token"');
    c.set("caller", { ...claims, teams: await teamsOf(deps, claims) });
    await next();
  });
