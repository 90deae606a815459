import { Hono } from "hono";
import { audit, type AuditLine } from "../audit.ts";
import { guard, valid, type Env } from "../http/http.ts";
import type { Needs } from "../needs.ts";
import { jsonOf, pageOf, PAGING } from "../http/paging.ts";
import { partitions } from "../store/keys.ts";

/** The trail of who did what, newest first. Reading it is itself written down. */
export const auditRoutes = (needs: Needs) =>
  new Hono<Env>().get("/audit", guard("GET", "/audit"), valid("query", PAGING), async (c) => {
    const page = await pageOf(
      needs.table,
      partitions.audit,
      c.req.valid("query"),
      (entry) => jsonOf(entry) as AuditLine,
      { isDescending: true },
    );
    await audit(needs, c.var.who, "GET /audit", { count: page.items.length });
    return c.json(page);
  });
