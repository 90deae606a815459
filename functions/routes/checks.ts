import { Hono } from "hono";
import { check } from "../../rules/check.ts";
import { isoDay } from "../../rules/dates.ts";
import type { Finding } from "../../rules/finding.ts";
import { termsOf } from "../../rules/terms.ts";
import { audit } from "../http/audit.ts";
import { accept, requireAnyTeam, type Env } from "../http/accept.ts";
import { refuseTooLarge } from "../http/carried.ts";
import type { Dependencies } from "../dependencies.ts";
import { auditHashes, countAnswered } from "../people/look-ups.ts";
import { registerFor } from "../people/register.ts";
import { elsewhereOf, returnsOf, type ElsewhereQuery } from "../snapshots/elsewhere.ts";
import { leadLists } from "../snapshots/lead-lists.ts";
import { SOURCES } from "../snapshots/sources.ts";
import { today } from "../today.ts";
import { refuseOddRows, sheetOf } from "../http/request-rows.ts";

/** A finding as it is answered; its words only where they are asked for. */
const findingAnswer = (hasWords: boolean) => (found: Finding) => {
  const { rule, breach, severity, fields } = found;
  return { rule, breach, severity, fields, ...(hasWords ? { message: found.message, nextStep: found.nextStep } : {}) };
};

/** Checks rows with the policy of their day, the register and other teams' lists; keeps nothing of them. */
export const checkRoutes = (deps: Dependencies, sources = SOURCES) =>
  new Hono<Env>().post("/checks", accept("POST /checks"), async (c) => {
    requireAnyTeam(c);
    const { rows, asOf = today(deps), isPart = false } = c.req.valid("json");
    const { policy, version } = await sources.policyOn(deps, asOf);
    const terms = termsOf(policy);
    refuseOddRows(rows, terms);
    const { caller } = c.var;
    const [register, keys, lists] = await Promise.all([
      sources.registerOf(deps),
      deps.hashKeys(),
      leadLists(deps, sources),
    ]);
    const practitioners = registerFor(caller, register, terms);
    const query: ElsewhereQuery = { rows, terms, practitioners, keys, asOf, ownTeams: caller.teams };
    const { answered, ...elsewhere } = elsewhereOf(query, lists);
    const children = await auditHashes(deps, answered);
    await countAnswered(deps, caller, children);
    const returns = await returnsOf(deps, query);
    const checked = check(sheetOf(rows, isPart), {
      asOf: isoDay(asOf),
      policy,
      register: { practitioners },
      service: { ...elsewhere, returns },
    });
    const show = findingAnswer(c.req.valid("query").words === "1");
    const answer = {
      asOf,
      policy: { id: policy.id, version, hash: terms.hash },
      rows: checked.rows.map((row) => (row ? { verdict: row.verdict, findings: row.findings.map(show) } : null)),
      elsewhere,
      returns,
      sheet: checked.sheet.map(show),
      coverage: checked.coverage,
    };
    refuseTooLarge(answer, rows.length, deps.limits.answerBytes);
    await audit(deps, caller, "POST /checks", {
      count: rows.length,
      ...(answered.length > 0 ? { crossed: answered.length, children } : {}),
    });
    return c.json(answer);
  });
