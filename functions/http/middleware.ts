import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { Env } from "./accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { Refusal } from "./problem.ts";

/** Answers are personal and never pages: nothing is to be kept, framed, guessed at or referred to. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** A name such as "TypeError"; anything longer or odder might hold data. */
const codeOf = (error: Error | undefined): string | undefined =>
  error && !(error instanceof Refusal) && /^\w{1,60}$/.test(error.name) ? error.name : undefined;

/** Gives each request an id of its own, and logs how it ended: the route's pattern, never what was sent. */
export const logRequests = ({ now, newId, log }: Dependencies) =>
  createMiddleware<Env>(async (c, next) => {
    const began = now().getTime();
    const requestId = newId();
    c.set("requestId", requestId);
    await next();
    c.header("x-request-id", requestId);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    const { status } = c.res;
    const code = codeOf(c.error);
    log(status < 400 ? "request-done" : status < 500 ? "request-refused" : "request-failed", {
      requestId,
      method: METHODS.has(c.req.method) ? c.req.method : "other",
      route: routePath(c),
      status,
      milliseconds: now().getTime() - began,
      ...(code === undefined ? {} : { code }),
    });
  });

/** A method is free text too: anyone may make one up. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]);

/** Answers for a request that takes too long; what it has begun may still come to its end. */
export const limitTime = ({ limits }: Dependencies) =>
  createMiddleware<Env>(async (_c, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(
          new Refusal(504, "This took too long. If it was a change, look whether it was made before you try again."),
        );
      }, limits.requestTime);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  });
