import { memoryTable } from "../../functions/store/memory.ts";
import { keys } from "../../functions/store/keys.ts";
import type { Entry, Table } from "../../functions/store/table.ts";
import type { Policy } from "../../rules/policy.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { aService } from "../functions/support/service.ts";
import type { Person } from "../functions/support/tokens.ts";

const KB = 1_024;
/** What DynamoDB counts beside key and body: the names of the attributes, the version and the expiry. */
const REST = 40;
const bytesOf = (value: string | Uint8Array): number =>
  typeof value === "string" ? Buffer.byteLength(value) : value.length;
const sizeOf = ({ pk, sk, body }: Pick<Entry, "pk" | "sk" | "body">): number =>
  bytesOf(pk) + bytesOf(sk) + bytesOf(body) + REST;

export interface Units {
  readonly reads: number;
  readonly writes: number;
}

/** Counts a write unit a begun KB of an item, and a read unit a begun 4 KB of what a request reads, as DynamoDB does. */
function counting(table: Table) {
  let [reads, writes] = [0, 0];
  const read = (entries: readonly Entry[]): void => {
    reads += Math.max(1, Math.ceil(entries.reduce((sum, one) => sum + sizeOf(one), 0) / (4 * KB)));
  };
  const counted: Table = {
    ...table,
    get: async (key) => {
      const entry = await table.get(key);
      read(entry ? [entry] : []);
      return entry;
    },
    list: async (pk, range) => {
      const page = await table.list(pk, range);
      read(page.entries);
      return page;
    },
    put: async (key, body, how) => {
      writes += Math.ceil(sizeOf({ ...key, body }) / KB);
      return table.put(key, body, how);
    },
    count: async (...all) => {
      writes += 1;
      return table.count(...all);
    },
  };
  const costOf = async (act: () => Promise<unknown>): Promise<Units> => {
    [reads, writes] = [0, 0];
    await act();
    return { reads, writes };
  };
  return { table: counted, costOf };
}

/** A council of invented teams: what each has is in docs/costs.md. */
export const PEOPLE_A_TEAM = 15;
export const ROWS_A_TEAM = 250;
export const LOOKED_UP = 20;
export const CHANGED_ROWS = 10;

const ADMIN: Person = { oid: "oid-costs-admin", name: "Demo Admin", roles: ["Admin"] };
const MANAGER: Person = { oid: "oid-costs-manager", name: "Demo Manager", roles: ["Manager"] };
const EVALUATOR: Person = { oid: "oid-costs-evaluator", name: "Demo Evaluator", roles: ["Evaluator"] };
const teamId = (n: number): string => `team-${n + 1}`;
const staffId = (team: number, n: number): string => `S${team + 1}-${n + 1}`;

const policyOf = (teams: number): Policy => ({
  ...kentTrial2024,
  id: "costs",
  title: "Costs",
  effectiveFrom: "2024-11-30",
  serviceManagers: [],
  trial: {
    ...kentTrial2024.trial,
    teams: Array.from({ length: teams }, (_, n) => ({ id: teamId(n), name: `Team ${n + 1}`, aliases: [] })),
  },
});

const rowsOf = (team: number): Record<string, unknown>[] =>
  Array.from({ length: ROWS_A_TEAM }, (_, n) => ({
    childRef: `KC-${team * ROWS_A_TEAM + n + 100_000}`,
    team: `Team ${team + 1}`,
    status: n % 4 === 0 ? "CP" : "CIN",
    lead: staffId(team, n % PEOPLE_A_TEAM),
    leadFrom: `2024-10-${String(14 + (n % 14)).padStart(2, "0")}`,
    overseer: staffId(team, 0),
    lastSupervision: `2024-11-${String(1 + (n % 29)).padStart(2, "0")}`,
    supervisedBy: staffId(team, 0),
  }));

/** What each act of a working month costs in DynamoDB's units, in a council of so many teams. */
export async function unitsOfActs(teams: number) {
  const { table, costOf } = counting(memoryTable(() => new Date("2024-11-30T12:00:00Z")));
  const { as } = await aService({ table });
  const member = (teamIds: readonly string[]) =>
    table.put(keys.member(MANAGER.oid), JSON.stringify({ name: MANAGER.name, teams: teamIds }));
  const ok = async (
    who: Person,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Record<string, unknown>> => {
    const { status, json } = await as(who, method, path, { ...(body === undefined ? {} : { body }), headers });
    if (status >= 300) throw new Error(`${method} ${path} was answered with ${status}: ${JSON.stringify(json)}`);
    return json;
  };
  const versions = await as(ADMIN, "GET", "/policy/versions");
  await ok(ADMIN, "PUT", "/policy", { policy: policyOf(teams) }, { "if-match": versions.headers.get("etag") ?? "" });
  await member(Array.from({ length: teams }, (_, n) => teamId(n)));
  for (let team = 0; team < teams; team += 1) {
    for (let n = 0; n < PEOPLE_A_TEAM; n += 1) {
      await table.put(
        keys.practitioner(staffId(team, n)),
        JSON.stringify({
          id: staffId(team, n),
          name: `Person ${n + 1} Ofteam${team + 1}`,
          role: n === 0 ? "Team Manager" : "Social Worker",
          team: teamId(team),
          registration: `SW${100_000 + team * 100 + n}`,
          registeredTo: "2025-11-30",
          caseLimit: 20,
          training: [{ course: kentTrial2024.courses[0]?.name ?? "", completedOn: "2024-10-09" }],
        }),
      );
    }
  }
  const send = async (team: number): Promise<void> => {
    const { uploadId } = await ok(
      MANAGER,
      "POST",
      "/snapshots",
      { team: teamId(team), month: "2024-11", rows: ROWS_A_TEAM, parts: 1 },
      { "idempotency-key": `open-${team}-${Math.random()}` },
    );
    await ok(MANAGER, "PUT", `/snapshots/uploads/${String(uploadId)}/parts/1`, { rows: rowsOf(team) });
    await ok(MANAGER, "POST", `/snapshots/uploads/${String(uploadId)}/commit`, undefined, {
      "idempotency-key": `commit-${String(uploadId)}`,
    });
  };
  for (let team = 0; team < teams; team += 1) await send(team);
  await member([teamId(0)]);
  const register = async (): Promise<void> => {
    for (let after: string | undefined = ""; after !== undefined;) {
      after = (
        (await ok(MANAGER, "GET", `/practitioners?limit=200${after === "" ? "" : `&after=${after}`}`)) as {
          next?: string;
        }
      ).next;
    }
  };
  return {
    "opens the pane, signed in": await costOf(async () => {
      for (const path of ["/me", "/policy"]) await ok(MANAGER, "GET", path);
      await register();
    }),
    "has the whole sheet checked by the service": await costOf(() =>
      ok(MANAGER, "POST", "/checks", { asOf: "2024-11-30", rows: rowsOf(0) }),
    ),
    "has changed rows checked": await costOf(() =>
      ok(MANAGER, "POST", "/checks", { asOf: "2024-11-30", rows: rowsOf(0).slice(0, CHANGED_ROWS), isPart: true }),
    ),
    "looks up who leads": await costOf(() =>
      ok(MANAGER, "POST", "/leads", {
        childRefs: rowsOf(teams - 1)
          .slice(0, LOOKED_UP)
          .map(({ childRef }) => childRef),
      }),
    ),
    "sends the month": await costOf(() => send(0)),
    "looks back at the month": await costOf(async () => {
      await ok(MANAGER, "GET", `/snapshots?team=${teamId(0)}`);
      await ok(MANAGER, "GET", `/snapshots/${teamId(0)}/2024-11/changes`);
    }),
    "opens the evaluation page": await costOf(async () => {
      await ok(EVALUATOR, "GET", "/measures?from=2024-11&to=2024-11&limit=2000");
      await ok(EVALUATOR, "GET", "/feedback");
    }),
  } satisfies Record<string, Units>;
}
