import { Hono } from "hono";
import { audit, type AuditLine } from "../http/audit.ts";
import { accept, type Env } from "../http/accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { pageOfEntries } from "../http/paging.ts";
import { jsonOf } from "../store/entries.ts";
import { partitions } from "../store/keys.ts";

/** The trail of who did what, newest first. Reading it is itself written down. */
export const auditRoutes = (deps: Dependencies) =>
  new Hono<Env>().get("/audit", accept("GET /audit"), async (c) => {
    const page = await pageOfEntries(
      deps.table,
      partitions.audit,
      c.req.valid("query"),
      (entry) => jsonOf(entry) as AuditLine,
      { isDescending: true },
    );
    await audit(deps, c.var.caller, "GET /audit", { count: page.items.length });
    return c.json(page);
  });
