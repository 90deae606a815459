import { Hono } from "hono";
import type { Policy } from "../../rules/policy.ts";
import { policyProblems } from "../../rules/policy-check.ts";
import { audit } from "../http/audit.ts";
import { preconditionFailed, etagOf, requireMatch, notModified } from "../http/etag.ts";
import { accept, type Env } from "../http/accept.ts";
import { callerId, type Caller } from "../people/identity.ts";
import type { Dependencies } from "../dependencies.ts";
import { teamIdProblems, teamProblems } from "../policies/teams.ts";
import { policyOn, policyVersions, type PolicyVersion, type StoredPolicy } from "../policies/versions.ts";
import { Refusal } from "../http/problem.ts";
import { keys } from "../store/keys.ts";
import type { VerdictChange } from "../snapshots/policy-preview.ts";
import { today } from "../today.ts";

/** Checks the newest snapshots anew with a policy that is not yet in force. */
export type VerdictChanges = (deps: Dependencies, policy: Policy) => Promise<readonly VerdictChange[]>;

const policyAnswer = ({ version, hash, at, reason, policy }: PolicyVersion) => ({
  version,
  hash,
  ...(at === undefined ? {} : { at }),
  ...(reason === undefined ? {} : { reason }),
  policy,
});

/** Who made a version is for administrators alone. */
const answerFor =
  ({ roles }: Pick<Caller, "roles">) =>
  (version: PolicyVersion) => ({
    ...policyAnswer(version),
    ...(version.by !== undefined && roles.includes("Admin") ? { by: version.by } : {}),
  });

const MOST_SENTENCES = 20;

/** Refuses what is no policy. The sentences name settings; what stands in quotation marks is a value, and is left out. */
function requirePolicy(value: unknown): Policy {
  const shape = policyProblems(value);
  const problems = shape.length > 0 ? shape : teamIdProblems(value as Policy);
  if (problems.length === 0) return value as Policy;
  const sentences = problems.slice(0, MOST_SENTENCES).map((problem) => problem.replace(/ ".*"/s, "").slice(0, 200));
  throw new Refusal(422, "This is not a policy that can be used. Put right what the sentences name.", [], {
    sentences,
  });
}

export const policyRoutes = (deps: Dependencies, verdictChanges: VerdictChanges) =>
  new Hono<Env>()
    .get("/policy", accept("GET /policy"), notModified, async (c) => {
      const version = await policyOn(deps, c.req.valid("query").on ?? today(deps));
      c.header("etag", etagOf(version.hash));
      return c.json(policyAnswer(version));
    })
    .get("/policy/versions", accept("GET /policy/versions"), notModified, async (c) => {
      const versions = await policyVersions(deps);
      c.header("etag", etagOf(versions.length));
      return c.json({ items: versions.map(answerFor(c.var.caller)) });
    })
    .put("/policy", accept("PUT /policy"), async (c) => {
      const { reason, ...offered } = c.req.valid("json");
      const versions = await policyVersions(deps);
      requireMatch(c, etagOf(versions.length));
      const policy = requirePolicy(offered.policy);
      const sentences = teamProblems(versions, policy);
      if (sentences.length > 0)
        throw new Refusal(422, "A team's id never changes.", ["trial.teams", "otherTeams"], { sentences });
      const now = deps.now();
      if (policy.effectiveFrom < today(deps) && reason === undefined) {
        throw new Refusal(
          422,
          "This policy would be in force from a day that is past. Say why, as the reason, or let it begin today or later.",
          ["effectiveFrom", "reason"],
        );
      }
      const version = versions.length + 1;
      await audit(deps, c.var.caller, "PUT /policy", { about: `version ${version}` });
      const stored: StoredPolicy = {
        policy,
        by: callerId(c.var.caller),
        at: now.toISOString(),
        ...(reason === undefined ? {} : { reason }),
      };
      const put = await deps.table.put(keys.policy(version), JSON.stringify(stored), { expect: "absent" });
      if (put === undefined) throw preconditionFailed();
      const made = (await policyVersions(deps))[version - 1];
      if (!made) throw new RangeError("A policy that was stored is not there.");
      c.header("etag", etagOf(version));
      return c.json(policyAnswer(made), 201);
    })
    .post("/policy/preview", accept("POST /policy/preview"), async (c) => {
      const policy = requirePolicy(c.req.valid("json").policy);
      await audit(deps, c.var.caller, "POST /policy/preview");
      return c.json({ items: await verdictChanges(deps, policy) });
    });
