import { describe, expect, it } from "vitest";
import type { ChartData } from "../../ui/charts/chart-data.ts";
import { draw } from "../../ui/charts/drawing.ts";
import { loadDraw } from "../../ui/charts/load.ts";

const points = ["Sep", "Oct", "Nov"].map((short) => ({ name: `${short} 2024`, short }));
const chart = (changes: Partial<ChartData>): ChartData => ({
  id: "some",
  title: "Some",
  kind: "line",
  unit: "percent",
  points,
  series: [{ id: "a", name: "A", values: [0, undefined, 100], shown: ["", "", ""] }],
  ...changes,
});

describe("a line", () => {
  it("stands on a scale from 0 to 100 %, whatever its values", () => {
    const { ticks, lines } = draw(chart({}));
    expect([ticks[0]?.label, ticks.at(-1)?.label]).toEqual(["0 %", "100 %"]);
    expect(lines[0]?.dots.map(({ y }) => y)).toEqual([ticks[0]?.y, ticks.at(-1)?.y]);
  });

  it("is open where there is no value, and never bridges it", () => {
    const [line] = draw(chart({})).lines;
    expect(line?.dots).toHaveLength(2);
    expect(line?.path.match(/M/g)).toHaveLength(2);
  });

  it("is none without values", () => {
    expect(
      draw(chart({ series: [{ id: "a", name: "A", values: [undefined, undefined, undefined], shown: [] }] })).lines[0],
    ).toMatchObject({ path: "", dots: [] });
  });
});

describe("columns", () => {
  const stacked = draw(
    chart({
      kind: "stacked-columns",
      unit: "count",
      series: [
        { id: "a", name: "A", values: [3, undefined, 0], shown: [] },
        { id: "b", name: "B", values: [1, undefined, 2], shown: [] },
      ],
    }),
  );

  it("stand on one another, as high as their counts, and nothing stands where there is nothing", () => {
    const [a, b, alone] = stacked.bars;
    expect(stacked.bars).toHaveLength(3);
    expect(a?.series).toBe("a");
    expect(b?.series).toBe("b");
    expect(a?.height).toBeCloseTo((3 * Number(alone?.height)) / 2);
    expect(
      stacked.bars.find(({ series, x }) => series === "b" && x === stacked.bars.find((one) => one.series === "a")?.x)
        ?.y,
    ).toBeLessThan(Number(stacked.bars.find(({ series }) => series === "a")?.y));
  });

  it("have whole numbers for a scale, also where there is next to nothing", () => {
    const { ticks } = draw(
      chart({ kind: "stacked-columns", unit: "count", series: [{ id: "a", name: "A", values: [1, 0, 0], shown: [] }] }),
    );
    expect(ticks.map(({ label }) => label)).toEqual(["0", "1"]);
  });
});

it("stays inside its box and names every month, or every second where there is no room", () => {
  const many = Array.from({ length: 24 }, (_, n) => ({ name: `month ${n}`, short: `m${n}` }));
  const { labels, lines, width, height } = draw(
    chart({ points: many, series: [{ id: "a", name: "A", values: many.map((_, n) => n * 4), shown: [] }] }),
  );
  expect(labels).toHaveLength(12);
  for (const { x, y } of lines[0]?.dots ?? []) expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
  expect(draw(chart({})).labels.map(({ text }) => text)).toEqual(["Sep", "Oct", "Nov"]);
});

it("draws nothing, and does not fail, without months", () => {
  expect(draw(chart({ points: [], series: [{ id: "a", name: "A", values: [], shown: [] }] }))).toMatchObject({
    labels: [],
    lines: [{ path: "", dots: [] }],
    bars: [],
  });
});

it("is asked for again after it could not be loaded, and once only after it could", async () => {
  let asked = 0;
  const failing = (): Promise<unknown> => {
    asked += 1;
    return Promise.reject(new Error("offline"));
  };
  expect(await loadDraw(failing)).toBeUndefined();
  expect(await loadDraw(() => Promise.resolve({ other: 1 }))).toBeUndefined();
  expect(await loadDraw(() => Promise.resolve({ draw }))).toBe(draw);
  expect(await loadDraw(failing)).toBe(draw);
  expect(asked).toBe(1);
});
