import { describe, expect, it } from "vitest";
import type { ReportSheet } from "../../../addin/workbook/report-content.ts";
import { layoutOf } from "../../../addin/workbook/report-layout.ts";
import { memoryGrid } from "../../../web/workbench/memory/memory-grid.ts";
import { excelClient } from "../../../tools/excel-client/excel-client.ts";
import { open, type Open } from "../workbook/a-workbook.ts";
import { aMonth, reportOn } from "./sent-months.ts";

const NAME = "Report Nov 2024 Dover";

const chartsOn = ({ grid, sheetId }: Open, sheet: string) =>
  [...grid.charts.values()].filter((chart) => chart.sheetId === sheetId(sheet));

describe("the charts of a report", () => {
  it("draw their tables, series by columns, with a title and a name that leads to the figures", async () => {
    const opened = open([]);
    await opened.workbook.insertReport(reportOn());
    const [columns, lines] = chartsOn(opened, NAME);
    const tables = opened.grid.tables();
    expect(columns).toMatchObject({
      type: "ColumnStacked",
      seriesBy: "Columns",
      title: "Verdicts by month, in rows",
      legend: "Bottom",
      axis: {},
    });
    expect(columns?.source.area).toEqual(tables[2]?.area);
    expect(lines).toMatchObject({
      type: "LineMarkers",
      title: "Shares by month",
      axis: { minimum: 0, maximum: 1 },
      blanks: "NotPlotted",
    });
    expect(lines?.source.area).toEqual(tables[3]?.area);
    expect(lines?.name).toMatch(/^Shares by month\. The table at A\d+:E\d+ has the same figures\.$/);
  });

  it("mark each line in its own way", async () => {
    const opened = open([]);
    await opened.workbook.insertReport(reportOn());
    expect(chartsOn(opened, NAME)[1]?.markers).toEqual(["Circle", "Square", "Triangle", "Diamond"]);
  });

  it("cover no cell with something in it", async () => {
    const opened = open([]);
    await opened.workbook.insertReport(reportOn());
    const charts = chartsOn(opened, NAME);
    expect(charts).toHaveLength(2);
    for (const { place } of charts)
      expect(
        place &&
          opened.grid
            .values(opened.sheetId(NAME), place)
            .flat()
            .every((cell) => cell === ""),
      ).toBe(true);
  });

  it("stand below the table that they draw, and below each other", () => {
    const report: ReportSheet = {
      ...reportOn(),
      charts: [
        { title: "First", kind: "line", table: 0 },
        { title: "Second", kind: "line", table: 0 },
      ],
    };
    const { tables, charts } = layoutOf(report);
    const rows = [tables[0]?.area, charts[0]?.area, charts[1]?.area, tables[1]?.area];
    for (const [index, area] of rows.slice(1).entries())
      expect(area?.top).toBeGreaterThan(rows[index]?.bottom ?? Infinity);
  });

  it("leave out what an older Excel does not have", async () => {
    const opened = open([], { api: "1.7" });
    await opened.workbook.insertReport(reportOn());
    expect(chartsOn(opened, NAME)[1]).toMatchObject({ title: "Shares by month", blanks: undefined });
  });

  it("are none where a single month was sent", async () => {
    const opened = open([]);
    await opened.workbook.insertReport(reportOn({ month: aMonth("2024-11"), earlier: [] }));
    expect(opened.grid.charts.size).toBe(0);
  });
});

describe("charts through Microsoft's client", () => {
  const withChart = (client: ReturnType<typeof excelClient>) =>
    client.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B2").values = [
        ["Month", "Rows"],
        ["'Nov 2024", 3],
      ];
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns");
      chart.title.text = "Rows by month";
      chart.setPosition("A4", "C9");
      await context.sync();
      return { sheet, chart };
    });

  it("are found again by name, by place, and after a sync", async () => {
    const client = excelClient();
    await client.Excel.run(async (context) => {
      const { charts } = context.workbook.worksheets.getItem("Sheet1");
      const chart = charts.add("Line", context.workbook.worksheets.getItem("Sheet1").getRange("A1:B3"));
      chart.name = "Trend";
      await context.sync();
      chart.title.text = "Trend by month";
      const named = charts.getItem("Trend").load("name,title/text");
      const none = charts.getItemOrNullObject("Other");
      const number = charts.getCount();
      await context.sync();
      expect([named.name, named.title.text, none.isNullObject, number.value]).toEqual([
        "Trend",
        "Trend by month",
        true,
        1,
      ]);
      charts.getItemAt(0).delete();
      await context.sync();
    });
    expect(client.grid.charts.size).toBe(0);
  });

  it("are refused on a protected sheet, and go with their sheet", async () => {
    const client = excelClient({ grid: memoryGrid([{ name: "Sheet1" }, { name: "Other" }]) });
    await withChart(client);
    const [first] = client.grid.sheets();
    client.grid.protect(first?.id ?? "", true);
    await expect(withChart(client)).rejects.toMatchObject({ code: "AccessDenied" });
    expect(client.grid.charts.size).toBe(1);
    client.grid.removeSheet(first?.id ?? "");
    expect(client.grid.charts.size).toBe(0);
  });

  it("are a sentence in their place where the grid draws none, and never over a cell that holds something", async () => {
    const grid = memoryGrid([]);
    Reflect.deleteProperty(grid, "charts");
    const client = excelClient({ grid });
    const id = grid.sheets()[0]?.id ?? "";
    await withChart(client);
    expect(grid.read(id, "A4")).toEqual([["Charts are drawn by Excel. Here would stand: Rows by month"]]);
    grid.type(id, "A4", [["mine"]]);
    await withChart(client);
    expect(grid.read(id, "A4")).toEqual([["mine"]]);
  });
});
