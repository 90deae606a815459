import { Hono } from "hono";
import { termsOf } from "../../rules/terms.ts";
import { audit } from "../http/audit.ts";
import { accept, type Env } from "../http/accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { lookUp } from "../snapshots/lead-look-up.ts";
import { SOURCES } from "../snapshots/sources.ts";
import { today } from "../today.ts";
import { auditHashes, countAsked } from "../people/look-ups.ts";
import { refuseOddRefs } from "../http/request-rows.ts";

/** Who leads which children, by every team's newest list. Each look-up is counted and written to the audit trail. */
export const leadRoutes = (deps: Dependencies, sources = SOURCES) =>
  new Hono<Env>().post("/leads", accept("POST /leads"), async (c) => {
    const { childRefs } = c.req.valid("json");
    const day = today(deps);
    const { policy } = await sources.policyOn(deps, day);
    refuseOddRefs(childRefs, termsOf(policy), (index) => `childRefs[${index}]`);
    await countAsked(deps, c.var.caller, childRefs);
    await audit(deps, c.var.caller, "POST /leads", {
      count: childRefs.length,
      children: await auditHashes(deps, childRefs),
    });
    return c.json({ leads: await lookUp(deps, sources, childRefs) });
  });
