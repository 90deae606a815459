import { kentTrial2024 } from "../../rules/policies/index.ts";
import { sample, seed } from "../../tools/seed.ts";
import { particulars, SEEDED_TEAMS } from "../../tools/seed/staff.ts";
import { inventYear, type TeamMonthRows } from "../../tools/seed/year.ts";
import { ok, TEAMS_OF, type Ask } from "./people.ts";

/** The seeded months; the sample's own lists are of the month after. */
const SEEDED = ["2024-09", "2024-10"];
export const MONTHS = [...SEEDED, "2024-11"];
/** The team and month that are sent twice. */
export const AGAIN = { team: "dover", month: "2024-10" };

/** The references of children who are on the sample's lists. */
const REFS: readonly string[] = [
  ...new Set(
    sample().rows.flatMap(({ childRef }) =>
      typeof childRef === "string" && /^KC-\d+$/.test(childRef) ? [childRef] : [],
    ),
  ),
];
const [ERASED = "", ...KEPT] = REFS;
export { KEPT };

async function opened(
  ask: Ask,
  { team, month }: Pick<TeamMonthRows, "team" | "month">,
  rows: number,
  parts: number,
): Promise<string> {
  const who = TEAMS_OF.Manager.includes(team) ? "Manager" : "Elsewhere";
  return ((await ok(ask, who, "POST", "/snapshots", { team, month, rows, parts })) as { uploadId: string }).uploadId;
}

async function sendList(ask: Ask, list: TeamMonthRows): Promise<void> {
  const who = TEAMS_OF.Manager.includes(list.team) ? "Manager" : "Elsewhere";
  const id = await opened(ask, list, list.rows.length, 1);
  await ok(ask, who, "PUT", `/snapshots/uploads/${id}/parts/1`, { rows: list.rows });
  await ok(ask, who, "POST", `/snapshots/uploads/${id}/commit`);
}

/** Fills an empty service with something of everything that it can keep; gives the id of an upload that is left open. */
export async function fill(ask: Ask): Promise<string> {
  await seed({ call: (as, method, path, body) => ok(ask, as, method as "GET", path, body) });
  for (const person of SEEDED_TEAMS.flatMap(({ people }) => people))
    await ok(ask, "Admin", "PUT", `/practitioners/${person.id}`, particulars(person));
  const { lists } = inventYear();
  for (const list of lists.filter(({ month }) => SEEDED.includes(month))) await sendList(ask, list);
  for (const list of lists.filter(({ team, month }) => team === AGAIN.team && month === AGAIN.month))
    await sendList(ask, list);

  for (const [who, team] of [
    ["Manager", "dover"],
    ["Elsewhere", "swale"],
  ] as const) {
    await ok(ask, who, "POST", "/feedback", { theme: "oversight", text: "Invented feedback.", month: "2024-11", team });
  }
  await ok(ask, "Nobody", "POST", "/feedback", { theme: "other", text: "More invented feedback.", month: "2024-10" });
  await ok(ask, "Admin", "PUT", "/members/new", { email: "new.manager@council.example", teams: ["thanet"] });
  const versions = await ask("Admin", "GET", "/policy/versions");
  const policy = {
    ...kentTrial2024,
    title: "Kent trial, changed",
    effectiveFrom: "2024-12-01",
    supervision: { ...kentTrial2024.supervision, dueSoonDays: 5 },
  };
  await ok(ask, "Admin", "PUT", "/policy", { policy, reason: "Tried out." }, { "if-match": versions.etag ?? "" });
  await ok(ask, "Admin", "POST", "/erasures", { childRef: ERASED });

  const [unfinished] = lists.filter(({ team, month }) => team === "thanet" && month === "2024-10");
  if (!unfinished) throw new Error("The seeded year has lost a list.");
  const id = await opened(ask, unfinished, unfinished.rows.length + 1, 2);
  await ok(ask, "Manager", "PUT", `/snapshots/uploads/${id}/parts/1`, { rows: unfinished.rows });
  return id;
}
