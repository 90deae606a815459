import { describe, expect, it } from "vitest";
import type { Workbook } from "../../../xlsx/workbook.ts";
import { read } from "../fixtures.ts";
import { input } from "../inputs.ts";
import { at, holding, onSheet, patched } from "./patched.ts";

/** Everything that is read of a workbook but the value of one cell. */
const withoutCell = (workbook: Workbook, sheetName: string, row: number, column: number): unknown =>
  workbook.sheets.map(({ rows, ...sheet }) => ({
    ...sheet,
    rows:
      sheet.name === sheetName
        ? rows.map((cells, y) => cells.map((value, x) => (y === row && x === column ? "" : value)))
        : rows,
  }));

describe("one cell changed in a workbook that another tool made", () => {
  it.each([
    ["rich-manager", "Dover cases", "D6", 5, 3],
    ["name-external", "Cases", "C2", 1, 2],
    ["sheet-history", "History", "C2", 1, 2],
    ["errors", "Cases", "C2", 1, 2],
    ["allocations-1904-x15", "Cases", "G5", 4, 6],
  ])(
    "%s: that sheet's part alone is another, every other entry is the same packed byte for byte",
    (name, sheet, address, row, column) => {
      const before = input(name);
      const { workbook, otherParts } = patched(before, onSheet(sheet, { [address]: holding("Nia <New> & Co") }));
      expect(otherParts).toEqual(["xl/worksheets/sheet1.xml"]);
      expect(workbook.sheets.find((one) => one.name === sheet)?.rows[row]?.[column]).toBe("Nia <New> & Co");
      expect(withoutCell(workbook, sheet, row, column)).toEqual(withoutCell(read(before), sheet, row, column));
      expect([workbook.names, workbook.settings, workbook.date1904]).toEqual([
        read(before).names,
        read(before).settings,
        read(before).date1904,
      ]);
    },
  );

  it("leaves every other letter of the sheet's part as it is", () => {
    const before = patched(input("rich-manager"), {}).part("xl/worksheets/sheet1.xml");
    const { part } = patched(input("rich-manager"), onSheet("Dover cases", { D6: holding(7) }));
    const after = part("xl/worksheets/sheet1.xml");
    const from = before.indexOf('<c r="D6"');
    const to = before.indexOf("</c>", from);
    expect(after).toBe(before.slice(0, from) + '<c r="D6" s="0"><v>7</v>' + before.slice(to));
  });

  it("keeps hidden what was hidden, and the formulas", () => {
    const { workbook } = patched(input("rich-manager"), onSheet("Dover cases", { D6: holding("Nia New") }));
    const before = read(input("rich-manager"));
    const hidden = ({ sheets }: Workbook) =>
      sheets.map(({ visibility, hiddenRows, hiddenColumns }) => [visibility, [...hiddenRows], [...hiddenColumns]]);
    expect(hidden(workbook)).toEqual(hidden(before));
    expect(hidden(workbook).flat(2).length).toBeGreaterThan(4);
    expect(workbook.sheets.map(({ formulas }) => formulas.size)).toEqual(
      before.sheets.map(({ formulas }) => formulas.size),
    );
  });

  it("keeps an error an error and a text a text", () => {
    const { part } = patched(input("errors"), onSheet("Cases", { A9: holding("more") }));
    const before = patched(input("errors"), {}).part("xl/worksheets/sheet1.xml");
    const kinds = (xml: string): string[] => xml.match(/<c [^>]*t="(e|inlineStr|s|str)"/g) ?? [];
    expect(kinds(part("xl/worksheets/sheet1.xml")).slice(0, kinds(before).length)).toEqual(kinds(before));
  });

  it("a patch of nothing gives the very same bytes", () => {
    for (const name of ["rich-manager", "allocations-1904-x15"])
      expect(patched(input(name), {}).bytes).toEqual(input(name));
  });

  it("the same patch gives the same bytes each time", () => {
    const patch = onSheet("Cases", { C2: holding("Nia New") });
    expect(patched(input("errors"), patch).bytes).toEqual(patched(input("errors"), patch).bytes);
    expect(at("C2")).toBe(16_386);
  });
});
