import { Hono, type Context } from "hono";
import { accept, type Env } from "../http/accept.ts";
import type { Dependencies } from "../dependencies.ts";
import { pageOfItems } from "../http/paging.ts";
import { Refusal } from "../http/problem.ts";
import { measuresCsv, teamMeasures } from "../snapshots/team-measures.ts";
import { SOURCES } from "../snapshots/sources.ts";

/** Only a manager has a team of their own; whoever evaluates sees every team from outside. */
const ownTeams = (c: Context<Env>): ReadonlySet<string> =>
  new Set(c.var.caller.roles.includes("Manager") ? c.var.caller.teams : []);

function requireOrder({ from, to }: { readonly from: string; readonly to: string }): void {
  if (from > to) throw new Refusal(422, "The first month is after the last one.", ["from", "to"]);
}

/** Measures by team and month. */
export const measureRoutes = (deps: Dependencies, sources = SOURCES) =>
  new Hono<Env>()
    .get("/measures", accept("GET /measures"), async (c) => {
      const { from, to, ...paging } = c.req.valid("query");
      requireOrder({ from, to });
      const months = await teamMeasures(deps, sources, ownTeams(c), from, to);
      return c.json(pageOfItems(months, paging));
    })
    .get("/measures.csv", accept("GET /measures.csv"), async (c) => {
      const { from, to } = c.req.valid("query");
      requireOrder({ from, to });
      const csv = measuresCsv(await teamMeasures(deps, sources, ownTeams(c), from, to));
      return c.body(csv, 200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="measures.csv"',
      });
    });
