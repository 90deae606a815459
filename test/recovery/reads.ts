import type { Route } from "../../functions/http/operations.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { sample } from "../../tools/seed.ts";
import { AGAIN, KEPT, MONTHS } from "./filled.ts";
import { EVERYONE, TEAMS_OF, type Answer, type Ask, type Who } from "./people.ts";

type GetPath<R = Route> = R extends `GET ${infer Path}` ? Path : never;

const TEAMS = [...TEAMS_OF.Manager, ...TEAMS_OF.Elsewhere];
const ofEach = (make: (team: string, month: string) => string): string[] =>
  TEAMS.flatMap((team) => MONTHS.map((month) => make(team, month)));
const PERIOD = `from=${MONTHS[0] ?? ""}&to=${MONTHS.at(-1) ?? ""}`;
const FIRST_VERSION = `/snapshots/${AGAIN.team}/${AGAIN.month}?version=1`;

/** An address or more of every route that reads: a new route that nobody has thought of here does not compile. */
const addresses = (upload: string): Readonly<Record<GetPath, readonly string[]>> => ({
  "/me": ["/me"],
  "/policy": ["/policy", "/policy?on=2024-11-30", "/policy?on=2024-12-01"],
  "/policy/versions": ["/policy/versions"],
  "/practitioners": ["/practitioners?limit=60"],
  "/snapshots": TEAMS.map((team) => `/snapshots?team=${team}`),
  "/snapshots/uploads/:id": [`/snapshots/uploads/${upload}`],
  "/snapshots/:team/:month": [...ofEach((team, month) => `/snapshots/${team}/${month}`), FIRST_VERSION],
  "/snapshots/:team/:month/changes": ofEach((team, month) => `/snapshots/${team}/${month}/changes`),
  "/measures": [`/measures?${PERIOD}`],
  "/measures.csv": [`/measures.csv?${PERIOD}`],
  "/feedback": ["/feedback"],
  "/members": ["/members"],
  // For an Admin the trail and the export are compared by themselves: they tell of the reading itself.
  "/audit": ["/audit"],
  "/export": ["/export"],
});
const BY_THEMSELVES = new Set(["/audit", "/export"]);

/** What is asked with a body and changes nothing. */
const QUESTIONS: Readonly<Record<string, unknown>> = {
  "/leads": { childRefs: KEPT.slice(0, 200) },
  "/checks?words=1": { asOf: "2024-11-30", rows: sample().rows.slice(0, 100) },
  [`/snapshots/${AGAIN.team}/2024-11/changes`]: { childRefs: KEPT.slice(0, 200) },
  "/policy/preview": {
    policy: { ...kentTrial2024, effectiveFrom: "2024-12-05", overseen: ["EH", ...kentTrial2024.overseen] },
  },
};

const nextIn = ({ status, text }: Answer): string | undefined => {
  if (status !== 200 || !text.startsWith("{")) return undefined;
  return (JSON.parse(text) as { next?: string }).next;
};

async function pages(ask: Ask, who: Who, path: string): Promise<Answer[]> {
  const found = [await ask(who, "GET", path)];
  for (let next = nextIn(found[0] as Answer); next !== undefined;) {
    const page = await ask(who, "GET", `${path}${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(next)}`);
    found.push(page);
    next = nextIn(page);
  }
  return found;
}

export type Reads = ReadonlyMap<string, readonly Answer[]>;

/** What is about the request alone: problems name the request they answer. */
const withoutRequest = ({ text, ...answer }: Answer): Answer => ({
  ...answer,
  text: text.replace(/"requestId":"[^"]*"/, ""),
});

/** Every answer that each person gets to every question, refusals among them. */
export async function everyRead(ask: Ask, upload: string): Promise<Reads> {
  const reads = new Map<string, readonly Answer[]>();
  for (const who of EVERYONE) {
    for (const [route, paths] of Object.entries(addresses(upload))) {
      if (who === "Admin" && BY_THEMSELVES.has(route)) continue;
      for (const path of paths) reads.set(`${who} GET ${path}`, (await pages(ask, who, path)).map(withoutRequest));
    }
    for (const [path, body] of Object.entries(QUESTIONS))
      reads.set(`${who} POST ${path}`, [withoutRequest(await ask(who, "POST", path, body))]);
  }
  return reads;
}

/** The questions whose answers differ: their names alone. */
export const differing = (before: Reads, after: Reads): string[] =>
  [...before].flatMap(([name, answers]) => (JSON.stringify(answers) === JSON.stringify(after.get(name)) ? [] : [name]));

/** The audit trail, newest first. */
export const trail = async (ask: Ask): Promise<string[]> =>
  (await pages(ask, "Admin", "/audit?limit=200")).flatMap(({ text }) =>
    (JSON.parse(text) as { items: unknown[] }).items.map((line) => JSON.stringify(line)),
  );
