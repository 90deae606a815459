import { Hono } from "hono";
import * as z from "zod";
import { audit } from "../audit.ts";
import { guard, requireTeam, valid, type Env } from "../http/http.ts";
import type { Needs } from "../needs.ts";
import { commit } from "../snapshots/commit.ts";
import { MONTH } from "../snapshots/month.ts";
import { once } from "../snapshots/once.ts";
import { putPart } from "../snapshots/put-part.ts";
import { receiptOf } from "../snapshots/receipt.ts";
import { SOURCES } from "../snapshots/sources.ts";
import { missingParts, openUpload, uploadOf } from "../snapshots/upload.ts";
import { DAY, ROWS } from "../http/wire.ts";

const MOST_PARTS = 100;

export const OPENING = z.strictObject({
  /** A team's id. */
  team: z.string().min(1).max(200),
  month: MONTH,
  asOf: DAY.optional(),
  /** Rows in all parts together. */
  rows: z.int().min(1).max(50_000),
  parts: z.int().min(1).max(MOST_PARTS),
});

export const PART = z.strictObject({ rows: ROWS.min(1) });

const UPLOAD = z.strictObject({ id: z.string().min(1).max(100) });
const PLACE = z.strictObject({
  ...UPLOAD.shape,
  n: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.int().max(MOST_PARTS)),
});

/** Sends a month's rows in parts, to be committed as a snapshot. To be mounted before the snapshots' own routes. */
export const uploadRoutes = (needs: Needs, sources = SOURCES) =>
  new Hono<Env>()
    .post("/snapshots", guard("POST", "/snapshots"), valid("json", OPENING), async (c) => {
      const opening = c.req.valid("json");
      requireTeam(c, opening.team);
      const answer = await once(needs, c, "POST /snapshots", opening, async () => {
        const { id, team, month } = await openUpload(needs, sources, c.var.who, opening);
        await audit(needs, c.var.who, "POST /snapshots", { team, month, count: opening.rows, about: id });
        return { uploadId: id };
      });
      return c.json(answer, 201);
    })
    .get("/snapshots/uploads/:id", guard("GET", "/snapshots/uploads/:id"), valid("param", UPLOAD), async (c) => {
      const upload = await uploadOf(needs, c.req.valid("param").id);
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
    .put(
      "/snapshots/uploads/:id/parts/:n",
      guard("PUT", "/snapshots/uploads/:id/parts/:n"),
      valid("param", PLACE),
      valid("json", PART),
      async (c) => {
        const { id, n } = c.req.valid("param");
        const { rows } = c.req.valid("json");
        const upload = await uploadOf(needs, id);
        requireTeam(c, upload.team);
        await audit(needs, c.var.who, "PUT /snapshots/uploads/:id/parts/:n", {
          team: upload.team,
          month: upload.month,
          count: rows.length,
          about: `${id} part ${n}`,
        });
        await putPart(needs, sources, upload, n, rows);
        return c.body(null, 204);
      },
    )
    .post(
      "/snapshots/uploads/:id/commit",
      guard("POST", "/snapshots/uploads/:id/commit"),
      valid("param", UPLOAD),
      async (c) => {
        const { id } = c.req.valid("param");
        const upload = await uploadOf(needs, id);
        requireTeam(c, upload.team);
        const answer = await once(needs, c, "POST /snapshots/uploads/:id/commit", { id }, async () => {
          // Said before it is done: broken off halfway, it is in the trail all the same.
          await audit(needs, c.var.who, "POST /snapshots/uploads/:id/commit", {
            team: upload.team,
            month: upload.month,
            count: upload.rows,
            about: id,
          });
          return receiptOf(await commit(needs, sources, c.var.who, upload));
        });
        return c.json(answer, 201);
      },
    );
