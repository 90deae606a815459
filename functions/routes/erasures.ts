import { Hono } from "hono";
import { termsOf } from "../../rules/terms.ts";
import { audit } from "../audit.ts";
import { accept, type Env } from "../http/accept.ts";
import type { Needs } from "../needs.ts";
import { erase } from "../snapshots/erase.ts";
import { SOURCES, today } from "../snapshots/sources.ts";
import { refuseOddRefs } from "../http/rows.ts";

/** Removes one child's rows from every version of every snapshot. */
export const erasureRoutes = (needs: Needs, sources = SOURCES) =>
  new Hono<Env>().post("/erasures", accept("POST /erasures"), async (c) => {
    const { childRef } = c.req.valid("json");
    const { policy } = await sources.policyOn(needs, today(needs));
    refuseOddRefs([childRef], termsOf(policy), () => "childRef");
    // Said before it is done: an erasure that breaks off halfway is in the trail all the same.
    await audit(needs, c.var.who, "POST /erasures");
    const erased = await erase(needs, childRef);
    return c.json(erased);
  });
