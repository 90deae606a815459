import { describe, expect, test } from "vitest";
import { findPolicyTable } from "../../../rules/workbook/find-policy-table.ts";
import { grid, table } from "./grids.ts";

const HEADS = ["Setting", "Value", "Also called"];
const ROW = ["team", "Northtown", "NT"];

describe("the table Policy", () => {
  test("is the table of that name on any sheet, with what is typed just below it", () => {
    const rows = [
      ["Ours"],
      ["", ...HEADS],
      ["", ...ROW],
      ["", "title", "Northtown 2026"],
      [],
      ["", "title", "No more"],
    ];
    const found = findPolicyTable(
      grid(rows, { tables: [table(2, { name: "POLICY", top: 1, left: 1, right: 3 })] }),
      "Anything",
    );
    expect(found).toEqual({
      table: "POLICY",
      headerRow: 2,
      left: 1,
      headers: HEADS,
      lacking: [],
      rows: [
        { row: 3, setting: "team", value: "Northtown", alsoCalled: "NT" },
        { row: 4, setting: "title", value: "Northtown 2026", alsoCalled: undefined },
      ],
    });
  });

  test("ends before its totals, and before another table below it", () => {
    const rows = [HEADS, ROW, ["Total", "", ""], ["title", "Below", ""]];
    const totals = grid(rows, { tables: [table(2, { name: "Policy", totalsRows: 1 })] });
    expect(findPolicyTable(totals, "x")?.rows.map(({ row }) => row)).toEqual([2]);
    const other = grid(rows, { tables: [table(1, { name: "Policy" }), table(3, { name: "Other", top: 2 })] });
    expect(findPolicyTable(other, "x")?.rows.map(({ row }) => row)).toEqual([2]);
  });

  test("takes its columns in any order, among others", () => {
    const rows = [
      ["Why", "value", "SETTING"],
      ["as agreed", "Northtown", "title"],
    ];
    expect(findPolicyTable(grid(rows, { tables: [table(1, { name: "Policy" })] }), "x")?.rows).toEqual([
      { row: 2, setting: "title", value: "Northtown", alsoCalled: "" },
    ]);
  });

  test("that lacks a column is said to, and none of its rows is read", () => {
    const rows = [["Setting", "What"], ROW];
    expect(findPolicyTable(grid(rows, { tables: [table(1, { name: "Policy", right: 1 })] }), "x")).toMatchObject({
      lacking: ["Value"],
      rows: [],
    });
  });

  test("is else the rows below such headers on a sheet of that name", () => {
    expect(findPolicyTable(grid([["Our policy"], HEADS, ROW]), "policy ")).toMatchObject({
      headerRow: 2,
      table: undefined,
    });
    expect(findPolicyTable(grid([["Setting", "What"], ROW]), "Policy")).toBeUndefined();
    expect(findPolicyTable(grid([HEADS, ROW]), "Sheet1")).toBeUndefined();
  });
});
