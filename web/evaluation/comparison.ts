import type { MeasureId } from "../../functions/snapshots/measure-ids.ts";
import type { ChartData, Series } from "../../ui/charts/chart-data.ts";
import type { MeasureValue } from "../../client/responses.ts";
import { ROUNDED_BY, shareOf, shareText, type Figures, type Side, type Sides } from "./figures.ts";
import { shortMonthAndYear } from "../../rules/months.ts";

/** A share to compare: the trial's teams together, beside the others together. */
export interface Comparison {
  readonly title: string;
  readonly id: MeasureId;
  /** The measure that it is a share of, where it is a plain count. */
  readonly of?: MeasureId;
}

/** The teams' figures as they are shown, added up; a team that has sent no list adds nothing. */
function together(
  figures: Figures,
  teams: readonly Side[],
  month: string,
  { id, of }: Comparison,
): readonly [part: MeasureValue, whole: MeasureValue, teams: number] {
  let count = 0;
  let whole = 0;
  let added = 0;
  for (const team of teams) {
    const sent = figures(team.id, month);
    const part = sent?.measures[id];
    // What is not recorded is no part of anything, and nothing that it could be a part of.
    if (!part) continue;
    added += 1;
    count += part.count;
    whole += (of === undefined ? part.of : sent.measures[of]?.count) ?? 0;
  }
  return [{ count }, { count: whole }, added];
}

function seriesOf(
  id: string,
  name: string,
  teams: readonly Side[],
  figures: Figures,
  months: readonly string[],
  comparison: Comparison,
): Series {
  const sums = months.map((month) => together(figures, teams, month, comparison));
  // Each team's figures may be off by as much as they are rounded.
  const shares = sums.map(([part, whole, added]) => shareOf(part, whole, added * ROUNDED_BY));
  return {
    id,
    name,
    values: shares.map((share) => share && Math.round((share.low + share.high) / 2)),
    shown: sums.map(([{ count }, { count: of }], at) => {
      const share = shares[at];
      return of === 0 ? "none" : share ? `${count} of ${of} (${shareText(share)})` : `${count} of ${of}`;
    }),
  };
}

/** A share month by month, in the trial and outside it, from the figures that are shown and no others. */
export function comparisonChart(
  comparison: Comparison,
  sides: Sides,
  figures: Figures,
  months: readonly string[],
): ChartData {
  const series = [
    seriesOf("in-trial", "Teams in the trial", sides.inTrial, figures, months, comparison),
    seriesOf("outside", "Teams outside the trial", sides.outside, figures, months, comparison),
  ].filter(({ values }) => values.some((value) => value !== undefined));
  // A single line has no key: the title says whose it is.
  const [only] = series.length === 1 ? series : [];
  const points = months.map((month, at) => {
    const [short = "", year = ""] = shortMonthAndYear(month).split(" ");
    return { name: shortMonthAndYear(month), short, below: at === 0 || month.endsWith("-01") ? year : undefined };
  });
  return {
    id: `compare-${comparison.id}`,
    title: only ? `${comparison.title}: ${only.name.toLowerCase()}` : comparison.title,
    kind: "line",
    unit: "percent",
    points,
    series,
  };
}
