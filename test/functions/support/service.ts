import { createApp, type AppOverrides } from "../../../functions/app.ts";
import { jsonLog } from "../../../functions/log.ts";
import { LIMITS, type Dependencies } from "../../../functions/dependencies.ts";
import { keys } from "../../../functions/store/keys.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { NOW, tokenFor, verify, type Person } from "./tokens.ts";

/** The people of the tests, and the teams that the members' list gives them. */
export const PEOPLE = {
  ofTheTeam: { oid: "oid-dover", name: "Max Manager", roles: ["Manager"] },
  ofAnotherTeam: { oid: "oid-thanet", name: "Thea Manager", roles: ["Manager"] },
  evaluator: { oid: "oid-evaluator", name: "Eva Luator", roles: ["Evaluator"] },
  admin: { oid: "oid-admin", name: "Ada Admin", roles: ["Admin"] },
  withoutRole: { oid: "oid-nobody", name: "Noah Role", roles: [] },
} as const satisfies Record<string, Person>;
export type Name = keyof typeof PEOPLE;

export const TEAMS: Readonly<Partial<Record<Name, readonly string[]>>> = {
  ofTheTeam: ["dover"],
  ofAnotherTeam: ["thanet"],
};

export interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What a test expects the body to be; `any` would do no more. */
  readonly json: Record<string, unknown> & {
    readonly items?: Record<string, unknown>[];
    readonly next?: string;
    readonly paths?: string[];
    readonly sentences?: string[];
  };
}

/** The service over a table in memory, at noon on 30 November 2024. */
export async function aService(changes: Partial<Dependencies> = {}, beside: AppOverrides = {}) {
  const lines: string[] = [];
  let ids = 0;
  const deps: Dependencies = {
    table: memoryTable(() => NOW),
    verify,
    hashKeys: () =>
      Promise.resolve({
        newest: 2,
        byVersion: new Map([
          [1, new Uint8Array(32).fill(1)],
          [2, new Uint8Array(32).fill(2)],
        ]),
      }),
    now: () => NOW,
    newId: () => `id-${String((ids += 1)).padStart(5, "0")}`,
    log: jsonLog(
      (line) => lines.push(line),
      () => NOW,
    ),
    limits: LIMITS,
    ...changes,
  };
  for (const [name, teams] of Object.entries(TEAMS))
    await deps.table.put(keys.member(PEOPLE[name as Name].oid), JSON.stringify({ teams }));
  const app = createApp(deps, beside);

  const answerOf = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    const isJson = /^application\/(problem\+)?json/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson && text !== "" ? JSON.parse(text) : {}) as Answer["json"],
    };
  };
  /** A request with exactly these headers. */
  const raw = async (path: string, init: RequestInit = {}): Promise<Answer> => answerOf(await app.request(path, init));
  /** A request of one of the people, below /api/v1, with JSON if it has a body. */
  const as = async (
    who: Name | Person,
    method: string,
    path: string,
    { body, headers = {} }: Sent = {},
  ): Promise<Answer> => {
    const token = await tokenFor(typeof who === "string" ? PEOPLE[who] : who);
    return raw(`/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  };
  return { app, deps, lines, raw, as };
}

export type Service = Awaited<ReturnType<typeof aService>>;
