import { Hono } from "hono";
import { audit } from "../http/audit.ts";
import { accept, requireTeam, type Env } from "../http/accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { commit } from "../snapshots/commit.ts";
import { idempotent } from "../http/idempotency.ts";
import { putPart } from "../snapshots/put-part.ts";
import { receiptOf } from "../snapshots/receipts.ts";
import { SOURCES } from "../snapshots/sources.ts";
import { missingParts, openUpload, uploadOf } from "../snapshots/upload.ts";

/** Sends a month's rows in parts, to be committed as a snapshot. To be mounted before the snapshots' own routes. */
export const uploadRoutes = (deps: Dependencies, sources = SOURCES) =>
  new Hono<Env>()
    .post("/snapshots", accept("POST /snapshots"), async (c) => {
      const opening = c.req.valid("json");
      requireTeam(c, opening.team);
      const answer = await idempotent(deps, c, "POST /snapshots", opening, async () => {
        const { id, team, month } = await openUpload(deps, sources, c.var.caller, opening);
        await audit(deps, c.var.caller, "POST /snapshots", { team, month, count: opening.rows, about: id });
        return { uploadId: id };
      });
      return c.json(answer, 201);
    })
    .get("/snapshots/uploads/:id", accept("GET /snapshots/uploads/:id"), async (c) => {
      const upload = await uploadOf(deps, c.req.valid("param").id);
      requireTeam(c, upload.team);
      const { id, team, month, asOf, rows, parts, state, held } = upload;
      const items = Object.entries(held).map(([n, part]) => ({ part: Number(n), rows: part.rows }));
      return c.json({
        uploadId: id,
        team,
        month,
        asOf,
        rows,
        parts,
        state,
        held: items,
        missing: missingParts(upload),
      });
    })
    .put("/snapshots/uploads/:id/parts/:n", accept("PUT /snapshots/uploads/:id/parts/:n"), async (c) => {
      const { id, n } = c.req.valid("param");
      const { rows } = c.req.valid("json");
      const upload = await uploadOf(deps, id);
      requireTeam(c, upload.team);
      await audit(deps, c.var.caller, "PUT /snapshots/uploads/:id/parts/:n", {
        team: upload.team,
        month: upload.month,
        count: rows.length,
        about: `${id} part ${n}`,
      });
      await putPart(deps, sources, upload, n, rows);
      return c.body(null, 204);
    })
    .post("/snapshots/uploads/:id/commit", accept("POST /snapshots/uploads/:id/commit"), async (c) => {
      const { id } = c.req.valid("param");
      const upload = await uploadOf(deps, id);
      requireTeam(c, upload.team);
      const answer = await idempotent(deps, c, "POST /snapshots/uploads/:id/commit", { id }, async () => {
        // Said before it is done: broken off halfway, it is in the trail all the same.
        await audit(deps, c.var.caller, "POST /snapshots/uploads/:id/commit", {
          team: upload.team,
          month: upload.month,
          count: upload.rows,
          about: id,
        });
        return receiptOf(await commit(deps, sources, c.var.caller, upload));
      });
      return c.json(answer, 201);
    });
