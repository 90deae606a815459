import { describe, expect, it } from "vitest";
import { namedValue } from "../../xlsx/named-values.ts";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import { fileWith, read, workbookXml } from "./fixtures.ts";

const formulas = {
  check_date: "45626",
  least: "-1.5E3",
  policy: '"kent ""trial"" 2024"',
  is_trial: "TRUE",
  in_a_cell: "Settings!$B$2",
  in_a_quoted_sheet: "'My Sheet'!$A$1",
  a_blank: "Settings!$Z$99",
  a_range: "Settings!$A$1:$B$2",
  a_sum: "1+1",
  no_such_sheet: "Nowhere!$A$1",
  broken: "#REF!",
  a_date: "DATE(2024, 11, 30)",
  no_date: "DATE(2024,2,30)",
  a_formula: "Settings!$C$2",
};

const workbook = read(
  writeWorkbook({
    sheets: [
      { name: "Settings", rows: [[], ["Policy", "kent-2025", { formula: "TODAY()", value: 45626 }]] },
      { name: "My Sheet", rows: [[7]] },
    ],
    names: Object.entries(formulas).map(([name, formula]) => ({ name, formula })),
  }),
);

describe("a defined name", () => {
  it.each([
    ["check_date", 45626],
    ["least", -1500],
    ["policy", 'kent "trial" 2024'],
    ["is_trial", true],
    ["in_a_cell", "kent-2025"],
    ["in_a_quoted_sheet", 7],
    ["a_blank", ""],
    ["a_date", 45626],
    ["a_formula", 45626],
  ])("%s stands for its constant or cell", (name, value) => {
    expect(namedValue(workbook, name)).toEqual({ value });
  });

  it("is found in any case", () => {
    expect(namedValue(workbook, "CHECK_Date")).toEqual({ value: 45626 });
  });

  it.each(["a_range", "a_sum", "no_such_sheet", "broken", "no_date"] as const)(
    "%s is a formula whose result nobody stored",
    (name) => {
      expect(namedValue(workbook, name)).toEqual({ unknown: formulas[name] });
    },
  );

  it("of a cell whose formula has no stored result is not known either", () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><f>TODAY()</f></c></row></sheetData>';
    const name = '<definedNames><definedName name="LP_CheckDate">Data!$A$1</definedName></definedNames>';
    const file = fileWith(sheet, {
      "xl/workbook.xml": workbookXml(`<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>${name}`),
    });
    expect(namedValue(read(file), "LP_CheckDate")).toEqual({ unknown: "Data!$A$1" });
  });

  it("that is not there stands for nothing", () => {
    expect(namedValue(workbook, "not_there")).toBeUndefined();
  });
});
