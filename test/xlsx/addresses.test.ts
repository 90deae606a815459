import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellAddress,
  columnName,
  MAX_COLUMNS,
  MAX_ROWS,
  parseCell,
  parseRange,
  parseReference,
  rangeAddress,
} from "../../xlsx/addresses.ts";

describe("addresses", () => {
  it("name columns as Excel does", () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  });

  it("are read back to the cell they were written for", () => {
    const row = fc.integer({ min: 0, max: MAX_ROWS - 1 });
    const column = fc.integer({ min: 0, max: MAX_COLUMNS - 1 });
    fc.assert(
      fc.property(row, column, (row, column) => {
        expect(parseCell(cellAddress(row, column))).toEqual({ row, column });
      }),
    );
  });

  it("may carry dollars and small letters", () => {
    expect(parseCell("$B$7")).toEqual({ row: 6, column: 1 });
    expect(parseCell("b$7")).toEqual({ row: 6, column: 1 });
  });

  it.each(["", "7", "B", "B0", "B7x", "XFE1", "A1048577", "ABCD1", "B-7", "B7:C8", "=B7", "É1", "A99999999999"])(
    "are not read from %j",
    (text) => {
      expect(parseCell(text)).toBeUndefined();
    },
  );

  it("of ranges are read in either direction", () => {
    const range = { top: 3, left: 0, bottom: 43, right: 9 };
    expect(parseRange("A4:J44")).toEqual(range);
    expect(parseRange("$J$44:$A$4")).toEqual(range);
    expect(rangeAddress(range)).toBe("A4:J44");
    expect(parseRange("A4")).toEqual({ top: 3, left: 0, bottom: 3, right: 0 });
    expect(rangeAddress({ top: 3, left: 0, bottom: 3, right: 0 })).toBe("A4");
  });

  it.each(["A4:J44:K50", "A:J", "4:44", "A4:"])("of ranges are not read from %j", (text) => {
    expect(parseRange(text)).toBeUndefined();
  });

  it("of references may name a sheet, in quotes if Excel would", () => {
    const cell = { row: 1, column: 1 };
    expect(parseReference("$B$2")).toEqual({ ...cell, sheet: undefined });
    expect(parseReference("Settings!$B$2")).toEqual({ ...cell, sheet: "Settings" });
    expect(parseReference("'My Sheet'!$B$2")).toEqual({ ...cell, sheet: "My Sheet" });
    expect(parseReference("'Kent''s!list'!B2")).toEqual({ ...cell, sheet: "Kent's!list" });
    expect(parseReference("Settings!$B$2:$B$2")).toEqual({ ...cell, sheet: "Settings" });
  });

  it.each([
    "Settings!$B$2:$B$3",
    "[1]Settings!$B$2",
    "'[other.xlsx]Settings'!$B$2",
    "My Sheet!B2",
    "!B2",
    "''!B2",
    "#REF!",
  ])("of references are not read from %j", (text) => {
    expect(parseReference(text)).toBeUndefined();
  });
});
