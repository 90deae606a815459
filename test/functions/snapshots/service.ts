import { Hono } from "hono";
import type { Env } from "../../../functions/http/accept.ts";
import type { AppRole, Caller } from "../../../functions/people/identity.ts";
import { jsonLog } from "../../../functions/log.ts";
import { LIMITS, type Dependencies } from "../../../functions/dependencies.ts";
import { problem, refusalOf } from "../../../functions/http/problem.ts";
import { checkRoutes } from "../../../functions/routes/checks.ts";
import { erasureRoutes } from "../../../functions/routes/erasures.ts";
import { leadRoutes } from "../../../functions/routes/leads.ts";
import { measureRoutes } from "../../../functions/routes/measures.ts";
import { snapshotRoutes } from "../../../functions/routes/snapshots.ts";
import { uploadRoutes } from "../../../functions/routes/uploads.ts";
import type { Sources } from "../../../functions/snapshots/sources.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { EXAMPLE_REGISTER as REGISTER, EXAMPLE_ROW } from "../../../rules/example-row.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import type { Policy } from "../../../rules/policy.ts";
import type { RawPractitioner } from "../../../rules/register.ts";
import { typed } from "../../../rules/read.ts";

export type Row = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

/** A manager of Dover, unless told otherwise. */
export const who = (changes: Partial<Caller> = {}): Caller => ({
  oid: "oid-dover",
  tid: "tenant",
  name: "Max Manager",
  email: undefined,
  roles: ["Manager"] as AppRole[],
  teams: ["dover"],
  ...changes,
});

export const THANET = who({ oid: "oid-thanet", teams: ["thanet"] });
export const EVALUATOR = who({ oid: "oid-evaluator", roles: ["Evaluator"], teams: [] });
export const ADMIN = who({ oid: "oid-admin", roles: ["Admin"], teams: [] });

/** The rules' own people, all of Dover: a team is not shown everything of another's. */
export const EXAMPLE_REGISTER: readonly RawPractitioner[] = REGISTER.map((one) => ({ ...one, team: "Dover" }));

const HASH_KEYS = { newest: 1, byVersion: new Map([[1, new Uint8Array(32).fill(1)]]) };

interface World {
  readonly policy: Policy;
  readonly practitioners: readonly RawPractitioner[];
  readonly now: string;
}

/** The routes of snapshots and checks over a table in memory. What `world` says may be changed as a test goes on. */
export function aService(changes: Partial<Dependencies> = {}, given: Partial<World> = {}) {
  const world = { policy: kentTrial2024, practitioners: EXAMPLE_REGISTER, now: "2024-11-30T12:00:00Z", ...given };
  const lines: string[] = [];
  let ids = 0;
  const now = (): Date => new Date(world.now);
  const deps: Dependencies = {
    table: memoryTable(now),
    verify: () => Promise.resolve(undefined),
    hashKeys: () => Promise.resolve(HASH_KEYS),
    now,
    newId: () => `id-${String((ids += 1)).padStart(6, "0")}`,
    log: jsonLog((line) => lines.push(line), now),
    limits: LIMITS,
    ...changes,
  };
  const sources: Sources = {
    policyOn: () => Promise.resolve({ policy: world.policy, version: 3 }),
    registerOf: () => Promise.resolve(world.practitioners),
  };
  let person = who();
  const app = new Hono<Env>()
    .use(async (c, next) => {
      c.set("caller", person);
      c.set("requestId", "request");
      await next();
    })
    .route("/", uploadRoutes(deps, sources))
    .route("/", snapshotRoutes(deps, sources))
    .route("/", checkRoutes(deps, sources))
    .route("/", leadRoutes(deps, sources))
    .route("/", measureRoutes(deps, sources))
    .route("/", erasureRoutes(deps));
  const errors: Error[] = [];
  app.onError((error, c) => {
    errors.push(error);
    return problem(c, refusalOf(error), c.get("requestId"));
  });

  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
    as = who(),
  ): Promise<Answer> => {
    person = as;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const answer = await app.request(path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: text }),
    });
    const got = await answer.text();
    const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
    return { status: answer.status, text: got, json: (isJson && got !== "" ? JSON.parse(got) : {}) as Answer["json"] };
  };
  const open = async (rows: number, parts = 1, opening: Row = {}, as = who()): Promise<string> =>
    String(
      (await send("POST", "/snapshots", { team: "dover", month: "2024-11", rows, parts, ...opening }, {}, as)).json
        .uploadId,
    );
  const put = (id: string, rows: readonly Row[], n = 1, as = who()): Promise<Answer> =>
    send("PUT", `/snapshots/uploads/${id}/parts/${n}`, { rows }, {}, as);
  const commit = (id: string, as = who()): Promise<Answer> =>
    send("POST", `/snapshots/uploads/${id}/commit`, undefined, {}, as);
  /** Sends a month in one part, from the first request to the receipt. */
  const snapshot = async (rows: readonly Row[], opening: Row = {}, as = who()): Promise<Answer> => {
    const id = await open(rows.length, 1, opening, as);
    const held = await put(id, rows, 1, as);
    return held.status === 204 ? commit(id, as) : held;
  };
  return { app, deps, sources, world, lines, errors, send, open, put, commit, snapshot };
}

export type Service = ReturnType<typeof aService>;

const idsByName = new Map(EXAMPLE_REGISTER.map(({ name, id }) => [typed(name), typed(id)]));
const PEOPLE = new Set([
  "lead",
  "decidedBy",
  "cover",
  "overseer",
  "supervisedBy",
  "jointVisitWith",
  "initialMeetingChair",
  "reviewMeetingChair",
  "finalMeetingChair",
  "advocate",
  "concernReviewedBy",
]);

/** A row on the wire of Dover's that breaks no rule, changed; people by staff number where they have one. */
export function aRow(changes: Row = {}): Row {
  const row = { ...EXAMPLE_ROW, team: "Dover", ...changes };
  return Object.fromEntries(
    Object.entries(row).map(([id, cell]) => [
      id,
      PEOPLE.has(id) && typeof cell === "string" ? (idsByName.get(cell) ?? cell) : cell,
    ]),
  );
}

export const rowsOf = (count: number, changes: Row = {}): Row[] =>
  Array.from({ length: count }, (_, index) => aRow({ childRef: `C-${index + 1}`, ...changes }));
