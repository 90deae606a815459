import { describe, expect, it } from "vitest";
import { aCase, HEADERS, listSheet, onlyList, open, someCases, tableSheet } from "./a-workbook.ts";

describe("reading what managers really keep", () => {
  it("looks at formulas only where a row may be made ready for later, in one round trip more", async () => {
    const lookUp = (value: string | number) => ({ formula: "=XLOOKUP(A4,Export!A:A,Export!B:B)", value });
    const prepared = ["", lookUp("#N/A"), lookUp(0), lookUp("#N/A"), lookUp(0)];
    const typed = ["", "", 0, "", ""];
    const { workbook, syncsOf } = open([
      { name: "Cases", cells: [HEADERS, ...someCases(1), prepared, typed, prepared] },
    ]);
    const { result, syncs } = await syncsOf(() => workbook.read());
    expect(onlyList(result).allocations).toMatchObject({ rowNumbers: [2, 4], preparedRows: [3, 5] });
    expect(syncs).toBe(3);
  });

  it("reads references as their format shows them", async () => {
    const cells = [HEADERS, [1234, ...aCase(1).slice(1)], [56, ...aCase(2).slice(1)]];
    const { workbook } = open([{ name: "Cases", cells, numberFormats: { A2: "000000" } }]);
    expect(onlyList(await workbook.read()).allocations.rows.map(([ref]) => ref)).toEqual(["001234", 56]);
  });

  it("reads a merged cell for each row that it covers", async () => {
    const cells = [HEADERS, aCase(1), aCase(2).with(3, ""), aCase(3).with(3, "")];
    const { workbook, syncsOf } = open([{ name: "Cases", cells, merges: ["D2:D4"] }]);
    const { result, syncs } = await syncsOf(() => workbook.read());
    expect(onlyList(result).allocations.rows.map((row) => row[3])).toEqual(Array(3).fill("Hazel Example"));
    expect(syncs).toBe(2);
  });

  it("reads more merged cells than Excel tells of at once", async () => {
    const pairs = Array.from({ length: 600 }, (_, at) => `D${2 + at * 2}:D${3 + at * 2}`);
    const cells = [HEADERS, ...someCases(1200).map((row, at) => (at % 2 === 0 ? row : row.with(3, "")))];
    const { workbook } = open([{ name: "Cases", cells, merges: pairs }]);
    const { lists, problems } = await workbook.read();
    expect(problems).toEqual([]);
    expect(lists[0]?.allocations.rows.every((row) => row[3] === "Hazel Example")).toBe(true);
  });

  it("says which rows and columns are hidden, and that hidden sheets were not checked", async () => {
    const { workbook } = open([
      { ...listSheet("Cases"), hiddenRows: [4], hiddenColumns: [2] },
      { ...listSheet("Old"), isVisible: false },
    ]);
    const read = await workbook.read();
    expect(onlyList(read)).toMatchObject({ hiddenRows: [5], hiddenColumns: ["Case status"] });
    expect(read.hiddenSheets).toEqual(["Old"]);
  });

  it("finds two lists on a sheet, and rows below a table", async () => {
    const { workbook } = open([
      { ...tableSheet("Cases", "tblCases"), cells: [[], [], HEADERS, ...someCases(4), [], HEADERS.toReversed(), []] },
    ]);
    const { lists } = await workbook.read();
    expect(lists.map(({ place }) => place)).toEqual(["Cases!tblCases", "Cases"]);
    expect(lists[0]?.allocations).toMatchObject({ rowNumbers: [4, 5, 6, 7], belowTable: [7] });
    expect(new Set(lists.map(({ key }) => key)).size).toBe(2);
  });
});
