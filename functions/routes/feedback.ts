import { Hono } from "hono";
import * as z from "zod";
import { audit } from "../audit.ts";
import { guard, valid, type Env } from "../http/http.ts";
import type { Needs } from "../needs.ts";
import { jsonOf, pageOf, PAGING } from "../http/paging.ts";
import { requireTeamIds } from "../policies/teams.ts";
import { keys, partitions } from "../store/keys.ts";

export const FEEDBACK_THEMES = [
  "who-leads",
  "oversight",
  "training",
  "working-together",
  "children-and-families",
  "workload",
  "this-tool",
  "other",
] as const;

export const FEEDBACK = z.strictObject({
  theme: z.enum(FEEDBACK_THEMES),
  text: z.string().trim().min(1).max(1000),
  month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  /** A team's id. */
  team: z.string().min(1).max(200).optional(),
});

/** Feedback as it is stored. */
export interface StoredFeedback extends z.infer<typeof FEEDBACK> {
  /** Object id and tenant; shown to nobody, it finds a person's own. */
  readonly by: string;
  readonly at: string;
}

export const feedbackRoutes = (needs: Needs) =>
  new Hono<Env>()
    .post("/feedback", guard("POST", "/feedback"), valid("json", FEEDBACK), async (c) => {
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
    .get("/feedback", guard("GET", "/feedback"), valid("query", PAGING), async (c) => {
      const own = `${c.var.who.oid}@${c.var.who.tid}`;
      const page = await pageOf(needs.table, partitions.feedback, c.req.valid("query"), (entry) => {
        const { by, ...given } = jsonOf(entry) as StoredFeedback;
        const [, id = ""] = entry.sk.split("#");
        return c.var.reach === "any" || by === own ? { id, ...given } : undefined;
      });
      await audit(needs, c.var.who, "GET /feedback", { count: page.items.length });
      return c.json(page);
    });
