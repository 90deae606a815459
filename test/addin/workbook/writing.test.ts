import { describe, expect, it } from "vitest";
import { formulasFor } from "../../../addin/workbook/check-formulas.ts";
import { markAddresses } from "../../../addin/workbook/marks.ts";
import { freeName } from "../../../addin/workbook/new-sheet.ts";
import { lastColumn, ownColumns } from "../../../addin/workbook/own-columns.ts";
import { plainText } from "../../../addin/workbook/plain-text.ts";

describe("a text that is written as a value", () => {
  it.each(["=1+1", "+44", "-", "@name", "'quoted", "007", "30/11/2024", "1e3", "TRUE", "May 2024", "sep-24", "\t=1"])(
    "stays a text when it is %o",
    (text) => {
      expect(plainText(text)).toBe(`'${text}`);
    },
  );

  it.each([
    "LP-08: nobody is named. Next: name somebody.",
    "Not eligible",
    "Marcus Skylark",
    "May Example",
    "KC-104233",
  ])("needs nothing when it is %o", (text) => {
    expect(plainText(text)).toBe(text);
  });

  it("is blank when there is nothing to say, and never longer than a cell", () => {
    expect(plainText("")).toBe("");
    expect(plainText("L".repeat(40_000))).toHaveLength(32_766);
  });
});

describe("the check formulas", () => {
  const headers = { top: 3, left: 0, bottom: 3, right: 41 };
  const list = (count: number, table?: string) => ({
    table,
    headers,
    data: { top: 4, left: 0, bottom: 3 + count, right: 41 },
  });
  const rows = (count: number, text = "some text") => Array.from({ length: count }, () => [text]);

  it("take a table by its name", () => {
    expect(formulasFor(list(2, "Cases"), rows(2))).toEqual({
      check: "=LP.CHECK(Cases[#Headers],Cases[#Data])",
      why: "=LP.WHY(Cases[#Headers],Cases[#Data])",
    });
  });

  it("take a list without a table by its addresses", () => {
    expect(formulasFor(list(2), rows(2)).check).toBe("=LP.CHECK($A$4:$AP$4,$A$5:$AP$6)");
  });

  it.each([
    [2_000, true, true],
    [2_001, true, false],
    [15_000, true, false],
    [15_001, false, false],
  ])("stop where the functions do: %i rows", (count, hasCheck, hasWhy) => {
    const { check, why } = formulasFor(list(count), rows(count));
    expect([check !== undefined, why !== undefined]).toEqual([hasCheck, hasWhy]);
  });

  it("stop at 3 MB, however few the rows", () => {
    expect(formulasFor(list(100), rows(100, "x".repeat(29_000))).check).toBeDefined();
    expect(formulasFor(list(100), rows(100, "x".repeat(31_000)))).toEqual({ check: undefined, why: undefined });
  });
});

describe("the addresses of marks", () => {
  it("join cells that stand below each other", () => {
    expect(
      markAddresses([
        { row: 5, column: 6 },
        { row: 4, column: 6 },
        { row: 9, column: 6 },
        { row: 4, column: 1 },
      ]),
    ).toEqual(["B5,G5:G6,G10"]);
  });

  it("stay under what Excel takes, and leave no cell out", () => {
    const addresses = markAddresses(Array.from({ length: 3_000 }, (_, index) => ({ row: index * 2, column: 40 })));
    expect(addresses.length).toBeGreaterThan(1);
    expect(Math.max(...addresses.map(({ length }) => length))).toBeLessThan(8_192);
    expect(addresses.flatMap((address) => address.split(","))).toHaveLength(3_000);
  });

  it("are none for no marks", () => {
    expect(markAddresses([])).toEqual([]);
  });
});

describe("our own columns", () => {
  it("are told by both headers side by side", () => {
    expect(ownColumns(["Child ref", "", "LP check", "LP why"])).toBe(2);
    expect(ownColumns(["LP check", "Notes", "LP why"])).toBeUndefined();
  });

  it("are none of the list that they stand beside", () => {
    expect(lastColumn({ headers: ["", "Child ref", "Lead", "", "LP check", "LP why", "Scratch"], left: 0 })).toBe(2);
    expect(lastColumn({ headers: ["Child ref", "", "Lead"], left: 4 })).toBe(6);
  });
});

describe("a new name", () => {
  it("is the first that is free, whatever the case of the others", () => {
    expect(freeName("Staff", new Set(["cases"]))).toBe("Staff");
    expect(freeName("Staff", new Set(["staff", "staff 2"]))).toBe("Staff 3");
  });
});
