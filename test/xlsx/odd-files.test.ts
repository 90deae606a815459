import { describe, expect, it } from "vitest";
import { cellAddress, cellKey, MAX_COLUMNS, rangeAddress } from "../../xlsx/addresses.ts";
import { namedValue } from "../../xlsx/named-values.ts";
import {
  fileWith,
  firstSheet,
  partsWith,
  read,
  relationshipsXml,
  sentenceFor,
  workbookXml,
  zipOf,
} from "./fixtures.ts";
import { input } from "./inputs.ts";

const addresses = (keys: Iterable<number>): string[] =>
  [...keys].map((key) => cellAddress(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS));

describe("a workbook that another tool made", () => {
  it("tells formulas without a stored result from blank cells", () => {
    const sheet = firstSheet(input("01-formula-no-value"));
    expect(sheet.notCalculated.size).toBeGreaterThan(0);
    for (const key of sheet.notCalculated) expect(sheet.formulas.has(key)).toBe(true);
    const whole = firstSheet(input("01c-row-all-formulas-no-value"));
    expect(whole.notCalculated.size).toBeGreaterThanOrEqual(sheet.notCalculated.size);
  });

  it("has every formula calculated where Excel saved it", () => {
    const sheet = firstSheet(input("rich-manager"));
    expect([sheet.formulas.size > 0, sheet.notCalculated.size]).toEqual([true, 0]);
  });

  it("gives its merged ranges", () => {
    expect(firstSheet(input("03-merged-lead")).merges.map(rangeAddress)).toContain("D2:D4");
  });

  it("shows refs as their format does", () => {
    const { shownTexts, rows } = firstSheet(input("04-zero-padded-ref"));
    const shown = addresses(shownTexts.keys()).map((address, at) => [address, [...shownTexts.values()][at]]);
    expect(shown).toContainEqual(["A2", "001234"]);
    expect(rows[1]?.[0]).toBe(1234);
  });

  it("counts dates from 1904 although another element is named workbookPr too", () => {
    expect(read(input("allocations-1904-x15")).date1904).toBe(true);
  });

  it("has a text that stands in a cell twice once", () => {
    expect(firstSheet(input("inline-v-and-is")).rows[0]?.[0]).toBe("Child ref");
  });

  it("under a label that encrypts says so, and asks for no password", () => {
    expect(sentenceFor(input("31-sensitivity-label"))).toMatch(/^The workbook is encrypted by its sensitivity label/);
    expect(sentenceFor(input("31-sensitivity-label"))).not.toContain("password");
  });

  it.each([
    ["48a-checkdate", { value: 45_626 }],
    ["48h-checkdate", { unknown: "#REF!" }],
  ])("%s names a day, or what nobody can tell", (name, expected) => {
    expect(namedValue(read(input(name)), "LP_CheckDate")).toEqual(expected);
  });
});

describe("a number's format", () => {
  it.each([
    ["000000", 1234, "001234"],
    ['"KC-"0000', 12, "KC-0012"],
    [String.raw`00\-0000`, 123_456, "12-3456"],
    ["00-00", 1_234_567, "12345-67"],
    ['"P"0', 7, "P7"],
    ["0000;[Red]-0000", 5, "0005"],
    ['"a;b"00', 5, "a;b05"],
  ])("%s adds to the digits of %d", (code, value, shown) => {
    expect(shownIn(code, value)).toBe(shown);
  });

  it.each(["0", "General", "#,##0", "0.00", "0%", "0E+00", "00.0", "@", "dd/mm/yyyy", "[>99]000;0"])(
    "%s does not",
    (code) => {
      expect(shownIn(code, 1234)).toBeUndefined();
    },
  );

  it.each([-5, 0.5])("for whole numbers alone, not for %d", (value) => {
    expect(shownIn("0000", value)).toBeUndefined();
  });
});

function shownIn(code: string, value: number): string | undefined {
  const escaped = code.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll(">", "&gt;");
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${escaped}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`;
  const sheet = `<sheetData><row r="1"><c r="A1" s="1"><v>${value}</v></c></row></sheetData>`;
  const parts = {
    "xl/styles.xml": styles,
    "xl/_rels/workbook.xml.rels": relationshipsXml(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "styles", "styles.xml"],
    ),
  };
  return firstSheet(fileWith(sheet, parts)).shownTexts.get(cellKey(0, 0));
}

describe("a formula", () => {
  it.each([
    ["without a value", "<c r='A1'><f>B1</f></c>", true],
    ["with an empty value", "<c r='A1'><f>B1</f><v></v></c>", true],
    ["that gave an empty text", "<c r='A1' t='str'><f>B1</f><v></v></c>", false],
    ["that gave 0", "<c r='A1'><f>B1</f><v>0</v></c>", false],
    ["that gave an error", "<c r='A1' t='e'><f>B1</f><v>#N/A</v></c>", false],
  ])("%s is told apart", (_, cell, isMissing) => {
    const { notCalculated } = firstSheet(fileWith(`<sheetData><row r='1'>${cell}</row></sheetData>`));
    expect(notCalculated.has(cellKey(0, 0))).toBe(isMissing);
  });
});

describe("a sheet of old macros that leads nowhere", () => {
  it("is named and left out, and the others are read", () => {
    const parts = partsWith('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', {
      "xl/workbook.xml": workbookXml(
        '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Module1" sheetId="2" r:id=""/></sheets>',
      ),
    });
    const { sheets, unreadSheets } = read(zipOf(parts));
    expect([sheets.map(({ name }) => name), unreadSheets]).toEqual([["Data"], ["Module1"]]);
  });
});
