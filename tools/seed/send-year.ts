import { everyItem, signedIn, type ServiceCaller } from "./service-caller.ts";
import { YEAR } from "./seeded-months.ts";
import { particulars, SEEDED_TEAMS } from "./staff.ts";
import { inventYear, type TeamMonthRows } from "./year.ts";

/** Puts the people of the year on the register who are not there yet. */
async function sendPeople(admin: ServiceCaller): Promise<void> {
  const known = new Set((await everyItem(admin, "/practitioners")).map(({ id }) => id));
  for (const person of SEEDED_TEAMS.flatMap(({ people }) => people)) {
    if (!known.has(person.id)) await admin.ask("PUT", `/practitioners/${person.id}`, particulars(person));
  }
}

/** Sends a list as its team's manager would. A list that was sent before, by the same key, is not sent again. */
async function sendList({ ask }: ServiceCaller, { team, month, rows }: TeamMonthRows): Promise<boolean> {
  const key = { "idempotency-key": `seeded-year-${team}-${month}` };
  const { uploadId } = (await ask("POST", "/snapshots", { team, month, rows: rows.length, parts: 1 }, key)) as {
    uploadId: string;
  };
  const upload = `/snapshots/uploads/${uploadId}`;
  const { state } = (await ask("GET", upload)) as { state: string };
  if (state === "committed") return false;
  if (state === "open") await ask("PUT", `${upload}/parts/1`, { rows });
  await ask("POST", `${upload}/commit`, undefined, key);
  return true;
}

async function sendFeedback(manager: ServiceCaller, given: ReturnType<typeof inventYear>["feedback"]): Promise<void> {
  const nameOf = ({ month, team, text }: Readonly<Record<"month" | "team" | "text", unknown>>): string =>
    JSON.stringify([month, team, text]);
  const known = new Set(
    (await everyItem(manager, "/feedback")).map(({ month, team, text }) => nameOf({ month, team, text })),
  );
  for (const one of given) if (!known.has(nameOf(one))) await manager.ask("POST", "/feedback", one);
}

export interface SentYear {
  readonly lists: number;
  readonly rows: number;
  readonly feedback: number;
}

/** Sends a year of invented lists and feedback, or its first months, to a service that npm start runs, by its public API; done twice, it sends nothing anew. */
export async function sendYear(
  url: string,
  told: (month: string) => void = () => undefined,
  months = YEAR.length,
): Promise<SentYear> {
  const isSent = ({ month }: { readonly month: string }): boolean => YEAR.indexOf(month) < months;
  const year = inventYear();
  const [lists, feedback] = [year.lists.filter(isSent), year.feedback.filter(isSent)];
  const managing = (isInTrial: boolean): string[] =>
    SEEDED_TEAMS.filter((team) => team.isInTrial === isInTrial).map(({ id }) => id);
  const admin = await signedIn(url, { name: "Demo Admin", roles: ["Admin"], teams: [] });
  const inTrial = await signedIn(url, { name: "Demo Manager", roles: ["Manager"], teams: managing(true) });
  const outside = await signedIn(url, { name: "Demo Neighbour Manager", roles: ["Manager"], teams: managing(false) });
  await sendPeople(admin);
  const own = new Set(managing(true));
  let sent = 0;
  let rows = 0;
  let month = "";
  for (const one of lists) {
    if (one.month !== month) told((month = one.month));
    if (!(await sendList(own.has(one.team) ? inTrial : outside, one))) continue;
    sent += 1;
    rows += one.rows.length;
  }
  await sendFeedback(inTrial, feedback);
  return { lists: sent, rows, feedback: feedback.length };
}
