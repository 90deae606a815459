import { Hono } from "hono";
import { audit, type AuditLine } from "../audit.ts";
import { accept, type Env } from "../http/accept.ts";
import type { Needs } from "../needs.ts";
import { pageOfEntries } from "../http/paging.ts";
import { jsonOf } from "../store/entries.ts";
import { partitions } from "../store/keys.ts";

/** The trail of who did what, newest first. Reading it is itself written down. */
export const auditRoutes = (needs: Needs) =>
  new Hono<Env>().get("/audit", accept("GET /audit"), async (c) => {
    const page = await pageOfEntries(
      needs.table,
      partitions.audit,
      c.req.valid("query"),
      (entry) => jsonOf(entry) as AuditLine,
      { isDescending: true },
    );
    await audit(needs, c.var.who, "GET /audit", { count: page.items.length });
    return c.json(page);
  });
