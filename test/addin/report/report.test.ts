import { describe, expect, it } from "vitest";
import type { ReportSheet } from "../../../addin/workbook/report-content.ts";
import { MEASURE_NAMES } from "../../../addin/report/measure-names.ts";
import { monthName, monthsOn } from "../../../rules/months.ts";
import { trendUpTo } from "../../../addin/report/trend.ts";
import { MEASURE_IDS, VERDICTS as VERDICT_IDS } from "../../../functions/snapshots/measure-ids.ts";
import { aMonth, MEASURES, reportOn } from "./sent-months.ts";

const tableOf = ({ tables }: ReportSheet, heading: string) => {
  const table = tables.find((one) => one.heading === heading);
  if (!table) throw new Error(`There is no table "${heading}".`);
  return table;
};

describe("a report of a month", () => {
  it("says of which day, by which policy, and that clear means no more than it does", () => {
    const { title, notes } = reportOn();
    expect(title).toContain("Dover, November 2024");
    expect(notes).toContain("As of 28 Nov 2024, by Kent trial 2024.");
    expect(notes).toContain("Clear means that no rule was broken on the data given, never more.");
    expect(notes).toContain("Version 1, sent on 28 Nov 2024: 20 rows. Its receipt begins Zm9vYmFy.");
  });

  it("names no policy that it does not know", () => {
    expect(reportOn({ policy: undefined }).notes[0]).toBe(
      "As of 28 Nov 2024, by a policy that is not known here (its hash begins 01234567).",
    );
  });

  it("counts verdicts, the shares coming to a whole", () => {
    const { rows } = tableOf(reportOn(), "Verdicts of the month");
    expect(rows).toEqual([
      ["Clear", 12, 0.6],
      ["Advice", 3, 0.15],
      ["Check", 2, 0.1],
      ["Action needed", 2, 0.1],
      ["Not eligible", 1, 0.05],
    ]);
  });

  it("gives each figure with what it is out of, and no share of nothing", () => {
    const { rows } = tableOf(reportOn(), "Figures of the month");
    expect(rows).toContainEqual(["Supervision in time", 6, 8, 0.75]);
    expect(rows).toContainEqual(["Formal meetings chaired by a qualified social worker", 0, 0, ""]);
    expect(rows).toContainEqual(["Open cases", 19, "", ""]);
  });

  it("has a name for every measure that is no verdict", () => {
    expect(Object.keys(MEASURE_NAMES).sort()).toEqual(
      MEASURE_IDS.filter((id) => !(VERDICT_IDS as readonly string[]).includes(id)).sort(),
    );
  });

  it("leaves out what cannot be compared, and says so", () => {
    const first = { ...MEASURES, "step-ups": undefined, "lead-changes": undefined } as unknown as typeof MEASURES;
    const report = reportOn({ month: aMonth("2024-11", {}, first), earlier: [] });
    expect(tableOf(report, "Figures of the month").rows.flat()).not.toContain(
      "Stepped up to protection since the month before",
    );
    expect(report.notes).toContain(
      "Without figures of October 2024 that it can be compared with, steps up and changes of lead are left out.",
    );
  });

  it("draws no trend of a single month", () => {
    const { charts, notes, tables } = reportOn({ earlier: [] });
    expect(charts).toEqual([]);
    expect(tables.map(({ heading }) => heading)).toEqual([
      "Verdicts of the month",
      "Figures of the month",
      "Not checked on the sheet as it stands",
    ]);
    expect(notes).toContain("Nothing earlier was sent, so there is no trend to draw yet.");
  });

  it("draws verdicts as columns and shares as lines, each from its own table", () => {
    const { charts, tables } = reportOn();
    expect(charts.map(({ kind, table }) => [kind, tables[table]?.heading])).toEqual([
      ["stacked-columns", "Verdicts by month"],
      ["line", "Shares by month"],
    ]);
  });

  it("keeps a month that was not sent as a gap", () => {
    const report = reportOn({ earlier: [aMonth("2024-09")] });
    expect(tableOf(report, "Verdicts by month").rows.map(([month, clear]) => [month, clear])).toEqual([
      ["Sep 2024", 12],
      ["Oct 2024", ""],
      ["Nov 2024", 12],
    ]);
    expect(tableOf(report, "Shares by month").rows[1]).toEqual(["Oct 2024", "", "", "", ""]);
    expect(report.notes).toContain("Nothing was sent for Oct 2024: those months are blank.");
  });

  it("says what was not checked, and nothing where no sheet is open", () => {
    expect(tableOf(reportOn(), "Not checked on the sheet as it stands").rows).toEqual([
      ["LP-16", "Add the columns 'Review CIN meeting' and 'Review chair' to check LP-16."],
    ]);
    expect(reportOn({ coverage: undefined }).tables.map(({ heading }) => heading)).not.toContain(
      "Not checked on the sheet as it stands",
    );
  });

  it("says how many rows have been erased since", () => {
    expect(reportOn({ month: aMonth("2024-11", { erased: 1 }) }).notes).toContain(
      "1 row of it has been erased since; the figures are those of the day it was sent.",
    );
  });

  it("is as wide in every row as in its headers", () => {
    for (const { headers, rows, formats = [] } of reportOn().tables) {
      expect(rows.every((row) => row.length === headers.length)).toBe(true);
      expect(formats.length).toBeLessThanOrEqual(headers.length);
    }
  });
});

describe("the months of a trend", () => {
  const monthsOf = (...given: Parameters<typeof trendUpTo>) =>
    trendUpTo(...given).map(({ month, sent }) => [month, sent?.receipt.version]);

  it("run over the end of a year", () => {
    expect(monthsOf(aMonth("2025-01"), [aMonth("2024-11")])).toEqual([
      ["2024-11", 1],
      ["2024-12", undefined],
      ["2025-01", 1],
    ]);
    expect([monthsOn("2025-01", -1), monthName("2025-01")]).toEqual(["2024-12", "January 2025"]);
  });

  it("take the newest version, and neither other teams nor later months", () => {
    const earlier = [
      aMonth("2024-10", { version: 3 }),
      aMonth("2024-10", { version: 2 }),
      aMonth("2024-12"),
      aMonth("2024-09", { team: "thanet" }),
    ];
    expect(monthsOf(aMonth("2024-11"), earlier)).toEqual([
      ["2024-10", 3],
      ["2024-11", 1],
    ]);
  });

  it("are two years at the most, and begin with one that was sent", () => {
    expect(monthsOf(aMonth("2024-11"), [aMonth("2020-01"), aMonth("2023-02")])[0]).toEqual(["2023-02", 1]);
    expect(monthsOf(aMonth("2024-11"), [aMonth("2022-12")])).toHaveLength(24);
    expect(monthsOf(aMonth("2024-11"), [aMonth("2022-11")])).toEqual([["2024-11", 1]]);
  });
});
