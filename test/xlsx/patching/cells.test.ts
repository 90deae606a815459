import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellKey } from "../../../xlsx/addresses.ts";
import type { CellPatch } from "../../../xlsx/patching/patch.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import { writeWorkbook } from "../../../xlsx/write-workbook.ts";
import { fileWith, firstSheet, read, relationshipsXml, sheetXml } from "../fixtures.ts";
import { holding, onSheet, patched, refusedFor } from "./patched.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const data = (rows: string): Uint8Array => fileWith(`<sheetData>${rows}</sheetData>`);
const dataOf = (part: string): string => /<sheetData>(.*)<\/sheetData>/s.exec(part)?.[1] ?? "";
const changed = (rows: string, given: Readonly<Record<string, CellPatch>>): string =>
  dataOf(patched(data(rows), onSheet("Data", given)).part(SHEET));

describe("a changed cell", () => {
  it.each<readonly [string, CellValue, string]>([
    ["a number", -1.5, '<c r="A1" s="3"><v>-1.5</v></c>'],
    ["a text", " a\n<b>&", '<c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve"> a\n&lt;b&gt;&amp;</t></is></c>'],
    ["a truth", true, '<c r="A1" s="3" t="b"><v>1</v></c>'],
    ["an error", "#N/A", '<c r="A1" s="3" t="e"><v>#N/A</v></c>'],
    ["nothing", "", '<c r="A1" s="3"/>'],
    ["a text like a formula", "=1+1", '<c r="A1" s="3" t="inlineStr"><is><t>=1+1</t></is></c>'],
  ])("may hold %s, and keeps its style", (_, value, xml) => {
    expect(changed('<row r="1"><c r="A1" s="3" t="s" vm="1"><v>0</v></c></row>', { A1: holding(value) })).toBe(
      `<row r="1">${xml}</row>`,
    );
  });

  it("stands where it belongs, in a row that is there or in one of its own", () => {
    const rows = '<row r="2" spans="2:4"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"/>';
    const given = {
      A1: holding(1),
      A2: holding(2),
      C2: holding(3),
      E2: holding(4),
      A3: holding(5),
      B5: holding(6),
      A9: holding(7),
    };
    expect(changed(rows, given)).toBe(
      '<row r="1"><c r="A1"><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>1</v></c><c r="C2"><v>3</v></c><c r="D2"><v>2</v></c><c r="E2"><v>4</v></c></row>' +
        '<row r="3"><c r="A3"><v>5</v></c></row><row r="5"><c r="B5"><v>6</v></c></row><row r="9"><c r="A9"><v>7</v></c></row>',
    );
  });

  it("may be the first of its sheet", () => {
    expect(firstSheet(patched(fileWith("<sheetData/>"), onSheet("Data", { B2: holding("x") })).bytes).rows).toEqual([
      [],
      ["", "x"],
    ]);
  });

  it("is found where the file does not say where its cells are", () => {
    expect(changed("<row><c><v>1</v></c><c><v>2</v></c></row>", { B1: holding(3), D1: holding(4) })).toBe(
      '<row><c><v>1</v></c><c r="B1"><v>3</v></c><c r="D1"><v>4</v></c></row>',
    );
  });

  it("has the look of its row or column where it is new", () => {
    const sheet =
      '<cols><col min="2" max="3" width="9" style="4"/></cols><sheetData><row r="1" s="7" customFormat="1"/></sheetData>';
    const { part } = patched(fileWith(sheet), onSheet("Data", { B1: holding(1), B2: holding(2), D2: holding(3) }));
    expect(part(SHEET)).toContain('<c r="B1" s="7"><v>1</v></c>');
    expect(part(SHEET)).toContain('<c r="B2" s="4"><v>2</v></c><c r="D2"><v>3</v></c>');
  });

  it("is written with the prefix and in the encoding that the part has", () => {
    const prefixed = `<?xml version="1.0"?><!-- kept --><x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const { part } = patched(
      fileWith("", { [SHEET]: prefixed }),
      onSheet("Data", { A1: holding("é"), B1: holding(2) }),
    );
    expect(part(SHEET)).toBe(
      prefixed.replace(
        '<x:c r="A1"><x:v>1</x:v></x:c>',
        '<x:c r="A1" t="inlineStr"><x:is><x:t>é</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c>',
      ),
    );
  });

  it("leaves a mark of the encoding, comments and line ends where they are", () => {
    const text = `\uFEFF${sheetXml('\r\n<sheetData>\r\n<row r="1">\r\n<!-- < --><c r="A1"><v>1</v></c>\r\n</row></sheetData>')}`;
    const { part } = patched(fileWith("", { [SHEET]: text }), onSheet("Data", { A1: holding(22) }));
    expect(part(SHEET)).toBe(text.replace("<v>1</v>", "<v>22</v>"));
  });

  it("makes the sheet say that it reaches farther", () => {
    const { part } = patched(fileWith('<dimension ref="A1:B2"/><sheetData/>'), onSheet("Data", { D9: holding(1) }));
    expect(part(SHEET)).toContain('<dimension ref="A1:D9"/>');
  });

  it("holds no text that Excel could not", () => {
    expect(() => patched(data(""), onSheet("Data", { A1: holding("x".repeat(32_768)) }))).toThrow("longer than a cell");
  });
});

describe("a formula", () => {
  const CHAIN = {
    "[Content_Types].xml": '<Types><Override PartName="/xl/calcChain.xml" ContentType="c"/></Types>',
    "xl/_rels/workbook.xml.rels": relationshipsXml(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "calcChain", "calcChain.xml"],
    ),
    "xl/calcChain.xml": '<calcChain><c r="A1" i="1"/></calcChain>',
  };
  const ONE = '<sheetData><row r="1"><c r="A1" s="2"><f>B1*2</f><v>4</v></c><c r="B1"><v>2</v></c></row></sheetData>';

  it("keeps its text where only its result is another", () => {
    const { part, otherParts } = patched(
      fileWith(ONE, CHAIN),
      onSheet("Data", { A1: { content: { kind: "result", value: "six" } }, B1: holding(3) }),
    );
    expect(dataOf(part(SHEET))).toBe(
      '<row r="1"><c r="A1" s="2" t="str"><f>B1*2</f><v>six</v></c><c r="B1"><v>3</v></c></row>',
    );
    expect(otherParts).toEqual([SHEET]);
  });

  it.each<readonly [string, Readonly<Record<string, CellPatch>>]>([
    ["is overwritten", { A1: holding(1) }],
    ["is added", { C1: { content: { kind: "formula", formula: 'A1&"<"', value: "4<" } } }],
  ])("that %s takes the order of calculation out of the file, which Excel makes anew", (_, given) => {
    const { part, otherParts } = patched(fileWith(ONE, CHAIN), onSheet("Data", given));
    expect([...otherParts].sort()).toEqual(
      ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", SHEET].sort(),
    );
    expect(part("[Content_Types].xml") + part("xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });

  it("that others share is written out for them when its cell is overwritten", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+$B$1+Other!C1</f><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>';
    expect(changed(rows, { A1: holding(9), A3: { content: { kind: "result", value: 4 } } })).toBe(
      '<row r="1"><c r="A1"><v>9</v></c></row><row r="2"><c r="A2"><f>B2+$B$1+Other!C2</f><v>2</v></c></row>' +
        '<row r="3"><c r="A3"><f>B3+$B$1+Other!C3</f><v>4</v></c></row>',
    );
  });

  it("that fills several cells refuses a change of one of them, and nothing is changed", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    expect(refusedFor(data(rows), onSheet("Data", { A2: holding(5), B9: holding(1) }))).toEqual([
      "Data: A2 is one of the cells A1:A2 that one formula fills together, and cannot be changed by itself.",
    ]);
    expect(changed(rows, { A1: holding(5) })).toContain('<c r="A1"><v>5</v></c>');
  });

  it("that spills fills other cells than before", () => {
    const rows =
      '<row r="1"><c r="A1" cm="2"><f t="array" ref="A1:A2">_xldudf_LP_CHECK(B1)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    const given: Readonly<Record<string, CellPatch>> = {
      A1: { content: { kind: "result", value: "Clear", spill: { top: 0, left: 0, bottom: 2, right: 0 } } },
      A2: holding("Check"),
      A3: holding("Clear"),
    };
    expect(changed(rows, given)).toContain(
      '<c r="A1" t="str" cm="2"><f t="array" ref="A1:A3">_xldudf_LP_CHECK(B1)</f><v>Clear</v></c>',
    );
  });
});

describe("any cells changed", () => {
  const value = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 6 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
  );
  const place = fc.record({ row: fc.nat(8), column: fc.nat(8), value });

  it("read as they were given, and the others as they were", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 6 }),
        fc.array(place, { maxLength: 12 }),
        (rows, places) => {
          const before = writeWorkbook({ sheets: [{ name: "Data", rows }] });
          const grid = new Map(
            read(before).sheets[0]?.rows.flatMap((line, row) =>
              line.map((one, column) => [cellKey(row, column), one] as const),
            ),
          );
          for (const one of places) grid.set(cellKey(one.row, one.column), one.value);
          const given = new Map(places.map((one) => [cellKey(one.row, one.column), holding(one.value)]));
          const { workbook } = patched(before, { sheets: new Map([["Data", { cells: given }]]) });
          const after = new Map(
            workbook.sheets[0]?.rows.flatMap((line, row) =>
              line.map((one, column) => [cellKey(row, column), one] as const),
            ),
          );
          for (const [key, one] of grid) expect(after.get(key) ?? "").toEqual(one);
        },
      ),
    );
  });
});
