import { teamsIn } from "../../rules/policy.ts";
import type { Dependencies } from "../dependencies.ts";
import { feedbackCounts } from "./feedback-counts.ts";
import { versionsOf } from "./receipts.ts";
import { leadTeams } from "./lead-lists.ts";
import { MEASURE_IDS, type MeasureId } from "./measure-ids.ts";
import type { Measure } from "./measures.ts";
import type { Sources } from "./sources.ts";
import { today } from "../today.ts";
import { csvCell } from "../../rules/csv.ts";

export interface MeasureAnswer extends Measure {
  /** In whole per cent; only where it is out of ten or more, or one's own team's. */
  readonly percent?: number;
}

export interface TeamMonth {
  readonly team: string;
  readonly month: string;
  readonly version: number;
  readonly asOf: string;
  /** Counts are rounded to 5: the team is not one's own. */
  readonly isRounded: boolean;
  /** Null is "not recorded". */
  readonly measures: Readonly<Partial<Record<MeasureId, MeasureAnswer | null>>>;
}

const STEP = 5;
const FEWEST = 10;

const rounded = (count: number): number => Math.round(count / STEP) * STEP;
const percentOf = (count: number, of: number): number => Math.round((100 * count) / of);

/** One's own figures, as they are. */
export const exact = ({ count, of }: Measure): MeasureAnswer =>
  of === undefined ? { count } : { count, of, ...(of > 0 ? { percent: percentOf(count, of) } : {}) };

const TENTH = 10;

/** A percentage to the nearest ten; 0 and 100 only where they are true. */
function roughPercent(count: number, of: number): number {
  if (count === 0) return 0;
  if (count === of) return 100;
  return Math.min(100 - TENTH, Math.max(TENTH, TENTH * Math.round((TENTH * count) / of)));
}

/** Another team's figures: counts to the nearest 5, a share of ten or more to the nearest ten per cent of the true one. */
export function blurred({ count, of }: Measure): MeasureAnswer {
  if (of === undefined) return { count: rounded(count) };
  return { count: rounded(count), of: rounded(of), ...(of >= FEWEST ? { percent: roughPercent(count, of) } : {}) };
}

/** The newest measures of every team and month, the oldest month first. */
export async function teamMeasures(
  deps: Dependencies,
  sources: Sources,
  own: ReadonlySet<string>,
  from: string,
  to: string,
): Promise<TeamMonth[]> {
  const { policy } = await sources.policyOn(deps, today(deps));
  const teams = new Set([...teamsIn(policy).map(({ id }) => id), ...(await leadTeams(deps))]);
  const feedback = await feedbackCounts(deps, from, to);
  const found = await Promise.all([...teams].map((team) => versionsOf(deps, team, from, to)));
  const newest = found.flat().filter(({ isNewest }) => isNewest);
  const months = newest.map(({ receipt: { team, month, version, asOf, measures: stored } }): TeamMonth => {
    const isOwn = own.has(team);
    const all: Partial<Record<MeasureId, Measure | null>> = { ...stored, feedback: { count: feedback(team, month) } };
    const shown = isOwn ? exact : blurred;
    const measures = MEASURE_IDS.flatMap((id): [MeasureId, MeasureAnswer | null][] => {
      const measure = all[id];
      return measure === undefined ? [] : [[id, measure && shown(measure)]];
    });
    return { team, month, version, asOf, isRounded: !isOwn, measures: Object.fromEntries(measures) };
  });
  return months.sort((a, b) =>
    a.month === b.month ? Number(a.team > b.team) - Number(a.team < b.team) : a.month < b.month ? -1 : 1,
  );
}

const HEADERS = ["team", "month", "as of", "version", "measure", "count", "out of", "per cent", "rounded"];

/** One line a measure, with the headers first. */
export function measuresCsv(months: readonly TeamMonth[]): string {
  const lines = months.flatMap(({ team, month, asOf, version, isRounded, measures }) =>
    Object.entries(measures).map(([id, measure]) => [
      csvCell(team),
      // As programs read it, which take an apostrophe for part of it.
      month,
      asOf,
      version,
      id,
      // What is not recorded is left blank, which no program takes for 0.
      measure?.count,
      measure?.of,
      measure?.percent,
      isRounded ? "yes" : "no",
    ]),
  );
  return [HEADERS, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}
