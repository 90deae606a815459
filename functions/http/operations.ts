import type * as z from "zod";
import type { AppRole, Caller } from "../people/identity.ts";
import { PRACTITIONER } from "../people/register.ts";
import * as schemas from "./schemas.ts";

/** On whose team something may be done: any, or only a team that the members' list gives the person. */
export type Reach = "any" | "own-team" | "own";

export interface Operation {
  /** Which role may do it, and how far it reaches; "signed-in" is anyone with a token. */
  readonly who: Partial<Readonly<Record<AppRole | "signed-in", Reach>>>;
  /** What it does, for whoever reads the OpenAPI document. */
  readonly summary: string;
  /** What the names in its path, its query and its body must be. */
  readonly param?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly json?: z.ZodType;
}

const ADMIN = { Admin: "any" } as const;
const MANAGER = { Manager: "any" } as const;
const OWN_TEAM = { Manager: "own-team" } as const;
const SIGNED_IN = { "signed-in": "any" } as const;

/**
 * Every route below /api/v1: who may use it, and what it takes. The routes are guarded and validated by this table, the
 * audit trail names them by it, the OpenAPI document is made of it, and the tests walk it.
 */
export const OPERATIONS = {
  "GET /me": { who: SIGNED_IN, summary: "Who is signed in." },
  "GET /policy": { who: SIGNED_IN, summary: "The policy in force on a day.", query: schemas.POLICY_DAY },
  "GET /policy/versions": { who: SIGNED_IN, summary: "Every version of the policy." },
  "PUT /policy": { who: ADMIN, summary: "A new version of the policy; never an edit.", json: schemas.NEW_POLICY },
  "POST /policy/preview": {
    who: ADMIN,
    summary: "Whose verdicts would change under a policy.",
    json: schemas.POLICY_DRAFT,
  },
  "GET /practitioners": { who: { Manager: "any", Admin: "any" }, summary: "The register.", query: schemas.PAGING },
  "PUT /practitioners/:id": {
    who: { Manager: "own-team", Admin: "any" },
    summary: "One practitioner's particulars.",
    param: schemas.STAFF_NUMBER,
    json: PRACTITIONER,
  },
  "POST /checks": {
    who: MANAGER,
    summary: "Checks rows; stores nothing but the audit line.",
    query: schemas.CHECK_OPTIONS,
    json: schemas.CHECK,
  },
  "POST /leads": {
    who: MANAGER,
    summary: "Who leads which child, by the teams' newest snapshots.",
    json: schemas.LOOK_UP,
  },
  "POST /snapshots": { who: OWN_TEAM, summary: "Begins to send a team's month.", json: schemas.NEW_UPLOAD },
  "GET /snapshots/uploads/:id": {
    who: OWN_TEAM,
    summary: "Which parts of an upload are held.",
    param: schemas.UPLOAD_ID,
  },
  "PUT /snapshots/uploads/:id/parts/:n": {
    who: OWN_TEAM,
    summary: "Sends a part of the rows.",
    param: schemas.PART_NUMBER,
    json: schemas.PART,
  },
  "POST /snapshots/uploads/:id/commit": {
    who: OWN_TEAM,
    summary: "Makes an upload the newest version of its month.",
    param: schemas.UPLOAD_ID,
  },
  "GET /snapshots": { who: OWN_TEAM, summary: "A team's receipts and measures.", query: schemas.RECEIPTS },
  "GET /snapshots/:team/:month": {
    who: OWN_TEAM,
    summary: "The rows of a month.",
    param: schemas.TEAM_MONTH,
    query: schemas.VERSION_ROWS,
  },
  "GET /snapshots/:team/:month/changes": {
    who: OWN_TEAM,
    summary: "What is newly broken, mended or still broken since the month before.",
    param: schemas.TEAM_MONTH,
    query: schemas.VERSION_ROWS,
  },
  "POST /snapshots/:team/:month/changes": {
    who: OWN_TEAM,
    summary: "The same, naming the reference of every child whose reference is sent along.",
    param: schemas.TEAM_MONTH,
    query: schemas.VERSION_ROWS,
    json: schemas.CHILDREN,
  },
  "GET /measures": {
    who: { Manager: "any", Evaluator: "any" },
    summary: "Measures by team and month.",
    query: schemas.MEASURES,
  },
  "GET /measures.csv": {
    who: { Manager: "any", Evaluator: "any" },
    summary: "The same as a table.",
    query: schemas.MEASURES_CSV,
  },
  "POST /feedback": { who: SIGNED_IN, summary: "Gives the evaluation a line of feedback.", json: schemas.FEEDBACK },
  "GET /feedback": {
    who: { Evaluator: "any", "signed-in": "own" },
    summary: "Feedback: everyone's for an evaluator, else one's own.",
    query: schemas.PAGING,
  },
  "GET /members": { who: ADMIN, summary: "Who manages which teams.", query: schemas.PAGING },
  "PUT /members/:id": { who: ADMIN, summary: "One person's teams.", param: schemas.MEMBER_ID, json: schemas.MEMBER },
  "POST /erasures": { who: ADMIN, summary: "Removes one child from every snapshot.", json: schemas.ERASURE },
  "GET /audit": { who: ADMIN, summary: "Who did what, when.", query: schemas.PAGING },
  "GET /export": { who: ADMIN, summary: "Everything, as JSON lines in pages.", query: schemas.EXPORT_PLACE },
  "POST /import": { who: ADMIN, summary: "An export, back into an empty table." },
} as const satisfies Readonly<Record<`${"GET" | "POST" | "PUT"} /${string}`, Operation>>;

/** A route of the service, such as "GET /me". */
export type Route = keyof typeof OPERATIONS;

/** How far a person's roles reach on a route; undefined where they may not use it at all. */
export function reachOf({ who }: Pick<Operation, "who">, { roles }: Pick<Caller, "roles">): Reach | undefined {
  const reaches = [...roles, "signed-in" as const].map((role) => who[role]).filter((reach) => reach !== undefined);
  return (["any", "own-team", "own"] as const).find((reach) => reaches.includes(reach));
}
