import { describe, expect, it } from "vitest";
import { cellKey } from "../../xlsx/addresses.ts";
import type { Look } from "../../xlsx/looks/look.ts";
import { readLooks } from "../../xlsx/read-looks.ts";
import { fileWith, relationshipsXml } from "./fixtures.ts";
import { input } from "./inputs.ts";

const THEME =
  '<a:theme xmlns:a="a"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>';

/** The look of a style whose font and fill hold this. */
function look(font: string, fill = "", xf = 'numFmtId="0"'): Look | undefined {
  const styles = `<styleSheet><fonts><font><sz val="11"/><name val="Calibri"/></font><font>${font}</font></fonts><fills><fill/><fill/><fill><patternFill patternType="solid">${fill}</patternFill></fill></fills><borders><border/></borders><cellXfs><xf numFmtId="0"/><xf ${xf} fontId="1" fillId="${fill === "" ? 0 : 2}" borderId="0"/></cellXfs></styleSheet>`;
  const parts = {
    "xl/styles.xml": styles,
    "xl/theme/theme1.xml": THEME,
    "xl/_rels/workbook.xml.rels": relationshipsXml(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "styles", "styles.xml"],
      ["rId3", "theme", "theme/theme1.xml"],
    ),
  };
  return readLooks(fileWith("<sheetData/>", parts)).styles[1];
}

describe("how a cell looks", () => {
  it.each<readonly [string, string, string | undefined]>([
    ["red, green and blue", '<fgColor rgb="FFFFC000"/>', "FFC000"],
    ["a number of the palette", '<fgColor indexed="22"/>', "C0C0C0"],
    ["the theme, white first", '<fgColor theme="0"/>', "FFFFFF"],
    ["the theme", '<fgColor theme="4"/>', "4472C4"],
    // As Excel 2016 shows "Blue, Accent 1" lighter by 80 %, lighter by 40 % and darker by 25 %.
    ["the theme, much lighter", '<fgColor theme="4" tint="0.79998168889431442"/>', "D9E2F3"],
    ["the theme, lighter", '<fgColor theme="4" tint="0.39997558519241921"/>', "8EA9DB"],
    ["the theme, darker", '<fgColor theme="4" tint="-0.249977111117893"/>', "2F5496"],
    ["what the screen chooses", '<fgColor indexed="64"/>', undefined],
  ])("has a fill by %s", (_, fill, expected) => {
    const shown = look("<b/>", fill)?.fill;
    const channels = (rgb = "------"): number[] => [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
    if (expected === undefined) expect(shown).toBeUndefined();
    // Excel rounds on the way; a step of one is not to be seen.
    else
      channels(shown).forEach((channel, at) => {
        expect(Math.abs(channel - (channels(expected)[at] ?? 0))).toBeLessThanOrEqual(1);
      });
  });

  it("has letters of its own", () => {
    expect(look('<b/><i val="0"/><strike/><u/><sz val="14"/><color rgb="FFFF0000"/><name val="Arial"/>')).toEqual({
      isBold: true,
      isStruck: true,
      isUnderlined: true,
      fontSize: 14,
      colour: "FF0000",
      fontName: "Arial",
    });
    expect(look('<sz val="11"/><name val="Calibri"/>')).toEqual({});
  });

  it("shows dates and numbers by formats of the file or those that Excel knows by number", () => {
    expect(look("", "", 'numFmtId="14"')).toEqual({ numberFormat: "dd/mm/yyyy" });
    expect(look("", "", 'numFmtId="49"')).toEqual({ numberFormat: "@" });
  });
});

describe("how a sheet is laid out, and its formulas", () => {
  it("reads as another tool wrote them", () => {
    const { sheets, styles } = readLooks(input("rich-manager"));
    const sheet = sheets.get("Dover cases");
    expect([...(sheet?.columnWidths ?? [])]).toEqual([
      [1, 33],
      [2, 13],
    ]);
    expect(sheet?.rowHeights.get(3)).toBe(60);
    expect(styles[sheet?.styles.get(cellKey(4, 3)) ?? 0]?.fill).toBe("92D050");
    expect(sheet?.formulas.get(cellKey(4, 6))?.text).toBe("TODAY()-F5");
  });

  it("has shared formulas as they read in each cell, and those that fill more cells told apart", () => {
    const sheet =
      '<sheetViews><sheetView><pane xSplit="1" ySplit="4" state="frozen"/></sheetView></sheetViews><cols><col min="2" max="16384" width="5" style="3"/></cols><sheetData>' +
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f></c><c r="C1"><f t="array" ref="C1:C2">A1:A2</f></c></row><row r="2" s="7" customFormat="1" ht="30" customHeight="1"><c r="A2"><f t="shared" si="0"/></c></row></sheetData>';
    const looks = readLooks(fileWith(sheet)).sheets.get("Data");
    expect(looks?.formulas.get(cellKey(1, 0))).toEqual({ text: "B2*2", range: undefined, isDataTable: false });
    expect(looks?.formulas.get(cellKey(0, 2))?.range).toEqual({ top: 0, left: 2, bottom: 1, right: 2 });
    expect([looks?.frozen, looks?.rowStyles.get(1), looks?.rowHeights.get(1), looks?.columnStyles.get(1)]).toEqual([
      { rows: 4, columns: 1 },
      7,
      30,
      3,
    ]);
    expect(looks?.columnWidths.size).toBeLessThanOrEqual(1_000);
  });

  it("is plain where it cannot be made out", () => {
    expect(readLooks(fileWith("<sheetData/>", { "xl/styles.xml": "<broken" })).styles).toEqual([]);
  });
});
