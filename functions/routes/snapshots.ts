import { Hono } from "hono";
import * as z from "zod";
import { termsOf } from "../../rules/terms.ts";
import { audit } from "../audit.ts";
import { hashesOf } from "../hashing/hashing.ts";
import { guard, requireTeam, valid, type Env } from "../http/http.ts";
import type { Who } from "../people/identity.ts";
import type { Needs } from "../needs.ts";
import { Refused } from "../http/problem.ts";
import { changesSince } from "../snapshots/changes.ts";
import { feedbackCounts } from "../snapshots/feedback-counts.ts";
import { receiptFor, versionsOf } from "../snapshots/history.ts";
import { MONTH } from "../snapshots/month.ts";
import { pageOfItems, pageOfRows, ROW_PAGING } from "../snapshots/pages.ts";
import { receiptOf, type StoredReceipt } from "../snapshots/receipt.ts";
import { SOURCES, today, type Sources } from "../snapshots/sources.ts";
import { CHILD_REF, refuseOddRefs } from "../http/wire.ts";

const TEAM = z.string().min(1).max(200);
export const LIST = z.strictObject({ team: TEAM, from: MONTH.optional(), to: MONTH.optional(), ...ROW_PAGING });
const ONE = z.strictObject({ team: TEAM, month: MONTH });
const VERSION = {
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .optional(),
};
export const ROWS_OF = z.strictObject({ ...VERSION, ...ROW_PAGING });
/** Children whom the caller knows by reference: those among the changes are answered with it. */
export const CHILDREN = z.strictObject({ childRefs: z.array(CHILD_REF).max(2_000) });

async function receiptOrNone(
  needs: Needs,
  { team, month }: z.infer<typeof ONE>,
  version?: number,
): Promise<StoredReceipt> {
  const receipt = await receiptFor(needs, team, month, version);
  if (!receipt) throw new Refused(404, "There is no such snapshot of this team.");
  return receipt;
}

const CHANGES = "/snapshots/:team/:month/changes";

/** A page of what has changed, written to the audit trail as `method`. */
async function changesOf(
  needs: Needs,
  who: Who,
  method: "GET" | "POST",
  one: z.infer<typeof ONE>,
  { version, ...paging }: z.infer<typeof ROWS_OF>,
) {
  const receipt = await receiptOrNone(needs, one, version);
  const { children, ...counts } = await changesSince(needs, receipt);
  const page = pageOfItems(children, paging);
  await audit(needs, who, `${method} ${CHANGES}`, {
    ...one,
    count: page.items.length,
    about: `version ${receipt.version}`,
  });
  return { month: one.month, version: receipt.version, ...counts, ...page };
}

/** Reads snapshots back; everything that shows rows is written to the audit trail. */
export const snapshotRoutes = (needs: Needs, sources: Pick<Sources, "policyOn"> = SOURCES) =>
  new Hono<Env>()
    .get("/snapshots", guard("GET", "/snapshots"), valid("query", LIST), async (c) => {
      const { team, from = "1990-01", to = "2099-12", ...paging } = c.req.valid("query");
      requireTeam(c, team);
      const page = pageOfItems(await versionsOf(needs, team, from, to), paging);
      const feedback = await feedbackCounts(needs, from, to);
      const items = page.items.map(({ receipt, isNewest }) => ({
        ...receiptOf(receipt),
        isNewest,
        measures: { ...receipt.measures, feedback: { count: feedback(team, receipt.month) } },
      }));
      return c.json({ ...page, items });
    })
    .get(
      "/snapshots/:team/:month",
      guard("GET", "/snapshots/:team/:month"),
      valid("param", ONE),
      valid("query", ROWS_OF),
      async (c) => {
        const one = c.req.valid("param");
        requireTeam(c, one.team);
        const { version, ...paging } = c.req.valid("query");
        const receipt = await receiptOrNone(needs, one, version);
        const page = await pageOfRows(needs, receipt, paging);
        await audit(needs, c.var.who, "GET /snapshots/:team/:month", {
          ...one,
          count: page.items.length,
          about: `version ${receipt.version}`,
        });
        return c.json({ receipt: receiptOf(receipt), ...page });
      },
    )
    .get(CHANGES, guard("GET", CHANGES), valid("param", ONE), valid("query", ROWS_OF), async (c) => {
      const one = c.req.valid("param");
      requireTeam(c, one.team);
      return c.json(await changesOf(needs, c.var.who, "GET", one, c.req.valid("query")));
    })
    .post(
      CHANGES,
      guard("POST", CHANGES),
      valid("param", ONE),
      valid("query", ROWS_OF),
      valid("json", CHILDREN),
      async (c) => {
        const one = c.req.valid("param");
        requireTeam(c, one.team);
        const { childRefs } = c.req.valid("json");
        const { policy } = await sources.policyOn(needs, today(needs));
        refuseOddRefs(childRefs, termsOf(policy), (index) => `childRefs[${index}]`);
        const keys = await needs.hashKeys();
        const { items, ...changes } = await changesOf(needs, c.var.who, "POST", one, c.req.valid("query"));
        const refs = new Map(childRefs.flatMap((ref) => hashesOf(ref, keys).map((hash) => [hash, ref])));
        return c.json({ ...changes, items: items.map((item) => ({ ...item, ref: refs.get(item.child) })) });
      },
    );
