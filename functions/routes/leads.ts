import { Hono } from "hono";
import { isoDay, toIso } from "../../rules/dates.ts";
import { termsOf } from "../../rules/terms.ts";
import { audit } from "../audit.ts";
import { accept, type Env } from "../http/accept.ts";
import type { Needs } from "../needs.ts";
import { Refused } from "../http/problem.ts";
import { lookUp } from "../snapshots/look-up.ts";
import { SOURCES, today } from "../snapshots/sources.ts";
import { whoIs } from "../snapshots/upload.ts";
import { keys } from "../store/keys.ts";
import { refuseOddRefs } from "../http/rows.ts";

/** A counter stays until its day is over wherever the clock stands. */
const KEPT_SECONDS = 2 * 86_400;

/** Who leads which children, by every team's newest list. Each look-up is counted and written to the audit trail. */
export const leadRoutes = (needs: Needs, sources = SOURCES) =>
  new Hono<Env>().post("/leads", accept("POST /leads"), async (c) => {
    const { childRefs } = c.req.valid("json");
    const day = today(needs);
    const { policy } = await sources.policyOn(needs, day);
    refuseOddRefs(childRefs, termsOf(policy), (index) => `childRefs[${index}]`);
    const most = needs.limits.lookUpsADay;
    const expiresAt = Math.floor(needs.now().getTime() / 1000) + KEPT_SECONDS;
    const counted = await needs.table.count(
      keys.counter("LOOKUPS", whoIs(c.var.who), day),
      childRefs.length,
      most,
      expiresAt,
    );
    if (counted === undefined) {
      const startsAnewOn = toIso(isoDay(day) + 1);
      throw new Refused(
        429,
        `Only ${most} children a day can be looked up by one person. The count starts anew at midnight.`,
        [],
        { startsAnewOn },
      );
    }
    await audit(needs, c.var.who, "POST /leads", { count: childRefs.length });
    return c.json({ leads: await lookUp(needs, sources, childRefs) });
  });
