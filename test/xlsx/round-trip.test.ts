import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellKey } from "../../xlsx/addresses.ts";
import type { CellValue } from "../../xlsx/workbook.ts";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import { firstSheet, read } from "./fixtures.ts";
import { example } from "./written-example.ts";

/** Rows without the blank cells and rows at their ends, which a file does not hold. */
function trimmed(rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  const ends = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== "") + 1));
  return ends.slice(0, ends.findLastIndex((row) => row.length > 0) + 1);
}

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
const value = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.constantFrom("", " ", "_x000D_", "__x0041_", "a\r\nb", "]]>", "<&>\"'", "#N/A", "\uFEFF", "𝒳", "=1+1"),
  number,
  fc.boolean(),
);
const rows = fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 6 });

describe("a written workbook read back", () => {
  it("has the same values, whatever they are", () => {
    fc.assert(
      fc.property(rows, (rows) => {
        expect(firstSheet(writeWorkbook({ sheets: [{ name: "Data", rows }] })).rows).toEqual(trimmed(rows));
      }),
      { numRuns: 500 },
    );
  });

  it("has the same formulas' values, whatever they are", () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const sheet = firstSheet(
          writeWorkbook({
            sheets: [{ name: "Data", rows: rows.map((row) => row.map((value) => ({ formula: 'A1&"<"', value }))) }],
          }),
        );
        expect(sheet.rows).toEqual(trimmed(rows));
        expect([...sheet.formulas]).toEqual(rows.flatMap((row, at) => row.map((_, column) => cellKey(at, column))));
      }),
      { numRuns: 200 },
    );
  });

  it("has the same sheets, hidden or not, and the same hidden rows and columns", () => {
    const { sheets } = read(writeWorkbook(example));
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Allocations", "visible"],
      ["Kent's lists", "hidden"],
      ["Settings", "very-hidden"],
    ]);
    expect([...(sheets[0]?.hiddenRows ?? [])]).toEqual([5]);
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([5]);
    expect(sheets[0]?.isFiltered).toBe(false);
  });

  it("has the same tables and names", () => {
    const { sheets, names } = read(writeWorkbook(example));
    expect(sheets[0]?.tables).toEqual([
      { name: "tblAllocations", top: 3, left: 0, bottom: 6, right: 3, headerRows: 1, totalsRows: 0 },
    ]);
    expect(sheets[1]?.tables.map(({ name }) => name)).toEqual(["tblLeads"]);
    expect(Object.fromEntries(names)).toEqual({ check_date: "45626", lst_Leads: "'Kent''s lists'!$A$2:$A$2" });
  });

  it("has a spilling formula's results, and a formula only in its first cell", () => {
    const { rows, formulas } = firstSheet(writeWorkbook(example));
    expect([rows[3]?.[6], rows[4]?.[6]]).toEqual(["Clear", "Not eligible"]);
    expect(formulas.has(cellKey(3, 6))).toBe(true);
    expect(formulas.has(cellKey(4, 6))).toBe(false);
  });

  it("counts its dates from the same year", () => {
    const sheets = [{ name: "Data", rows: [[1]] }];
    expect(read(writeWorkbook({ sheets })).date1904).toBe(false);
    expect(read(writeWorkbook({ sheets, date1904: true })).date1904).toBe(true);
  });

  it("comes from the same bytes every time", () => {
    expect(writeWorkbook(example)).toEqual(writeWorkbook(structuredClone(example)));
  });
});
