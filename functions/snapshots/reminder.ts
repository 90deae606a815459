import { edate, isoDay, monthStart, showDay, toIso } from "../../rules/dates.ts";
import { lastDay, monthOf, monthsOn } from "../../rules/months.ts";
import { list } from "../../rules/text.ts";
import type { Policy } from "../../rules/policy.ts";
import type { RawPractitioner } from "../../rules/register.ts";
import type { Dependencies } from "../dependencies.ts";
import { jsonOf } from "../store/entries.ts";
import { keys } from "../store/keys.ts";
import type { Publish } from "../store/sns.ts";
import { registrationsEnding } from "./registrations-ending.ts";

/** A reminder that was begun and not finished within this time is taken up by the next run. */
const ABANDONED = 15 * 60_000;

interface ReminderState {
  readonly state: "begun" | "done";
  readonly at: string;
}

export interface ReminderDependencies extends Pick<Dependencies, "table" | "now" | "log"> {
  readonly publish: Publish;
  readonly policyOn: (day: string) => Promise<{ readonly policy: Policy }>;
  readonly registerOf: () => Promise<readonly RawPractitioner[]>;
}

/** The month before a moment, as "2024-11" with its last day. */
function monthBefore(now: Date): { readonly month: string; readonly end: number } {
  const month = monthsOn(monthOf(isoDay(now.toISOString().slice(0, 10))), -1);
  return { month, end: lastDay(month) };
}

/** Whether this run is the one to publish for a month: at most one is, unless an earlier one broke off. */
async function claim({ table, now }: ReminderDependencies, month: string): Promise<number | undefined> {
  const known = await table.get(keys.reminded(month));
  const begun = JSON.stringify({ state: "begun", at: now().toISOString() } satisfies ReminderState);
  if (!known) return table.put(keys.reminded(month), begun, { expect: "absent" });
  const { state, at } = jsonOf(known) as ReminderState;
  const isAbandoned = state === "begun" && now().getTime() - Date.parse(at) > ABANDONED;
  return isAbandoned ? table.put(keys.reminded(month), begun, { expect: known.version }) : undefined;
}

/** The trial's teams that have sent no snapshot of a month, by name. */
async function withoutSnapshot({ table }: ReminderDependencies, { scheme, trial }: Policy, month: string, end: number) {
  const isInTrial = scheme === "trial" && end >= isoDay(trial.start) && end < edate(monthStart(isoDay(trial.end)), 1);
  const heads = isInTrial
    ? await Promise.all(trial.teams.map(async (team) => ({ team, head: await table.get(keys.head(team.id, month)) })))
    : [];
  return heads.filter(({ head }) => !head).map(({ team }) => team.name);
}

/** After a month's end, reminds of the trial's teams that have sent no snapshot of it, and of registrations that end; once a month. */
export async function remind(deps: ReminderDependencies): Promise<void> {
  const { table, now, log, publish, policyOn, registerOf } = deps;
  const { month, end } = monthBefore(now());
  const { policy } = await policyOn(toIso(end));
  const missing = await withoutSnapshot(deps, policy, month, end);
  const ending = registrationsEnding(await registerOf(), policy, isoDay(now().toISOString().slice(0, 10)));
  const count = missing.length + ending.length;
  const claimed = count === 0 ? undefined : await claim(deps, month);
  if (claimed === undefined) {
    log("reminder-not-due", { count });
    return;
  }
  const snapshots =
    missing.length === 0
      ? []
      : [
          `No snapshot for the month to ${showDay(end)} has been sent by ${list(missing)}. Open the team's sheet in Excel and choose 'Send snapshot'.`,
        ];
  await publish(
    missing.length > 0
      ? `Lead professional trial: snapshots to ${showDay(end)}`
      : "Lead professional: registrations that end",
    [...snapshots, ...ending].join("\n\n"),
  );
  await table.put(
    keys.reminded(month),
    JSON.stringify({ state: "done", at: now().toISOString() } satisfies ReminderState),
    { expect: claimed },
  );
  log("reminder-published", { count });
}
