import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cellKey } from "../../../xlsx/addresses.ts";
import { openedFrom, openFile, type Opened, type OpenedSheet } from "../../../web/workbench/file/open-file.ts";
import { widthsOf } from "../../../web/workbench/file/widths.ts";
import type { CellValue, Sheet, Workbook } from "../../../xlsx/workbook.ts";
import { SAMPLE_FILE } from "../../../tools/sample/file.ts";

function opened(bytes: Uint8Array): Opened {
  const result = openFile(bytes);
  if ("unreadable" in result) throw new Error(result.unreadable);
  return result;
}

const HEADERS = ["Child ref", "CIN/CP", "Allocated worker", "Allocation date", "", "LP check", "LP why"];

function sheet(rows: readonly (readonly CellValue[])[], more: Partial<Sheet> = {}): Sheet {
  return {
    name: "Cases",
    visibility: "visible",
    rows,
    formulas: new Set(),
    notCalculated: new Set(),
    dates: new Set(),
    shownTexts: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    isFiltered: false,
    tables: [],
    ...more,
  };
}

function only(from: Sheet, workbook: Partial<Workbook> = {}): OpenedSheet {
  const [first] = openedFrom({
    date1904: false,
    settings: new Map(),
    names: new Map(),
    sheets: [from],
    unreadSheets: [],
    ...workbook,
  }).sheets;
  if (!first) throw new Error("There is no sheet.");
  return first;
}

describe("the sample workbook", () => {
  const { sheets, names, formulasAsValues } = opened(new Uint8Array(readFileSync(SAMPLE_FILE)));

  it("has its two formulas anew, and room for their results", () => {
    const [cases] = sheets;
    expect(cases?.checkColumns.map(({ kind, formula }) => [kind, formula])).toEqual([
      ["check", "=LP.CHECK(Allocations[#Headers],Allocations[#Data])"],
      ["why", "=LP.WHY(Allocations[#Headers],Allocations[#Data])"],
    ]);
    const [check] = cases?.checkColumns ?? [];
    expect(
      cases?.rows
        .slice(4)
        .map((row) => row[check?.column ?? 0] ?? "")
        .filter((value) => value !== ""),
    ).toEqual([]);
    expect(cases?.rows[3]?.[check?.column ?? 0]).toBe("LP check");
    expect(formulasAsValues).toBe(0);
  });

  it("knows what the columns of both its tables hold", () => {
    const [cases, staff] = sheets.map(({ blocks }) => blocks[0]);
    expect(cases?.kinds.slice(0, 6)).toEqual(["text", "text", "yes-no", "team", "status", "date"]);
    expect(cases?.isAllocations).toBe(true);
    expect(staff?.kinds.filter((kind) => kind === "date")).toHaveLength(6);
    expect(names.get("LP_CheckDate")).toBe("45626");
  });
});

describe("a manager's own sheet", () => {
  const rows = [
    HEADERS,
    ["EX-1", "CIN", "Hazel Example", 45600, "", "#NAME?", "#NAME?"],
    ["EX-2", "CP", "Rowan Example", 45601, "", "Clear", ""],
  ];

  it("has its check columns anew by addresses, whatever the file holds", () => {
    const {
      checkColumns,
      rows: left,
      blocks,
    } = only(sheet(rows, { formulas: new Set([cellKey(1, 5), cellKey(1, 6)]) }));
    expect(checkColumns.map(({ formula }) => formula)).toEqual([
      "=LP.CHECK($A$1:$D$1,$A$2:$D$3)",
      "=LP.WHY($A$1:$D$1,$A$2:$D$3)",
    ]);
    expect(left.map((row) => row.slice(4))).toEqual([
      ["", "LP check", "LP why"],
      ["", "", ""],
      ["", "", ""],
    ]);
    expect(blocks[0]?.kinds).toEqual(["text", "status", "person", "date"]);
  });

  it("keeps check columns that are plain values", () => {
    const { checkColumns, rows: left } = only(sheet(rows));
    expect(checkColumns).toEqual([]);
    expect(left[2]?.[5]).toBe("Clear");
  });

  it("counts the formulas that stand as values", () => {
    const { formulasAsValues } = openedFrom({
      date1904: false,
      settings: new Map(),
      names: new Map(),
      unreadSheets: [],
      sheets: [sheet(rows, { formulas: new Set([cellKey(1, 5), cellKey(2, 3)]) })],
    });
    expect(formulasAsValues).toBe(1);
  });

  it("without a list has no blocks", () => {
    expect(only(sheet([["Rota"], ["Monday", "Hazel Example"]])).blocks).toEqual([]);
  });

  it("that counts its dates from 1904 counts them from 1900 afterwards, and nothing else", () => {
    const dates = new Set([cellKey(1, 3)]);
    const {
      sheets: [first],
      names,
    } = openedFrom({
      date1904: true,
      settings: new Map(),
      names: new Map([
        ["LP_CheckDate", "44164"],
        ["Other", "44164"],
      ]),
      unreadSheets: [],
      sheets: [sheet([HEADERS, ["EX-1", 44138, "Hazel Example", 44138]], { dates })],
    });
    expect(first?.rows[1]).toEqual(["EX-1", 44138, "Hazel Example", 45600]);
    expect([...names.values()]).toEqual(["45626", "44164"]);
  });

  it("is shown wide enough for its headers and what its columns hold", () => {
    const { rows: left, blocks } = only(sheet(rows));
    const widths = widthsOf(left, blocks, new Set([cellKey(1, 4)]));
    expect([widths.get(2), widths.get(3), widths.get(4), widths.get(6)]).toEqual([19, 14, 13, 110]);
  });
});

describe("a file that is no workbook", () => {
  it("is a sentence", () => {
    expect(openFile(new TextEncoder().encode("a,b\n1,2"))).toHaveProperty(
      "unreadable",
      expect.stringMatching(/^The file is a text file/),
    );
  });
});
