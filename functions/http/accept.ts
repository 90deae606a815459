import type { Context, Env as BaseEnv, MiddlewareHandler, Next } from "hono";
import { createMiddleware } from "hono/factory";
import type { BlankInput } from "hono/types";
import type * as z from "zod";
import type { Caller } from "../people/identity.ts";
import { OPERATIONS, reachOf, type Operation, type Reach, type Route } from "./operations.ts";
import { Refusal } from "./problem.ts";
import { validate } from "./validate.ts";

/** What the middleware of app.ts has found out before a route runs. */
export interface Env {
  Variables: {
    caller: Caller;
    requestId: string;
    /** How far the person's roles reach on this route. */
    reach: Reach;
  };
}

const TARGETS = ["param", "query", "json"] as const;
type Target = (typeof TARGETS)[number];

type InputOf<Handler> = Handler extends MiddlewareHandler<BaseEnv, string, infer I> ? I : never;
/** What one of a route's schemas makes of its part of the request; nothing where the route has none. */
type PartOf<One, T extends Target> =
  One extends Readonly<Record<T, infer Schema extends z.ZodType>>
    ? InputOf<ReturnType<typeof validate<T, Schema>>>
    : BlankInput;
type InputTo<R extends Route, One = (typeof OPERATIONS)[R]> = PartOf<One, "param"> &
  PartOf<One, "query"> &
  PartOf<One, "json">;

/** Lets through whom the table of operations lets through on a route, with a request of the form that it says. */
export function accept<R extends Route>(route: R): MiddlewareHandler<Env, string, InputTo<R>> {
  const operation: Operation = OPERATIONS[route];
  const checks = TARGETS.flatMap((target): MiddlewareHandler<Env>[] => {
    const schema = operation[target];
    return schema ? [validate(target, schema) as MiddlewareHandler<Env>] : [];
  });
  return createMiddleware<Env, string, InputTo<R>>(async (c, next) => {
    const reach = reachOf(operation, c.var.caller);
    if (!reach) throw new Refusal(403, "Your role does not allow this. Ask whoever administers the service.");
    c.set("reach", reach);
    const all = checks.reduceRight<Next>(
      (after, check) => async () => {
        await check(c, after);
      },
      next,
    );
    await all();
  });
}

/** Refuses what is done on a team that the person's reach does not cover. */
export function requireTeam(c: Context<Env>, team: string): void {
  if (c.var.reach === "any" || c.var.caller.teams.includes(team)) return;
  throw new Refusal(403, "This team is not one of yours. Ask whoever administers the service to add it.");
}

/** Refuses somebody who manages no team: there is no work of theirs to check. */
export function requireAnyTeam(c: Context<Env>): void {
  if (c.var.caller.teams.length > 0) return;
  throw new Refusal(403, "You manage no team yet. Ask whoever administers the service to add you to one.");
}
