import { Hono } from "hono";
import type * as z from "zod";
import { termsOf } from "../../rules/terms.ts";
import { audit } from "../http/audit.ts";
import { hashesOf } from "../hashing/hashing.ts";
import { accept, requireTeam, type Env } from "../http/accept.ts";
import type { Route } from "../http/operations.ts";
import type { TEAM_MONTH, VERSION_ROWS } from "../http/schemas.ts";
import type { Caller } from "../people/identity.ts";
import type { Dependencies } from "../dependencies.ts";
import { pageOfItems } from "../http/paging.ts";
import { Refusal } from "../http/problem.ts";
import { changesSince } from "../snapshots/changes.ts";
import { feedbackCounts } from "../snapshots/feedback-counts.ts";
import { receiptFor, versionsOf, receiptOf, type StoredReceipt } from "../snapshots/receipts.ts";
import { pageOfRows } from "../snapshots/rows.ts";
import { SOURCES, type Sources } from "../snapshots/sources.ts";
import { today } from "../today.ts";
import { refuseOddRefs } from "../http/request-rows.ts";

async function receiptOrNone(
  deps: Dependencies,
  { team, month }: z.infer<typeof TEAM_MONTH>,
  version?: number,
): Promise<StoredReceipt> {
  const receipt = await receiptFor(deps, team, month, version);
  if (!receipt) throw new Refusal(404, "There is no such snapshot of this team.");
  return receipt;
}

type ChangesRoute = Extract<Route, `${string}/changes`>;

/** A page of what has changed, written to the audit trail under the route that was asked. */
async function changesOf(
  deps: Dependencies,
  caller: Caller,
  route: ChangesRoute,
  one: z.infer<typeof TEAM_MONTH>,
  { version, ...paging }: z.infer<typeof VERSION_ROWS>,
) {
  const receipt = await receiptOrNone(deps, one, version);
  const { children, ...counts } = await changesSince(deps, receipt);
  const page = pageOfItems(children, paging);
  await audit(deps, caller, route, { ...one, count: page.items.length, about: `version ${receipt.version}` });
  return { month: one.month, version: receipt.version, ...counts, ...page };
}

/** Reads snapshots back; everything that shows rows is written to the audit trail. */
export const snapshotRoutes = (deps: Dependencies, sources: Pick<Sources, "policyOn"> = SOURCES) =>
  new Hono<Env>()
    .get("/snapshots", accept("GET /snapshots"), async (c) => {
      const { team, from = "1990-01", to = "2099-12", ...paging } = c.req.valid("query");
      requireTeam(c, team);
      const page = pageOfItems(await versionsOf(deps, team, from, to), paging);
      const feedback = await feedbackCounts(deps, from, to);
      const items = page.items.map(({ receipt, isNewest }) => ({
        ...receiptOf(receipt),
        isNewest,
        measures: { ...receipt.measures, feedback: { count: feedback(team, receipt.month) } },
      }));
      return c.json({ ...page, items });
    })
    .get("/snapshots/:team/:month", accept("GET /snapshots/:team/:month"), async (c) => {
      const one = c.req.valid("param");
      requireTeam(c, one.team);
      const { version, ...paging } = c.req.valid("query");
      const receipt = await receiptOrNone(deps, one, version);
      const page = await pageOfRows(deps, receipt, paging);
      await audit(deps, c.var.caller, "GET /snapshots/:team/:month", {
        ...one,
        count: page.items.length,
        about: `version ${receipt.version}`,
      });
      return c.json({ receipt: receiptOf(receipt), ...page });
    })
    .get("/snapshots/:team/:month/changes", accept("GET /snapshots/:team/:month/changes"), async (c) => {
      const one = c.req.valid("param");
      requireTeam(c, one.team);
      return c.json(
        await changesOf(deps, c.var.caller, "GET /snapshots/:team/:month/changes", one, c.req.valid("query")),
      );
    })
    .post("/snapshots/:team/:month/changes", accept("POST /snapshots/:team/:month/changes"), async (c) => {
      const one = c.req.valid("param");
      requireTeam(c, one.team);
      const { childRefs } = c.req.valid("json");
      const { policy } = await sources.policyOn(deps, today(deps));
      refuseOddRefs(childRefs, termsOf(policy), (index) => `childRefs[${index}]`);
      const keys = await deps.hashKeys();
      const { items, ...changes } = await changesOf(
        deps,
        c.var.caller,
        "POST /snapshots/:team/:month/changes",
        one,
        c.req.valid("query"),
      );
      const refs = new Map(childRefs.flatMap((ref) => hashesOf(ref, keys).map((hash) => [hash, ref])));
      return c.json({ ...changes, items: items.map((item) => ({ ...item, ref: refs.get(item.child) })) });
    });
