import { Hono } from "hono";
import type { Policy } from "../../rules/policy.ts";
import { policyProblems } from "../../rules/policy-check.ts";
import { audit } from "../audit.ts";
import { changedMeanwhile, etagOf, requireMatch, unlessHeld } from "../http/etag.ts";
import { accept, type Env } from "../http/accept.ts";
import type { Who } from "../people/identity.ts";
import type { Needs } from "../needs.ts";
import { teamIdProblems, teamProblems } from "../policies/teams.ts";
import { policyOn, policyVersions, type PolicyVersion, type StoredPolicy } from "../policies/versions.ts";
import { Refused } from "../http/problem.ts";
import { keys } from "../store/keys.ts";
import type { VerdictChange } from "../snapshots/preview.ts";
import { todayOf } from "../today.ts";

/** Checks the newest snapshots anew with a policy that is not yet in force. */
export type VerdictChanges = (needs: Needs, policy: Policy) => Promise<readonly VerdictChange[]>;

const shown = ({ version, hash, at, reason, policy }: PolicyVersion) => ({
  version,
  hash,
  ...(at === undefined ? {} : { at }),
  ...(reason === undefined ? {} : { reason }),
  policy,
});

/** Who made a version is for administrators alone. */
const shownTo =
  ({ roles }: Pick<Who, "roles">) =>
  (version: PolicyVersion) => ({
    ...shown(version),
    ...(version.by !== undefined && roles.includes("Admin") ? { by: version.by } : {}),
  });

const MOST_SENTENCES = 20;

/** Refuses what is no policy. The sentences name settings; what stands in quotation marks is a value, and is left out. */
function requirePolicy(value: unknown): Policy {
  const shape = policyProblems(value);
  const problems = shape.length > 0 ? shape : teamIdProblems(value as Policy);
  if (problems.length === 0) return value as Policy;
  const sentences = problems.slice(0, MOST_SENTENCES).map((problem) => problem.replace(/ ".*"/s, "").slice(0, 200));
  throw new Refused(422, "This is not a policy that can be used. Put right what the sentences name.", [], {
    sentences,
  });
}

export const policyRoutes = (needs: Needs, verdictChanges: VerdictChanges) =>
  new Hono<Env>()
    .get("/policy", accept("GET /policy"), unlessHeld, async (c) => {
      const version = await policyOn(needs, c.req.valid("query").on ?? todayOf(needs.now()));
      c.header("etag", etagOf(version.hash));
      return c.json(shown(version));
    })
    .get("/policy/versions", accept("GET /policy/versions"), unlessHeld, async (c) => {
      const versions = await policyVersions(needs);
      c.header("etag", etagOf(versions.length));
      return c.json({ items: versions.map(shownTo(c.var.who)) });
    })
    .put("/policy", accept("PUT /policy"), async (c) => {
      const { reason, ...offered } = c.req.valid("json");
      const versions = await policyVersions(needs);
      requireMatch(c, etagOf(versions.length));
      const policy = requirePolicy(offered.policy);
      const sentences = teamProblems(versions, policy);
      if (sentences.length > 0)
        throw new Refused(422, "A team's id never changes.", ["trial.teams", "otherTeams"], { sentences });
      const now = needs.now();
      if (policy.effectiveFrom < todayOf(now) && reason === undefined) {
        throw new Refused(
          422,
          "This policy would be in force from a day that is past. Say why, as the reason, or let it begin today or later.",
          ["effectiveFrom", "reason"],
        );
      }
      const version = versions.length + 1;
      await audit(needs, c.var.who, "PUT /policy", { about: `version ${version}` });
      const stored: StoredPolicy = {
        policy,
        by: `${c.var.who.oid}@${c.var.who.tid}`,
        at: now.toISOString(),
        ...(reason === undefined ? {} : { reason }),
      };
      const put = await needs.table.put(keys.policy(version), JSON.stringify(stored), { expect: "absent" });
      if (put === undefined) throw changedMeanwhile();
      const made = (await policyVersions(needs))[version - 1];
      if (!made) throw new RangeError("A policy that was stored is not there.");
      c.header("etag", etagOf(version));
      return c.json(shown(made), 201);
    })
    .post("/policy/preview", accept("POST /policy/preview"), async (c) => {
      const policy = requirePolicy(c.req.valid("json").policy);
      await audit(needs, c.var.who, "POST /policy/preview");
      return c.json({ items: await verdictChanges(needs, policy) });
    });
