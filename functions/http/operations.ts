import type * as z from "zod";
import { PAGING } from "./paging.ts";
import type { Guarded } from "./permissions.ts";
import { PRACTITIONER } from "../people/register.ts";
import { CHECK, WORDS } from "../routes/checks.ts";
import { ERASURE } from "../routes/erasures.ts";
import { FEEDBACK } from "../routes/feedback.ts";
import { LOOK_UP } from "../routes/leads.ts";
import { CSV, LIST as MEASURES } from "../routes/measures.ts";
import { MEMBER } from "../routes/members.ts";
import { NEW_POLICY, OFFERED, ON } from "../routes/policy.ts";
import { CHILDREN, LIST as RECEIPTS, ROWS_OF } from "../routes/snapshots.ts";
import { OPENING, PART } from "../routes/uploads.ts";

/** One route of the table of permissions. */
export type Key<One = Guarded> = One extends {
  readonly method: infer Method extends string;
  readonly path: infer Path extends string;
}
  ? `${Method} ${Path}`
  : never;

/** What each route does, for whoever reads the OpenAPI document. */
export const SUMMARIES: Readonly<Record<Key, string>> = {
  "GET /me": "Who is signed in.",
  "GET /policy": "The policy in force on a day.",
  "GET /policy/versions": "Every version of the policy.",
  "PUT /policy": "A new version of the policy; never an edit.",
  "POST /policy/preview": "Whose verdicts would change under a policy.",
  "GET /practitioners": "The register.",
  "PUT /practitioners/:id": "One practitioner's particulars.",
  "POST /checks": "Checks rows; stores nothing but the audit line.",
  "POST /leads": "Who leads which child, by the teams' newest snapshots.",
  "POST /snapshots": "Begins to send a team's month.",
  "GET /snapshots/uploads/:id": "Which parts of an upload are held.",
  "PUT /snapshots/uploads/:id/parts/:n": "Sends a part of the rows.",
  "POST /snapshots/uploads/:id/commit": "Makes an upload the newest version of its month.",
  "GET /snapshots": "A team's receipts and measures.",
  "GET /snapshots/:team/:month": "The rows of a month.",
  "GET /snapshots/:team/:month/changes": "What is newly broken, mended or still broken since the month before.",
  "POST /snapshots/:team/:month/changes":
    "The same, naming the reference of every child whose reference is sent along.",
  "GET /measures": "Measures by team and month.",
  "GET /measures.csv": "The same as a table.",
  "POST /feedback": "Gives the evaluation a line of feedback.",
  "GET /feedback": "Feedback: everyone's for an evaluator, else one's own.",
  "GET /members": "Who manages which teams.",
  "PUT /members/:id": "One person's teams.",
  "POST /erasures": "Removes one child from every snapshot.",
  "GET /audit": "Who did what, when.",
  "GET /export": "Everything, as JSON lines in pages.",
  "POST /import": "An export, back into an empty table.",
};

/** What a route takes as its body. */
export const BODIES: Readonly<Partial<Record<string, z.ZodType>>> = {
  "PUT /policy": NEW_POLICY,
  "POST /policy/preview": OFFERED,
  "PUT /practitioners/:id": PRACTITIONER,
  "POST /feedback": FEEDBACK,
  "PUT /members/:id": MEMBER,
  "POST /checks": CHECK,
  "POST /leads": LOOK_UP,
  "POST /snapshots": OPENING,
  "POST /snapshots/:team/:month/changes": CHILDREN,
  "PUT /snapshots/uploads/:id/parts/:n": PART,
  "POST /erasures": ERASURE,
} satisfies Partial<Record<Key, z.ZodType>>;

/** What a route takes as its query. */
export const QUERIES: Readonly<Partial<Record<string, z.ZodObject>>> = {
  "GET /policy": ON,
  "GET /practitioners": PAGING,
  "GET /feedback": PAGING,
  "GET /members": PAGING,
  "GET /audit": PAGING,
  "POST /checks": WORDS,
  "GET /snapshots": RECEIPTS,
  "GET /snapshots/:team/:month": ROWS_OF,
  "POST /snapshots/:team/:month/changes": ROWS_OF,
  "GET /measures": MEASURES,
  "GET /measures.csv": CSV,
} satisfies Partial<Record<Key, z.ZodObject>>;
