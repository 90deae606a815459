import { Hono } from "hono";
import type * as z from "zod";
import { audit } from "../http/audit.ts";
import { accept, type Env } from "../http/accept.ts";
import type { FEEDBACK } from "../http/schemas.ts";
import type { Dependencies } from "../dependencies.ts";
import { pageOfEntries } from "../http/paging.ts";
import { jsonOf } from "../store/entries.ts";
import { callerId } from "../people/identity.ts";
import { requireTeamIds } from "../policies/teams.ts";
import { keys, partitions } from "../store/keys.ts";

/** Feedback as it is stored. */
interface StoredFeedback extends z.infer<typeof FEEDBACK> {
  /** Object id and tenant; shown to nobody, it finds a person's own. */
  readonly by: string;
  readonly at: string;
}

export const feedbackRoutes = (deps: Dependencies) =>
  new Hono<Env>()
    .post("/feedback", accept("POST /feedback"), async (c) => {
      const given = c.req.valid("json");
      if (given.team !== undefined) await requireTeamIds(deps, [given.team], "team");
      const id = deps.newId();
      const at = deps.now().toISOString();
      const stored: StoredFeedback = { ...given, by: callerId(c.var.caller), at };
      await audit(deps, c.var.caller, "POST /feedback", {
        month: given.month,
        about: id,
        ...(given.team === undefined ? {} : { team: given.team }),
      });
      await deps.table.put(keys.feedback(given.month, id), JSON.stringify(stored), { expect: "absent" });
      return c.json({ id, ...given, at }, 201);
    })
    .get("/feedback", accept("GET /feedback"), async (c) => {
      const own = callerId(c.var.caller);
      const page = await pageOfEntries(deps.table, partitions.feedback, c.req.valid("query"), (entry) => {
        const { by, ...given } = jsonOf(entry) as StoredFeedback;
        const [, id = ""] = entry.sk.split("#");
        return c.var.reach === "any" || by === own ? { id, ...given } : undefined;
      });
      await audit(deps, c.var.caller, "GET /feedback", { count: page.items.length });
      return c.json(page);
    });
