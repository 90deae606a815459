import { describe, expect, test } from "vitest";
import { comparisonChart } from "../../../web/evaluation/comparison.ts";
import { byTheme, readFeedback } from "../../../web/evaluation/feedback.ts";
import {
  balanceOf,
  figuresOf,
  ROUNDED_BY,
  shareOf,
  shareText,
  shown,
  sidesOf,
} from "../../../web/evaluation/figures.ts";
import { monthsBetween, shortMonthAndYear } from "../../../rules/months.ts";
import { spanOf } from "../../../web/evaluation/span.ts";
import type { MonthOfTeam } from "../../../client/responses.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";

const sent = (team: string, month: string, measures: MonthOfTeam["measures"] = {}): MonthOfTeam => ({
  team,
  month,
  measures,
});

describe("months", () => {
  test("the span is the trial's whole months and six before them", () => {
    expect(spanOf(kentTrial2024.trial, "2026-11")).toEqual({ from: "2024-04", to: "2025-03" });
  });
  test("a trial under way is shown up to now, and one still to come has the half year before now", () => {
    expect(spanOf(kentTrial2024.trial, "2024-12")).toEqual({ from: "2024-04", to: "2024-12" });
    expect(spanOf(kentTrial2024.trial, "2024-08")).toEqual({ from: "2024-02", to: "2024-08" });
  });
  test("months run over the turn of the year, both ends included", () => {
    expect(monthsBetween("2024-11", "2025-02")).toEqual(["2024-11", "2024-12", "2025-01", "2025-02"]);
    expect(shortMonthAndYear("2025-01")).toBe("Jan 2025");
  });
});

describe("teams", () => {
  test("stand in the order of the alphabet, the trial's apart from the others, whatever their figures", () => {
    const months = ["swale", "thanet", "dover", "ashford", "gone-since"].map((team) => sent(team, "2024-11"));
    const { inTrial, outside } = sidesOf(months, kentTrial2024);
    expect(inTrial.map(({ name }) => name)).toEqual(["Dover", "Thanet"]);
    expect(outside.map(({ name }) => name)).toEqual(["Ashford", "gone-since", "Swale"]);
  });
});

describe("a figure", () => {
  const month = sent("dover", "2024-11", {
    cases: { count: 45 },
    "supervision-in-time": { count: 15, of: 20, percent: 75 },
    "concerns-in-time": { count: 0, of: 5 },
    accepted: null,
  });
  test.each([
    ["cases", "45"],
    ["supervision-in-time", "15 of 20 (75%)"],
    ["concerns-in-time", "0 of 5"],
    ["step-ups", "no month before"],
    ["accepted", "not recorded"],
  ] as const)("%s is written %s", (id, expected) => {
    expect(shown(month, id)).toBe(expected);
  });
  test("of a month that was not sent is no 0", () => {
    expect(shown(undefined, "cases")).toBe("not sent");
    expect(balanceOf(undefined, true)).toBeUndefined();
  });
});

describe("a share that the page works out", () => {
  test("from rounded counts always holds the true one, and is never out of fewer than ten", () => {
    const rounded = (count: number) => ({ count: 5 * Math.round(count / 5) });
    let shares = 0;
    for (let of = 1; of <= 60; of += 1)
      for (let count = 0; count <= of; count += 1) {
        const share = shareOf(rounded(count), rounded(of), ROUNDED_BY);
        if (!share) continue;
        shares += 1;
        const percent = Math.round((100 * count) / of);
        expect(of, `${count} of ${of}`).toBeGreaterThanOrEqual(10);
        expect(percent >= share.low && percent <= share.high, `${count} of ${of}`).toBe(true);
      }
    expect(shares).toBeGreaterThan(500);
  });
  test("is left out where it could be nearly anything: 8 of 12 is no 100%", () => {
    expect(shareOf({ count: 10 }, { count: 10 }, ROUNDED_BY)).toBeUndefined();
    expect(shareOf({ count: 10 }, { count: 15 }, ROUNDED_BY)).toBeUndefined();
    expect(shareOf({ count: 20 }, { count: 40 }, ROUNDED_BY)).toEqual({ low: 43, high: 58 });
  });
  test("from one's own exact counts is shown from 10 on", () => {
    expect(shareOf({ count: 4 }, { count: 9 }, 0)).toBeUndefined();
    expect(shareOf({ count: 4 }, { count: 10 }, 0)).toEqual({ low: 40, high: 40 });
    expect(shareText({ low: 40, high: 40 })).toBe("40%");
  });
  test("never exceeds the whole, though both were rounded", () => {
    expect(
      balanceOf(sent("dover", "2024-11", { cases: { count: 15 }, "led-by-others": { count: 20 } }), true),
    ).toMatchObject({ led: { rest: 0, share: { low: 88, high: 100 } } });
  });
});

describe("what is not recorded", () => {
  const none = sent("dover", "2024-11", { cases: { count: 40 }, "led-by-others": null });
  test("is no 0 in the balance", () => {
    expect(balanceOf(none, true)).toEqual({ cases: 40, led: undefined });
  });
  test("adds nothing to a comparison, and neither do the cases that it would be a part of", () => {
    const other = sent("thanet", "2024-11", { cases: { count: 60 }, "led-by-others": { count: 30 } });
    const chart = comparisonChart(
      { title: "Led by others", id: "led-by-others", of: "cases" },
      sidesOf([none, other], kentTrial2024),
      figuresOf([none, other]),
      ["2024-11"],
    );
    expect(chart.series[0]?.shown).toEqual(["30 of 60 (45–55%)"]);
  });
});

describe("the charts", () => {
  const months = [
    sent("dover", "2024-10", { cases: { count: 40 }, "led-by-others": { count: 10 } }),
    sent("thanet", "2024-10", { cases: { count: 60 }, "led-by-others": { count: 15 } }),
    sent("ashford", "2024-11", { cases: { count: 10 }, "led-by-others": { count: 5 } }),
  ];
  const chart = (): ReturnType<typeof comparisonChart> =>
    comparisonChart(
      { title: "Led", id: "led-by-others", of: "cases" },
      sidesOf(months, kentTrial2024),
      figuresOf(months),
      ["2024-10", "2024-11"],
    );
  test("add up what is shown of the trial's teams, and leave a month without lists open", () => {
    expect(chart().series).toMatchObject([
      { id: "in-trial", values: [25, undefined], shown: ["25 of 100 (20–30%)", "none"] },
    ]);
  });
  test("leave out a side that is out of too few, and say whose the only line is", () => {
    expect(chart().title).toBe("Led: teams in the trial");
  });
});

describe("feedback", () => {
  const item = {
    id: "1",
    theme: "training",
    text: "The course came late.",
    month: "2024-11",
    team: "dover",
    at: "2024-12-01T09:00:00Z",
  };
  test("is shown by theme and month, without its team", () => {
    const lines = readFeedback([item, { ...item, month: "2024-10", text: "The first day was useful." }]);
    expect(JSON.stringify(lines)).not.toContain("dover");
    expect(
      byTheme(lines)
        .find(({ theme }) => theme === "training")
        ?.lines.map(({ month }) => month),
    ).toEqual(["2024-10", "2024-11"]);
  });
  test("of a theme that nobody knows is no answer", () => {
    expect(() => readFeedback([{ ...item, theme: "gossip" }])).toThrow("cannot be read");
  });
});
