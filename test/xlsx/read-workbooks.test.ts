import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fileWith, firstSheet, partsWith, read, relationshipsXml, sheetXml, workbookXml, zipOf } from "./fixtures.ts";

const one = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

describe("a workbook", () => {
  it("lists its sheets in tab order, hidden ones too, without chart sheets", () => {
    const bytes = fileWith(one, {
      "xl/workbook.xml": workbookXml(
        '<sheets><sheet name="Second" sheetId="2" state="hidden" r:id="b"/><sheet name="Chart" sheetId="5" r:id="d"/>' +
          '<sheet name="A &amp; B" sheetId="1" r:id="a"/><sheet name="Third" sheetId="3" state="veryHidden" r:id="c"/></sheets>',
      ),
      "xl/_rels/workbook.xml.rels": relationshipsXml(
        ["a", "worksheet", "/xl/worksheets/sheet1.xml"],
        ["b", "worksheet", "./worksheets/../worksheets/sheet1.xml"],
        ["c", "worksheet", "worksheets/SHEET1.xml"],
        ["d", "chartsheet", "chartsheets/sheet1.xml"],
      ),
    });
    expect(read(bytes).sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Second", "hidden"],
      ["A & B", "visible"],
      ["Third", "very-hidden"],
    ]);
  });

  it("may use other prefixes for its namespaces, and stand elsewhere in the file", () => {
    const parts = {
      "_rels/.rels": relationshipsXml(["r", "officeDocument", "/book/main.xml"]),
      "book/main.xml":
        '<x:workbook xmlns:x="m" xmlns:rel="r"><x:sheets><x:sheet name="Data" sheetId="1" rel:id="s"/></x:sheets></x:workbook>',
      "book/_rels/main.xml.rels": relationshipsXml(["s", "worksheet", "../cells/one.xml"]),
      "cells/one.xml":
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    };
    expect(firstSheet(zipOf(parts)).rows).toEqual([[1]]);
  });

  it("may begin its parts with a byte order mark, or write them in UTF-16", () => {
    const parts = partsWith(one);
    const utf16 = (text: string, isLittle: boolean): Uint8Array =>
      Uint8Array.from(
        Array.from(text.replace("UTF-8", "UTF-16"), (letter) => {
          const pair = [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 0xff];
          return isLittle ? pair.reverse() : pair;
        }).flat(),
      );
    const files = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(`\uFEFF${text}`)]));
    expect(firstSheet(zipSync(files)).rows).toEqual([[1]]);
    for (const mark of ["\uFEFF", ""])
      for (const isLittle of [true, false]) {
        const sheet = utf16(mark + sheetXml(one), isLittle);
        expect(firstSheet(zipSync({ ...files, "xl/worksheets/sheet1.xml": sheet })).rows).toEqual([[1]]);
      }
  });

  it("may have its parts stored without compression or named with backslashes", () => {
    const files = Object.entries(partsWith(one)).map(([path, text]) => [path.replaceAll("/", "\\"), strToU8(text)]);
    expect(firstSheet(zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level: 0 })).rows).toEqual([
      [1],
    ]);
  });

  it("gives the names of the whole workbook, and not those of one sheet", () => {
    const { names } = read(
      fileWith(one, {
        "xl/workbook.xml": workbookXml(
          '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets><definedNames>' +
            '<definedName name="_xlnm.Print_Titles" localSheetId="0">Data!$1:$1</definedName>' +
            '<definedName name="check_date">45626</definedName><definedName name="policy" hidden="1">"a &amp; b"</definedName>' +
            "</definedNames>",
        ),
      }),
    );
    expect([...names]).toEqual([
      ["check_date", "45626"],
      ["policy", '"a & b"'],
    ]);
  });
});

describe("a sheet", () => {
  it("knows its hidden rows and columns", () => {
    const { hiddenRows, hiddenColumns } = firstSheet(
      fileWith(
        '<cols><col min="2" max="3" width="0" hidden="1"/><col min="5" max="5" hidden="true"/><col min="6" max="9"/></cols>' +
          '<sheetData><row r="2" hidden="1"/><row hidden="1"/><row r="9"/></sheetData>',
      ),
    );
    expect([...hiddenRows]).toEqual([1, 2]);
    expect([...hiddenColumns]).toEqual([1, 2, 4]);
  });

  it("is filtered if it has a filter and hidden rows", () => {
    const isFiltered = (inside: string): boolean => firstSheet(fileWith(inside)).isFiltered;
    const hidden = '<sheetData><row r="2" hidden="1"/></sheetData>';
    const filter = '<autoFilter ref="A1:C9"/>';
    expect(isFiltered(hidden + filter)).toBe(true);
    expect(isFiltered(`<sheetPr filterMode="1"/>${hidden}`)).toBe(true);
    expect(isFiltered(hidden)).toBe(false);
    expect(isFiltered(`<sheetData/>${filter}`)).toBe(false);
    expect(
      isFiltered(`${hidden}<customSheetViews><customSheetView>${filter}</customSheetView></customSheetViews>`),
    ).toBe(false);
  });

  const withTable = (table: string, sheetData = "<sheetData/>"): Uint8Array =>
    fileWith(`${sheetData}<tableParts count="1"><tablePart r:id="t1"/></tableParts>`, {
      "xl/worksheets/_rels/sheet1.xml.rels": relationshipsXml(["t1", "table", "../tables/table1.xml"]),
      "xl/tables/table1.xml": table,
    });

  it("knows where its tables stand, header and totals included", () => {
    const tables = (attributes: string): unknown => firstSheet(withTable(`<table ${attributes}/>`)).tables;
    const range = { top: 3, left: 0, bottom: 43, right: 9 };
    expect(tables('id="1" name="t" displayName="tblCases" ref="A4:J44"')).toEqual([
      { name: "tblCases", ...range, headerRows: 1, totalsRows: 0 },
    ]);
    expect(tables('name="tblCases" ref="A4:J44" headerRowCount="0" totalsRowCount="1"')).toEqual([
      { name: "tblCases", ...range, headerRows: 0, totalsRows: 1 },
    ]);
  });

  it("is filtered if a table's filter is set, and not if the table only has its buttons", () => {
    const hidden = '<sheetData><row r="5" hidden="1"/></sheetData>';
    const table = (filter: string): Uint8Array =>
      withTable(`<table displayName="t" ref="A4:J44"><autoFilter ref="A4:J44">${filter}</autoFilter></table>`, hidden);
    expect(firstSheet(table('<filterColumn colId="0"><filters/></filterColumn>')).isFiltered).toBe(true);
    expect(firstSheet(table("")).isFiltered).toBe(false);
    expect(firstSheet(table('<filterColumn colId="0" hiddenButton="1"/>')).isFiltered).toBe(false);
  });

  it("keeps a cell in its farthest corner apart from the first without filling what lies between", () => {
    const { rows } = firstSheet(
      fileWith(
        '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row></sheetData>',
      ),
    );
    expect(rows.length).toBe(1_048_576);
    expect(rows[0]?.length).toBe(16_384);
    expect(rows[0]?.[16_383]).toBe(1);
    expect(rows[1_048_575]).toEqual([2]);
    expect(rows[500]).toEqual([]);
  });
});
