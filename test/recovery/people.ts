import type { Person } from "../functions/support/tokens.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";

/** Somebody of every role, and somebody of none. */
export const PEOPLE = {
  Admin: { oid: "oid-recovery-admin", name: "Demo Admin", roles: ["Admin"] },
  Manager: { oid: "oid-recovery-manager", name: "Demo Manager", roles: ["Manager"] },
  Elsewhere: { oid: "oid-recovery-elsewhere", name: "Demo Neighbour Manager", roles: ["Manager"] },
  Evaluator: { oid: "oid-recovery-evaluator", name: "Demo Evaluator", roles: ["Evaluator"] },
  Nobody: { oid: "oid-recovery-nobody", name: "Demo Nobody", roles: [] },
} as const satisfies Record<string, Person>;

export type Who = keyof typeof PEOPLE;
export const EVERYONE = Object.keys(PEOPLE) as readonly Who[];

export const TEAMS_OF: Readonly<Record<Who, readonly string[]>> = {
  Admin: [],
  Evaluator: [],
  Nobody: [],
  Manager: kentTrial2024.trial.teams.map(({ id }) => id),
  Elsewhere: ["swale", "ashford", "canterbury", "maidstone"],
};

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly text: string;
}

/** Sends one request below /api/v1; a body that is text is sent as it is. */
export type Ask = (
  who: Who,
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** The answer to a request that must not be refused. */
export async function ok(ask: Ask, ...asked: Parameters<Ask>): Promise<unknown> {
  const { status, text } = await ask(...asked);
  if (status >= 300) throw new Error(`${asked[1]} ${asked[2]} was answered with ${status}.`);
  return text === "" ? undefined : JSON.parse(text);
}
