import { Hono } from "hono";
import { audit } from "../http/audit.ts";
import { accept, type Env } from "../http/accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { erase } from "../snapshots/erase.ts";

/**
 * Removes one child's rows from every version of every snapshot, step by step where there is much to go through. The
 * ref may have any form: patterns change, and it goes nowhere but into a hash.
 */
export const erasureRoutes = (deps: Dependencies) =>
  new Hono<Env>().post("/erasures", accept("POST /erasures"), async (c) => {
    const { childRef, ...step } = c.req.valid("json");
    // Said before it is done: an erasure that breaks off halfway is in the trail all the same.
    await audit(deps, c.var.caller, "POST /erasures", step.isPreview ? { about: "preview" } : {});
    const erased = await erase(deps, childRef, step);
    return c.json(erased, erased.next === undefined ? 200 : 202);
  });
