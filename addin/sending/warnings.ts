import { SEVERITIES, SHOWN_AS, type Verdict } from "../../rules/finding.ts";
import { parseIso, showDay, type Day } from "../../rules/dates.ts";
import { fieldOf, type FieldId } from "../../rules/fields.ts";
import { capital, count, list, rowsNamed } from "../../rules/text.ts";
import type { WireRow } from "../../rules/wire.ts";
import type { Receipt } from "../../client/snapshots.ts";
import type { LeftOut } from "./gather.ts";

const MOST_NAMED = 10;

/** "rows 4 and 9", or how many where they are too many to name. */
const rowsOrCount = (rows: readonly number[]): string =>
  rows.length > MOST_NAMED ? `${count(rows.length, "row")} (the first is row ${rows[0] ?? ""})` : rowsNamed(rows);

/** How many dates of a row lie after a day; those that are often planned ahead are not counted. */
export function datesAfter(row: WireRow, iso: string): number {
  return Object.entries(row).filter(([field, cell]) => {
    const { kind, isForward } = fieldOf(field as FieldId);
    return kind === "date" && !isForward && typeof cell === "string" && parseIso(cell) !== undefined && cell > iso;
  }).length;
}

export interface WarningFacts {
  readonly teamName: string;
  readonly asOf: Day;
  readonly left: LeftOut;
  readonly isOnlyTeam: boolean;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly dates: number;
  readonly before: Receipt | undefined;
  readonly lasts: boolean;
}

/** What to look at before a month is sent. */
export function warningsOf({
  teamName,
  asOf,
  left,
  isOnlyTeam,
  verdicts,
  dates,
  before,
  lasts,
}: WarningFacts): string[] {
  const { heldBack, withoutTeam, unknownTeam } = left;
  const found = [...SEVERITIES].reverse().filter((severity) => severity !== "advice" && verdicts[severity] > 0);
  return [
    ...(found.length > 0
      ? [
          `The snapshot will show findings: ${list(found.map((severity) => `${SHOWN_AS[severity]} on ${count(verdicts[severity], "row")}`))}.`,
        ]
      : []),
    ...(heldBack.length > 0
      ? [`${capital(rowsOrCount(heldBack))} will stay behind: no child ref, or one that may be a name.`]
      : []),
    ...(unknownTeam.length > 0
      ? [
          `${capital(rowsOrCount(unknownTeam))} will stay behind: the policy does not know the team. Correct it, or choose what it means in Set-up.`,
        ]
      : []),
    ...(withoutTeam.length > 0
      ? [
          `${capital(rowsOrCount(withoutTeam))} ${isOnlyTeam ? `will be sent as ${teamName}'s, your only team` : "will stay behind"}: no team is named.`,
        ]
      : []),
    ...(dates > 0
      ? [
          `${count(dates, "date")} after ${showDay(asOf)}, the day that the list is as of. Correct ${dates === 1 ? "it" : "them"}, or choose a later day.`,
        ]
      : []),
    ...(before
      ? [
          `This month was sent before, on ${showDay(Math.floor(Date.parse(before.at) / 86_400_000))}: this will be a new version after version ${before.version}, and the newest counts.`,
        ]
      : []),
    ...(lasts ? [] : ["This browser keeps nothing for add-ins: leave the pane open until the receipt is there."]),
  ];
}
