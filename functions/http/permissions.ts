import type { AppRole, Who } from "../people/identity.ts";

/** On whose team something may be done: any, or only a team that the members' list gives the person. */
type Reach = "any" | "own-team" | "own";

interface Permission {
  readonly method: "GET" | "POST" | "PUT";
  /** The route's pattern below /api/v1. */
  readonly path: string;
  /** Which role may do it, and how far it reaches; "signed-in" is anyone with a token. */
  readonly who: Partial<Readonly<Record<AppRole | "signed-in", Reach>>>;
}

/** Which role may do what, on whose team. The routes are guarded by this table, and the tests walk it. */
export const PERMISSIONS = [
  { method: "GET", path: "/me", who: { "signed-in": "any" } },
  { method: "GET", path: "/policy", who: { "signed-in": "any" } },
  { method: "GET", path: "/policy/versions", who: { "signed-in": "any" } },
  { method: "PUT", path: "/policy", who: { Admin: "any" } },
  { method: "POST", path: "/policy/preview", who: { Admin: "any" } },
  { method: "GET", path: "/practitioners", who: { Manager: "any", Admin: "any" } },
  { method: "PUT", path: "/practitioners/:id", who: { Manager: "own-team", Admin: "any" } },
  { method: "POST", path: "/checks", who: { Manager: "any" } },
  { method: "POST", path: "/leads", who: { Manager: "any" } },
  { method: "POST", path: "/snapshots", who: { Manager: "own-team" } },
  { method: "GET", path: "/snapshots/uploads/:id", who: { Manager: "own-team" } },
  { method: "PUT", path: "/snapshots/uploads/:id/parts/:n", who: { Manager: "own-team" } },
  { method: "POST", path: "/snapshots/uploads/:id/commit", who: { Manager: "own-team" } },
  { method: "GET", path: "/snapshots", who: { Manager: "own-team" } },
  { method: "GET", path: "/snapshots/:team/:month", who: { Manager: "own-team" } },
  { method: "GET", path: "/snapshots/:team/:month/changes", who: { Manager: "own-team" } },
  { method: "POST", path: "/snapshots/:team/:month/changes", who: { Manager: "own-team" } },
  { method: "GET", path: "/measures", who: { Manager: "any", Evaluator: "any" } },
  { method: "GET", path: "/measures.csv", who: { Manager: "any", Evaluator: "any" } },
  { method: "POST", path: "/feedback", who: { "signed-in": "any" } },
  { method: "GET", path: "/feedback", who: { Evaluator: "any", "signed-in": "own" } },
  { method: "GET", path: "/members", who: { Admin: "any" } },
  { method: "PUT", path: "/members/:id", who: { Admin: "any" } },
  { method: "POST", path: "/erasures", who: { Admin: "any" } },
  { method: "GET", path: "/audit", who: { Admin: "any" } },
  { method: "GET", path: "/export", who: { Admin: "any" } },
  { method: "POST", path: "/import", who: { Admin: "any" } },
] as const satisfies readonly Permission[];

export type Guarded = (typeof PERMISSIONS)[number];

/** How far a person's roles reach on a route; undefined where they may not use it at all. */
export function reachOf(permission: Permission, { roles }: Pick<Who, "roles">): Reach | undefined {
  const reaches = [...roles, "signed-in" as const]
    .map((role) => permission.who[role])
    .filter((reach) => reach !== undefined);
  return (["any", "own-team", "own"] as const).find((reach) => reaches.includes(reach));
}
