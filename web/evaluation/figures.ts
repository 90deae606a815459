import type { MeasureId } from "../../functions/snapshots/measure-ids.ts";
import type { Policy } from "../../rules/policy.ts";
import type { MeasureValue, MonthOfTeam } from "../../client/responses.ts";

/** A team by its name, and whether it takes part in the trial. */
export interface Side {
  readonly id: string;
  readonly name: string;
}

export interface Sides {
  readonly inTrial: readonly Side[];
  /** Those that go on as before: what the trial is compared with. */
  readonly outside: readonly Side[];
}

const byName = (a: Side, b: Side): number => a.name.localeCompare(b.name, "en-GB");

/** The teams that have sent anything, in the order of the alphabet: nobody is ranked. A team that the policy no longer has keeps its id. */
export function sidesOf(
  months: readonly MonthOfTeam[],
  { trial, otherTeams }: Pick<Policy, "trial" | "otherTeams">,
): Sides {
  const sent = new Set(months.map(({ team }) => team));
  const known = new Map([...trial.teams, ...otherTeams].map(({ id, name }) => [id, name]));
  const isInTrial = new Set(trial.teams.map(({ id }) => id));
  const all = [...sent].map((id): Side => ({ id, name: known.get(id) ?? id })).sort(byName);
  return { inTrial: all.filter(({ id }) => isInTrial.has(id)), outside: all.filter(({ id }) => !isInTrial.has(id)) };
}

export type Figures = (team: string, month: string) => MonthOfTeam | undefined;

export function figuresOf(months: readonly MonthOfTeam[]): Figures {
  const byKey = new Map(months.map((one) => [`${one.team} ${one.month}`, one]));
  return (team, month) => byKey.get(`${team} ${month}`);
}

/** How a figure is written: "45 of 60 (75%)", "45", or why there is none. */
export function shown(month: MonthOfTeam | undefined, id: MeasureId): string {
  if (!month) return "not sent";
  const measured = month.measures[id];
  if (measured === null) return "not recorded";
  if (!measured) return "no month before";
  const { count, of, percent } = measured;
  if (of === undefined) return String(count);
  return percent === undefined ? `${count} of ${of}` : `${count} of ${of} (${percent}%)`;
}

/** Fewer than this have no share. */
const FEWEST = 10;
/** A count that is rounded to 5 may be so many more or fewer. */
export const ROUNDED_BY = 2;
/** A share that may lie within more per cent than this is not told. */
const WIDEST = 20;

/** Between which whole per cents a share is sure to lie: one and the same where the counts are exact. */
export interface Share {
  readonly low: number;
  readonly high: number;
}

/**
 * A part of a whole in per cent, from counts each of which may be off by `by`; undefined where it may be out of fewer
 * than ten, or could be nearly anything.
 */
export function shareOf({ count }: MeasureValue, { count: of }: MeasureValue, by: number): Share | undefined {
  if (of - by < FEWEST) return undefined;
  const low = Math.round((100 * Math.max(0, Math.min(count - by, of))) / (of + by));
  const high = Math.min(100, Math.round((100 * (count + by)) / (of - by)));
  return high - low > WIDEST ? undefined : { low, high };
}

/** Such as "75%", or "48–62%" where it is not known more closely. */
export const shareText = ({ low, high }: Share): string => (low === high ? `${low}%` : `${low}–${high}%`);

export interface Balance {
  readonly cases: number;
  /** Undefined where nothing is recorded of who leads, or nobody can be told. */
  readonly led: Led | undefined;
}

interface Led {
  readonly others: number;
  readonly share: Share | undefined;
  readonly childInNeed: number;
  readonly earlyHelp: number;
  /** A social worker leads, nobody does, or it cannot be told. */
  readonly rest: number;
}

/** Who leads a team's open cases in a month; undefined where no list was sent. */
export function balanceOf(month: MonthOfTeam | undefined, isRounded: boolean): Balance | undefined {
  if (!month) return undefined;
  const of = (id: MeasureId): MeasureValue => month.measures[id] ?? { count: 0 };
  const cases = of("cases");
  if (month.measures["led-by-others"] === null) return { cases: cases.count, led: undefined };
  const others = of("led-by-others");
  return {
    cases: cases.count,
    led: {
      others: others.count,
      share: shareOf(others, cases, isRounded ? ROUNDED_BY : 0),
      childInNeed: of("cin-led-by-others").count,
      earlyHelp: of("eh-led-by-others").count,
      rest: Math.max(0, cases.count - others.count),
    },
  };
}
