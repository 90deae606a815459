import { Hono } from "hono";
import * as z from "zod";
import { audit } from "../audit.ts";
import { guard, requireTeam, valid, type Env } from "../http.ts";
import type { Needs } from "../needs.ts";
import { Refused } from "../problem.ts";
import { changesSince } from "../snapshots/changes.ts";
import { feedbackCounts } from "../snapshots/feedback-counts.ts";
import { receiptFor, versionsOf } from "../snapshots/history.ts";
import { MONTH } from "../snapshots/month.ts";
import { pageOfItems, pageOfRows, ROW_PAGING } from "../snapshots/pages.ts";
import { receiptOf, type StoredReceipt } from "../snapshots/receipt.ts";

const TEAM = z.string().min(1).max(200);
export const LIST = z.strictObject({ team: TEAM, from: MONTH.optional(), to: MONTH.optional(), ...ROW_PAGING });
const ONE = z.strictObject({ team: TEAM, month: MONTH });
const VERSION = { version: z.string().regex(/^[1-9]\d{0,5}$/).transform(Number).optional() };
export const ROWS_OF = z.strictObject({ ...VERSION, ...ROW_PAGING });

async function receiptOrNone(needs: Needs, { team, month }: z.infer<typeof ONE>, version?: number): Promise<StoredReceipt> {
  const receipt = await receiptFor(needs, team, month, version);
  if (!receipt) throw new Refused(404, "There is no such snapshot of this team.");
  return receipt;
}

/** Reads snapshots back; everything that shows rows is written to the audit trail. */
export const snapshotRoutes = (needs: Needs) =>
  new Hono<Env>()
    .get("/snapshots", guard("GET", "/snapshots"), valid("query", LIST), async (c) => {
      const { team, from = "1990-01", to = "2099-12", ...paging } = c.req.valid("query");
      requireTeam(c, team);
      const page = pageOfItems(await versionsOf(needs, team, from, to), paging);
      const feedback = await feedbackCounts(needs, from, to);
      const items = page.items.map(({ receipt, isNewest }) => ({
        ...receiptOf(receipt), isNewest, measures: { ...receipt.measures, feedback: { count: feedback(team, receipt.month) } },
      }));
      return c.json({ ...page, items });
    })
    .get("/snapshots/:team/:month", guard("GET", "/snapshots/:team/:month"), valid("param", ONE), valid("query", ROWS_OF), async (c) => {
      const one = c.req.valid("param");
      requireTeam(c, one.team);
      const { version, ...paging } = c.req.valid("query");
      const receipt = await receiptOrNone(needs, one, version);
      const page = await pageOfRows(needs, receipt, paging);
      await audit(needs, c.var.who, "GET /snapshots/:team/:month", { ...one, count: page.items.length, about: `version ${receipt.version}` });
      return c.json({ receipt: receiptOf(receipt), ...page });
    })
    .get("/snapshots/:team/:month/changes", guard("GET", "/snapshots/:team/:month/changes"), valid("param", ONE), valid("query", ROWS_OF), async (c) => {
      const one = c.req.valid("param");
      requireTeam(c, one.team);
      const { version, ...paging } = c.req.valid("query");
      const receipt = await receiptOrNone(needs, one, version);
      const { children, ...counts } = await changesSince(needs, receipt);
      const page = pageOfItems(children, paging);
      await audit(needs, c.var.who, "GET /snapshots/:team/:month/changes", { ...one, count: page.items.length, about: `version ${receipt.version}` });
      return c.json({ month: one.month, version: receipt.version, ...counts, ...page });
    });
