import { Hono } from "hono";
import type * as z from "zod";
import { audit } from "../audit.ts";
import { accept, type Env } from "../http/accept.ts";
import type { FEEDBACK } from "../http/schemas.ts";
import type { Needs } from "../needs.ts";
import { pageOfEntries } from "../http/paging.ts";
import { jsonOf } from "../store/entries.ts";
import { requireTeamIds } from "../policies/teams.ts";
import { keys, partitions } from "../store/keys.ts";

/** Feedback as it is stored. */
interface StoredFeedback extends z.infer<typeof FEEDBACK> {
  /** Object id and tenant; shown to nobody, it finds a person's own. */
  readonly by: string;
  readonly at: string;
}

export const feedbackRoutes = (needs: Needs) =>
  new Hono<Env>()
    .post("/feedback", accept("POST /feedback"), async (c) => {
      const given = c.req.valid("json");
      if (given.team !== undefined) await requireTeamIds(needs, [given.team], "team");
      const { oid, tid } = c.var.who;
      const id = needs.newId();
      const at = needs.now().toISOString();
      const stored: StoredFeedback = { ...given, by: `${oid}@${tid}`, at };
      await audit(needs, c.var.who, "POST /feedback", {
        month: given.month,
        about: id,
        ...(given.team === undefined ? {} : { team: given.team }),
      });
      await needs.table.put(keys.feedback(given.month, id), JSON.stringify(stored), { expect: "absent" });
      return c.json({ id, ...given, at }, 201);
    })
    .get("/feedback", accept("GET /feedback"), async (c) => {
      const own = `${c.var.who.oid}@${c.var.who.tid}`;
      const page = await pageOfEntries(needs.table, partitions.feedback, c.req.valid("query"), (entry) => {
        const { by, ...given } = jsonOf(entry) as StoredFeedback;
        const [, id = ""] = entry.sk.split("#");
        return c.var.reach === "any" || by === own ? { id, ...given } : undefined;
      });
      await audit(needs, c.var.who, "GET /feedback", { count: page.items.length });
      return c.json(page);
    });
