import { Hono } from "hono";
import { isoDay, toIso } from "../../rules/dates.ts";
import { termsOf } from "../../rules/terms.ts";
import { audit } from "../http/audit.ts";
import { accept, type Env } from "../http/accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { Refusal } from "../http/problem.ts";
import { lookUp } from "../snapshots/lead-look-up.ts";
import { SOURCES } from "../snapshots/sources.ts";
import { today } from "../today.ts";
import { callerId } from "../people/identity.ts";
import { keys } from "../store/keys.ts";
import { refuseOddRefs } from "../http/request-rows.ts";

/** A counter stays until its day is over wherever the clock stands. */
const KEPT_SECONDS = 2 * 86_400;

/** Who leads which children, by every team's newest list. Each look-up is counted and written to the audit trail. */
export const leadRoutes = (deps: Dependencies, sources = SOURCES) =>
  new Hono<Env>().post("/leads", accept("POST /leads"), async (c) => {
    const { childRefs } = c.req.valid("json");
    const day = today(deps);
    const { policy } = await sources.policyOn(deps, day);
    refuseOddRefs(childRefs, termsOf(policy), (index) => `childRefs[${index}]`);
    const most = deps.limits.lookUpsADay;
    const expiresAt = Math.floor(deps.now().getTime() / 1000) + KEPT_SECONDS;
    const counted = await deps.table.count(
      keys.counter("LOOKUPS", callerId(c.var.caller), day),
      childRefs.length,
      most,
      expiresAt,
    );
    if (counted === undefined) {
      const startsAnewOn = toIso(isoDay(day) + 1);
      throw new Refusal(
        429,
        `Only ${most} children a day can be looked up by one person. The count starts anew at midnight.`,
        [],
        { startsAnewOn },
      );
    }
    await audit(deps, c.var.caller, "POST /leads", { count: childRefs.length });
    return c.json({ leads: await lookUp(deps, sources, childRefs) });
  });
