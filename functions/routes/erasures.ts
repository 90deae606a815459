import { Hono } from "hono";
import * as z from "zod";
import { termsOf } from "../../rules/terms.ts";
import { audit } from "../audit.ts";
import { guard, valid, type Env } from "../http/http.ts";
import type { Needs } from "../needs.ts";
import { erase } from "../snapshots/erase.ts";
import { SOURCES, today } from "../snapshots/sources.ts";
import { CHILD_REF, refuseOddRefs } from "../http/wire.ts";

export const ERASURE = z.strictObject({ childRef: CHILD_REF });

/** Removes one child's rows from every version of every snapshot. */
export const erasureRoutes = (needs: Needs, sources = SOURCES) =>
  new Hono<Env>().post("/erasures", guard("POST", "/erasures"), valid("json", ERASURE), async (c) => {
    const { childRef } = c.req.valid("json");
    const { policy } = await sources.policyOn(needs, today(needs));
    refuseOddRefs([childRef], termsOf(policy), () => "childRef");
    // Said before it is done: an erasure that breaks off halfway is in the trail all the same.
    await audit(needs, c.var.who, "POST /erasures");
    const erased = await erase(needs, childRef);
    return c.json(erased);
  });
