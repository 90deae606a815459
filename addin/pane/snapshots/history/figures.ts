import type { ChartData, Point, Series } from "../../../../ui/charts/chart-data.ts";
import type { MeasureCount, Month } from "../../../history/history.ts";
import { monthName, monthsOn, shortMonth } from "../../../../rules/months.ts";
import { SHOWN_AS } from "../../../../rules/finding.ts";
import { VERDICTS } from "../words.ts";

/** As many months as a chart has room for. */
const MOST = 13;

const SHARES = {
  "supervision-in-time": "Supervision in time",
  "meetings-chaired": "Meetings chaired by a qualified social worker",
  "training-complete": "Other leads with training complete",
} as const;

/** Every month from the first to the last that was sent, one that was not among them: a gap is part of the picture. */
function span(months: readonly Month[]): string[] {
  const [first, last] = [months[0]?.receipt.month, months.at(-1)?.receipt.month];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  for (let month = last; month >= first && all.length < MOST; month = monthsOn(month, -1)) all.unshift(month);
  return all;
}

const pointsOf = (months: readonly string[]): Point[] =>
  months.map((month, at) => ({
    name: monthName(month),
    short: shortMonth(month),
    ...(at === 0 || month.endsWith("-01") ? { below: month.slice(0, 4) } : {}),
  }));

const percentOf = (measured: MeasureCount | null | undefined): number | undefined =>
  measured?.of === undefined || measured.of === 0 ? undefined : Math.round((100 * measured.count) / measured.of);

const NOT_SENT = "Not sent";

function shareShown(month: Month | undefined, id: string): string {
  if (!month) return NOT_SENT;
  const measured = month.measures[id];
  const percent = percentOf(measured);
  if (measured === null) return "Not recorded";
  if (measured?.of === undefined) return "Not measured";
  return percent === undefined ? "None to count" : `${measured.count} of ${measured.of} (${percent} %)`;
}

/** What the history shows of a team's months, each chart with the figures of its table; `months` stand in order. */
export function chartsOf(months: readonly Month[]): ChartData[] {
  const shown = span(months);
  const byMonth = new Map(months.map((month) => [month.receipt.month, month]));
  const points = pointsOf(shown);
  const found = shown.map((month) => byMonth.get(month));
  const shares = Object.entries(SHARES).map(([id, title]): ChartData => ({
    id,
    title: `${title}, in per cent`,
    kind: "line",
    unit: "percent",
    points,
    series: [
      {
        id,
        name: title,
        values: found.map((month) => percentOf(month?.measures[id])),
        shown: found.map((month) => shareShown(month, id)),
      },
    ],
  }));
  const verdicts = [...VERDICTS]
    .reverse()
    .map((verdict): Series => ({
      id: verdict,
      name: SHOWN_AS[verdict],
      values: found.map((month) => month?.receipt.verdicts[verdict]),
      shown: found.map((month) => (month ? String(month.receipt.verdicts[verdict]) : NOT_SENT)),
    }));
  return [
    { id: "verdicts", title: "Rows by verdict", kind: "stacked-columns", unit: "count", points, series: verdicts },
    ...shares,
  ];
}
