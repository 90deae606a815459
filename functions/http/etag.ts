import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { Refusal } from "./problem.ts";
import type { Expect } from "../store/table.ts";

/** The entity tag of a version. */
export const etagOf = (version: number | string): string => `"${version}"`;

/** Whether a header of tags names this one. A tag made weak on its way (by compression) still counts. */
const names = (header: string, etag: string): boolean =>
  header.trim() === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);

export const preconditionFailed = (): Refusal =>
  new Refusal(412, "Someone else has changed this since you read it. Read it again, then make your change.");

/** Sends nothing to whoever already holds what they ask for. */
export const notModified = createMiddleware(async (c, next) => {
  await next();
  const etag = c.res.headers.get("etag");
  const held = c.req.header("if-none-match");
  if (etag !== null && held !== undefined && names(held, etag)) c.res = new Response(null, { status: 304 });
});

/** Refuses a change to a list that is not the one that was read. */
export function requireMatch(c: Context, etag: string): void {
  const header = c.req.header("if-match");
  if (header === undefined)
    throw new Refusal(428, "Say which version your change is to: send the ETag that you read as If-Match.");
  if (!names(header, etag)) throw preconditionFailed();
}

/** What must hold of an item for it to be written: that it is not there, or is still the one that was read. */
export function expectedOf(c: Context, stored: number | undefined): Expect {
  const mustBeNew = c.req.header("if-none-match")?.trim() === "*";
  const isNew = stored === undefined;
  if (mustBeNew ? !isNew : isNew && c.req.header("if-match") !== undefined) throw preconditionFailed();
  if (isNew) return "absent";
  requireMatch(c, etagOf(stored));
  return stored;
}
