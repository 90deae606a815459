import { describe, expect, it } from "vitest";
import { listSheet, open, tableSheet, watched, type Open } from "../workbook/a-workbook.ts";
import { reportOn } from "./sent-months.ts";

const NAME = "Report Nov 2024 Dover";

const textsOn = ({ grid, sheetId }: Open, sheet: string): unknown[] => {
  const area = grid.usedArea(sheetId(sheet));
  return area ? grid.values(sheetId(sheet), area).flat() : [];
};

describe("inserting a report", () => {
  it("takes two round trips and shows a new sheet", async () => {
    const opened = open([tableSheet("Cases", "Cases")]);
    const { syncs } = await opened.syncsOf(() => opened.workbook.insertReport(reportOn()));
    expect(syncs).toBe(2);
    expect(opened.grid.activeSheetId()).toBe(opened.sheetId(NAME));
    expect(opened.grid.read(opened.sheetId(NAME), "A1:A2")).toEqual([
      ["Dover, November 2024: who leads, and what the rules found"],
      ["As of 28 Nov 2024, by Kent trial 2024."],
    ]);
  });

  it("makes a table of each of its tables, the rows below the headers", async () => {
    const opened = open([]);
    const report = reportOn();
    await opened.workbook.insertReport(report);
    const tables = opened.grid.tables();
    expect(tables.map(({ name }) => name)).toEqual([
      "LPReport",
      "LPReport2",
      "LPReport3",
      "LPReport4",
      "LPReport5",
      "LPReport6",
    ]);
    const [first] = tables;
    expect(first && opened.grid.values(first.sheetId, first.area)).toEqual([
      report.tables[0]?.headers,
      ...(report.tables[0]?.rows ?? []),
    ]);
    expect(opened.grid.lookAt(opened.sheetId(NAME), (first?.area.top ?? 0) + 1, 2).numberFormat).toBe("0%");
  });

  it("keeps the name of a month as a text, so that it names a point of the chart", async () => {
    const opened = open([]);
    await opened.workbook.insertReport(reportOn());
    expect(textsOn(opened, NAME)).toEqual(expect.arrayContaining(["Oct 2024", "Nov 2024"]));
  });

  it("leaves whatever is there as it is, a report of the same month too", async () => {
    const opened = open([tableSheet("Cases", "LPReport")]);
    await opened.workbook.insertReport(reportOn());
    const before = textsOn(opened, NAME);
    await opened.workbook.insertReport(reportOn());
    expect(opened.grid.sheets().map(({ name }) => name)).toEqual(["Cases", NAME, `${NAME} 2`]);
    expect(textsOn(opened, NAME)).toEqual(before);
    expect(new Set(opened.grid.tables().map(({ name }) => name.toLowerCase())).size).toBe(opened.grid.tables().length);
  });

  it.each([
    ["Dover/Deal: [the] * team?", "Report Nov 2024 Dover Deal"],
    ["A team with a name that goes on and on", "Report Nov 2024 A team with"],
    ["'", "Report Nov 2024"],
  ])("gives the sheet a name that Excel takes, for the team %o", async (team, name) => {
    const opened = open([]);
    await opened.workbook.insertReport(reportOn({ team }));
    expect(opened.grid.sheets().map((sheet) => sheet.name)).toContain(name);
  });

  it.each(["=1+1", "+A1", "-1", "@SUM(A1)", "\t=1", "007"])("writes %o as a text wherever it stands", async (text) => {
    const opened = open([]);
    const table = { heading: text, headers: [text, "Count"], rows: [[text, 1]] };
    await opened.workbook.insertReport({ name: "Plain", title: text, notes: [text], tables: [table], charts: [] });
    const area = opened.grid.usedArea(opened.sheetId("Plain"));
    if (!area) throw new Error("Nothing was written.");
    expect(
      opened.grid
        .values(opened.sheetId("Plain"), area)
        .flat()
        .filter((cell) => cell === text),
    ).toHaveLength(5);
    // A formula would come back with what it calculates beside it.
    expect(opened.grid.formulas(opened.sheetId("Plain"), area)).toEqual(
      opened.grid.values(opened.sheetId("Plain"), area),
    );
  });

  it("is neither reported as a change nor taken for a list of allocations", async () => {
    const opened = open([tableSheet("Cases", "Cases"), listSheet("More")]);
    const { lists } = await opened.workbook.read();
    const { changes, settled, stop } = await watched(opened);
    await opened.workbook.insertReport(reportOn());
    await settled();
    await stop();
    expect(changes.filter(({ kind }) => kind !== "selection")).toEqual([]);
    expect((await opened.workbook.read()).lists.map(({ key }) => key)).toEqual(lists.map(({ key }) => key));
  });

  it("writes an empty table as one blank row", async () => {
    const opened = open([]);
    await opened.workbook.insertReport({
      name: "Plain",
      title: "Plain",
      notes: [],
      tables: [{ heading: "None", headers: ["A", "B"], rows: [] }],
      charts: [],
    });
    expect(opened.grid.tables()[0]?.area).toMatchObject({ rows: 2, columns: 2 });
  });
});
