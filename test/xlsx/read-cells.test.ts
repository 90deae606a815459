import { describe, expect, it } from "vitest";
import { cellKey } from "../../xlsx/addresses.ts";
import {
  fileWith,
  firstSheet,
  partsWith,
  read,
  relationshipsXml,
  sentenceFor,
  sheetXml,
  workbookXml,
  zipOf,
} from "./fixtures.ts";

const rowsOf = (sheetData: string, strings = ""): readonly (readonly unknown[])[] =>
  firstSheet(
    fileWith(
      `<sheetData>${sheetData}</sheetData>`,
      strings === "" ? {} : { "xl/sharedStrings.xml": `<sst>${strings}</sst>` },
    ),
  ).rows;

describe("a cell", () => {
  it("holds a number, a truth, an error or a formula's text", () => {
    const cells =
      '<c r="A1"><v>45626</v></c><c r="B1" t="n"><v>-1.5E-3</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>' +
      '<c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><f>"a"&amp;"b"</f><v>ab &amp; c</v></c>';
    expect(rowsOf(`<row r="1">${cells}</row>`)).toEqual([[45626, -0.0015, true, false, "#N/A", "ab & c"]]);
  });

  it("holds a shared text, its fonts joined and its phonetic guide left out", () => {
    const strings =
      "<si><t>plain</t></si>" +
      '<si><r><t>Social </t></r><r><rPr><b/><rFont val="Calibri"/></rPr><t xml:space="preserve"> worker </t></r></si>' +
      '<si><t>課長</t><rPh sb="0" eb="2"><t>カチョウ</t></rPh><phoneticPr fontId="1"/></si>' +
      "<si><t/></si>" +
      '<si><r><t>係</t></r><rPh sb="0" eb="1"><r><t>カカリ</t></r></rPh><r><t>長</t></r></si>';
    const cells = [0, 1, 2, 3, 4].map((at) => `<c t="s"><v>${at}</v></c>`).join("");
    expect(rowsOf(`<row>${cells}</row>`, strings)).toEqual([["plain", "Social  worker ", "課長", "", "係長"]]);
  });

  it("holds a text of its own, also with fonts or as character data", () => {
    const cells =
      '<c r="A1" t="inlineStr"><is><t> Ann </t></is></c><c r="B1" t="inlineStr"><is><r><t>B</t></r><r><t>en</t></r></is></c>' +
      '<c r="C1" t="inlineStr"><is><t><![CDATA[C & D]]></t></is></c>' +
      '<c r="D1" t="inlineStr"><is><r><t>係</t></r><rPh sb="0" eb="1"><r><t>カカリ</t></r></rPh><r><t>長</t></r></is></c>';
    expect(rowsOf(`<row r="1">${cells}</row>`)).toEqual([[" Ann ", "Ben", "C & D", "係長"]]);
  });

  it("shows escaped characters as Excel does", () => {
    const strings = "<si><t>a_x000D_\nb</t></si><si><t>_x005F_x000D_</t></si><si><t>_x00e9_ _xZZZZ_</t></si>";
    const cells = [0, 1, 2].map((at) => `<c t="s"><v>${at}</v></c>`).join("");
    expect(rowsOf(`<row>${cells}</row>`, strings)).toEqual([["a\r\nb", "_x000D_", "é _xZZZZ_"]]);
  });

  it("and its row may leave out where they are", () => {
    const sheetData =
      "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>3</v></c></row><row r='6'><c r='C6'><v>4</v></c><c><v>5</v></c></row>";
    expect(rowsOf(sheetData)).toEqual([[1, 2], [], ["", 3], [], [], ["", "", 4, 5]]);
  });

  it("that has a style and no value does not count", () => {
    expect(
      rowsOf(
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row><row r="1048576"><c r="A1048576" s="1"/></row>',
      ),
    ).toEqual([[1]]);
  });

  it("that is called a number but is none keeps its text", () => {
    expect(rowsOf('<row r="1"><c r="A1"><v>1,5</v></c></row>')).toEqual([["1,5"]]);
  });

  it("pointing at a shared text that is not there makes the file damaged", () => {
    expect(sentenceFor(fileWith('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'))).toContain(
      "damaged",
    );
  });

  it("standing in another row than its own makes the file damaged", () => {
    expect(sentenceFor(fileWith('<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>'))).toContain(
      "damaged",
    );
  });
});

describe("a date in a strict workbook", () => {
  const strict = (workbookPr: string): Uint8Array => {
    const parts = partsWith("", {
      "xl/workbook.xml": workbookXml(`${workbookPr}<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>`),
      "xl/worksheets/sheet1.xml": sheetXml(
        '<sheetData><row r="1"><c r="A1" t="d"><v>2024-11-30T12:00:00.000</v></c><c r="B1" t="d"><v>2024-11-30</v></c></row></sheetData>',
      ),
    });
    return zipOf(
      Object.fromEntries(
        Object.entries(parts).map(([path, text]) => [
          path,
          text
            .replaceAll(
              "http://schemas.openxmlformats.org/spreadsheetml/2006",
              "http://purl.oclc.org/ooxml/spreadsheetml",
            )
            .replaceAll(
              "http://schemas.openxmlformats.org/officeDocument/2006",
              "http://purl.oclc.org/ooxml/officeDocument",
            ),
        ]),
      ),
    );
  };

  it("is a serial number like any other", () => {
    expect(firstSheet(strict("")).rows).toEqual([[45626.5, 45626]]);
  });

  it("counts from 1904 where the workbook does", () => {
    const bytes = strict('<workbookPr date1904="1"/>');
    expect(read(bytes).date1904).toBe(true);
    expect(firstSheet(bytes).rows).toEqual([[45626.5 - 1462, 45626 - 1462]]);
  });
});

describe("a formula", () => {
  it("gives its last value, and blank if none was saved", () => {
    expect(
      rowsOf(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>LP.CHECK(A1)</f></c><c r="C1"><v>3</v></c></row>',
      ),
    ).toEqual([[2, "", 3]]);
  });

  it("is known in every cell that holds one, shared and array formulas too", () => {
    const { formulas } = firstSheet(
      fileWith(
        '<sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><v>1</v></c></row>' +
          '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2</f></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c>' +
          '<c r="C3" cm="1"><f t="array" ref="C3:C4">_xlfn.UNIQUE(B:B)</f><v>1</v></c></row></sheetData>' +
          '<extLst><ext><x14:cfRule xmlns:x14="x14" xmlns:xm="xm"><xm:f>A1</xm:f></x14:cfRule></ext></extLst>',
      ),
    );
    expect([...formulas]).toEqual([cellKey(0, 0), cellKey(1, 0), cellKey(2, 0), cellKey(2, 2)]);
  });
});

describe("a cell that is shown as a date", () => {
  const STYLES =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;day &quot;0"/><numFmt numFmtId="166" formatCode="[Red]0.00"/><numFmt numFmtId="167" formatCode="mmm yy"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs></styleSheet>';
  const WITH_STYLES = {
    "xl/_rels/workbook.xml.rels": relationshipsXml(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId3", "styles", "styles.xml"],
    ),
    "xl/styles.xml": STYLES,
  };
  const datesOf = (cells: string, others: Readonly<Record<string, string>>): number[] => [
    ...firstSheet(fileWith(`<sheetData><row r="1">${cells}</row></sheetData>`, others)).dates,
  ];

  it("is known by its number format: built in or the file's own", () => {
    const cells = [0, 1, 2, 3, 4, 5, 6].map((style) => `<c s="${style}"><v>45626</v></c>`).join("");
    expect(datesOf(cells, WITH_STYLES)).toEqual([1, 2, 6]);
  });

  it("holds a number: no text, no blank", () => {
    expect(datesOf('<c s="1" t="str"><v>31/09/2024</v></c><c s="1"/><c s="1"><v>1</v></c>', WITH_STYLES)).toEqual([2]);
  });

  it("is none where the styles cannot be read, and the values are there all the same", () => {
    const broken = { ...WITH_STYLES, "xl/styles.xml": "<styleSheet><cellXfs>" };
    expect(datesOf('<c s="1"><v>45626</v></c>', broken)).toEqual([]);
    expect(
      firstSheet(fileWith('<sheetData><row r="1"><c s="1"><v>45626</v></c></row></sheetData>', broken)).rows,
    ).toEqual([[45626]]);
  });
});
