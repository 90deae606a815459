import { scaleBand, scaleLinear } from "d3-scale";
import { line, stack } from "d3-shape";
import type { ChartData, Draw, Drawing } from "./chart-data.ts";

const WIDTH = 320;
const HEIGHT = 168;
const EDGE = { top: 8, right: 8, bottom: 32, left: 36 };
const TICKS = 4;
/** More names than this run into one another. */
const MOST_LABELS = 14;

const mostOf = ({ unit, kind, series, points }: ChartData): number => {
  if (unit === "percent") return 100;
  const values =
    kind === "line"
      ? series.flatMap((one) => one.values.map((value) => value ?? 0))
      : points.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  return Math.max(1, ...values);
};

/** Works out where lines, columns, ticks and names stand. It knows nothing of the page. */
export const draw: Draw = (chart) => {
  const { points, series, unit, kind } = chart;
  const places = points.map((_, at) => at);
  const [left, right, bottom] = [EDGE.left, WIDTH - EDGE.right, HEIGHT - EDGE.bottom];
  const across = scaleBand<number>().domain(places).range([left, right]).paddingInner(0.3).paddingOuter(0.15);
  const up = scaleLinear()
    .domain([0, mostOf(chart)])
    .range([bottom, EDGE.top]);
  if (unit === "count") up.nice(TICKS);
  const band = across.bandwidth();
  const from = (at: number): number => across(at) ?? left;
  const middle = (at: number): number => from(at) + band / 2;

  const lineOf = line<{ readonly at: number; readonly value: number | undefined }>()
    .defined(({ value }) => value !== undefined)
    .x(({ at }) => middle(at))
    .y(({ value }) => up(value ?? 0));
  const lines: Drawing["lines"] =
    kind !== "line"
      ? []
      : series.map(({ id, values }) => {
          const placed = places.map((at) => ({ at, value: values[at] }));
          const dots = placed.flatMap(({ at, value }) =>
            value === undefined ? [] : [{ x: middle(at), y: up(value) }],
          );
          return { series: id, path: lineOf(placed) ?? "", dots };
        });

  const byId = new Map(series.map(({ id, values }) => [id, values]));
  const layers =
    kind === "line"
      ? []
      : stack<unknown, number, string>()
          .keys([...byId.keys()])
          .value((at, id) => byId.get(id)?.[at] ?? 0)(places);
  const bars = layers.flatMap((layer) =>
    layer.flatMap(([low, high], at) =>
      high > low ? [{ series: layer.key, x: from(at), y: up(high), width: band, height: up(low) - up(high) }] : [],
    ),
  );

  const every = Math.ceil(points.length / MOST_LABELS);
  return {
    width: WIDTH,
    height: HEIGHT,
    left,
    right,
    lines,
    bars,
    // Half a row is none: whole numbers alone.
    ticks: up
      .ticks(TICKS)
      .filter(Number.isInteger)
      .map((value) => ({ y: up(value), label: unit === "percent" ? `${value} %` : String(value) })),
    labels: points.flatMap(({ short, below }, at) => (at % every === 0 ? [{ x: middle(at), text: short, below }] : [])),
  };
};
