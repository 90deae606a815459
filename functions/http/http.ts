import { zValidator } from "@hono/zod-validator";
import type { Context, ValidationTargets } from "hono";
import { createMiddleware } from "hono/factory";
import type * as z from "zod";
import type { Who } from "../people/identity.ts";
import { refuseUnusableJson } from "./json-limits.ts";
import { PERMISSIONS, reachOf, type Guarded } from "./permissions.ts";
import { Refused } from "./problem.ts";

/** What the middleware of app.ts has found out before a route runs. */
export interface Env {
  Variables: {
    who: Who;
    requestId: string;
    /** How far the person's roles reach on this route. */
    reach: "any" | "own-team" | "own";
  };
}

type PathOf<M extends Guarded["method"]> = Extract<Guarded, { method: M }>["path"];

/** Lets through whom the table of permissions lets through on a route. */
export const guard = <M extends Guarded["method"]>(method: M, path: PathOf<M>) =>
  createMiddleware<Env>(async (c, next) => {
    const permission = PERMISSIONS.find((one) => one.method === method && one.path === path);
    const reach = permission && reachOf(permission, c.var.who);
    if (!reach) throw new Refused(403, "Your role does not allow this. Ask whoever administers the service.");
    c.set("reach", reach);
    await next();
  });

/** Refuses what is done on a team that the person's reach does not cover. */
export function requireTeam(c: Context<Env>, team: string): void {
  if (c.var.reach === "any" || c.var.who.teams.includes(team)) return;
  throw new Refused(403, "This team is not one of yours. Ask whoever administers the service to add it.");
}

const LONGEST_KEY = 60;

/** A path such as `rows[3].lead`. A key that is not ours may be of any length: its beginning is enough to find it. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : String(part).slice(0, LONGEST_KEY)))
    .join(".")
    .replaceAll(".[", "[");

/** Validates a part of a request; a refusal names the paths and never repeats a value. */
export const valid = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  zValidator(
    target,
    schema,
    (result) => {
      if (result.success) return;
      const issues = result.error.issues.slice(0, 20);
      const paths = issues.flatMap((issue) =>
        issue.code === "unrecognized_keys"
          ? issue.keys.slice(0, 20).map((key) => pathOf([...issue.path, key]))
          : [pathOf(issue.path)],
      );
      const reasons = [...new Set(issues.map(({ code }) => CODES[code] ?? "of the wrong form"))].join("; ");
      throw new Refused(
        422,
        `Some values cannot be used: ${reasons}. See the paths.`,
        [...new Set(paths)].filter((path) => path !== ""),
      );
    },
    {
      validationFunction: (held, value) => {
        refuseUnusableJson(value);
        // The option's type leaves the schema open, which no parse of a certain schema can match.
        return held.safeParseAsync(value) as never;
      },
    },
  );

const CODES: Readonly<Partial<Record<string, string>>> = {
  invalid_type: "of the wrong type",
  unrecognized_keys: "not known here",
  too_small: "too small or too short",
  too_big: "too large or too long",
  invalid_format: "of the wrong form",
  invalid_value: "not one of those allowed",
  invalid_union: "of none of the forms allowed",
  custom: "not usable",
};
