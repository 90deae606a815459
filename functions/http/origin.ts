import { createHash, timingSafeEqual } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { Env } from "./accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { Refusal } from "./problem.ts";

export const ORIGIN_HEADER = "x-origin-secret";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Turns away whoever goes round CloudFront, and with it round its firewall. It stands before signing in, never in its place. */
export function requireCloudFront({ originSecret }: Pick<Dependencies, "originSecret">) {
  const expected = originSecret === undefined ? undefined : digest(originSecret);
  return createMiddleware<Env>(async (c, next) => {
    // Digests are of one length, and comparing them takes the same time whatever was sent.
    if (expected && !timingSafeEqual(expected, digest(c.req.header(ORIGIN_HEADER) ?? ""))) {
      throw new Refusal(
        403,
        "The service answers at its own web address alone. Use the address that the add-in was installed from.",
      );
    }
    await next();
  });
}
