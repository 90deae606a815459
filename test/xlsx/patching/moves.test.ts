import { describe, expect, it } from "vitest";
import type { Move } from "../../../xlsx/formulas/moved.ts";
import type { WorkbookPatch } from "../../../xlsx/patching/patch.ts";
import { fileWith, read, relationshipsXml, workbookXml } from "../fixtures.ts";
import { input } from "../inputs.ts";
import { cells, holding, patched, refusedFor } from "./patched.ts";

const rows = (at: number, count: number): Move => ({ axis: "rows", at, count });
const columns = (at: number, count: number): Move => ({ axis: "columns", at, count });
const moved = (sheet: string, ...moves: readonly Move[]): WorkbookPatch => ({ sheets: new Map([[sheet, { moves }]]) });
const SHEET = "xl/worksheets/sheet1.xml";

describe("a row put into a workbook that another tool made", () => {
  const { workbook, part, otherParts } = patched(input("rich-manager"), moved("Dover cases", rows(5, 1)));
  const before = read(input("rich-manager"));

  it("moves the rows below it, and what is hidden stays hidden", () => {
    expect(workbook.sheets[0]?.rows[6]).toEqual(before.sheets[0]?.rows[5]);
    expect(workbook.sheets[0]?.rows.slice(0, 5)).toEqual(before.sheets[0]?.rows.slice(0, 5));
    expect([...(workbook.sheets[0]?.hiddenRows ?? [])]).toEqual([7]);
    expect([...(workbook.sheets[0]?.hiddenColumns ?? [])]).toEqual([2]);
  });

  it("moves its table, formulas everywhere, rules, notes, names and pictures, and touches nothing else", () => {
    expect(workbook.sheets[0]?.tables[0]).toMatchObject({ top: 3, bottom: 24 });
    expect(part(SHEET)).toContain(">TODAY()-F7<");
    expect(part(SHEET)).toContain('<conditionalFormatting sqref="G5:G25">');
    expect(part(SHEET)).toContain('sqref="C5:C201"');
    expect(part("xl/worksheets/sheet3.xml")).toContain("'Dover cases'!$D$5:$D$25".replaceAll("'", "'"));
    expect(part("xl/workbook.xml")).toContain("$A$1:$J$27");
    expect([...otherParts].sort()).toEqual([
      "xl/comments1.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/tables/table1.xml",
      "xl/workbook.xml",
      SHEET,
      "xl/worksheets/sheet3.xml",
    ]);
  });

  it("and taken out again leaves every part as it was", () => {
    const bytes = patched(input("rich-manager"), moved("Dover cases", rows(5, 1), rows(5, -1)));
    for (const path of ["xl/comments1.xml", "xl/tables/table1.xml", "xl/workbook.xml", "xl/worksheets/sheet3.xml"])
      expect(bytes.part(path).replaceAll("&apos;", "'")).toBe(
        patched(input("rich-manager"), {}).part(path).replaceAll("&apos;", "'"),
      );
    expect(bytes.workbook).toEqual(before);
  });
});

describe("rows taken out", () => {
  const sheet =
    '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+B4</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>' +
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row><row r="4"/><row r="5"><c r="A5"><v>5</v></c></row></sheetData>' +
    '<mergeCells count="2"><mergeCell ref="A4:B4"/><mergeCell ref="A5:A6"/></mergeCells><dataValidations count="1"><dataValidation sqref="C4"><formula1>$A$5</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A4"/><hyperlink ref="A5"/></hyperlinks><rowBreaks count="1" manualBreakCount="1"><brk id="4" man="1"/></rowBreaks>';
  const two = {
    "xl/workbook.xml": workbookXml(
      '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Other" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="There">Data!$A$5:$A$9</definedName></definedNames>',
    ),
    "xl/_rels/workbook.xml.rels": relationshipsXml(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
    ),
    "xl/worksheets/sheet2.xml":
      '<worksheet><sheetData><row r="1"><c r="A1"><f>Data!A5+A5</f></c></row></sheetData></worksheet>',
  };
  const { part } = patched(fileWith(sheet, two), moved("Data", rows(3, -1)));

  it("take what was said of them with them, and leave no list empty", () => {
    const text = part(SHEET);
    expect(text).toContain('<mergeCells count="1"><mergeCell ref="A4:A5"/></mergeCells>');
    expect(text).not.toContain("dataValidation");
    expect(text).toContain('<hyperlinks><hyperlink ref="A4"/></hyperlinks>');
    expect(text).toContain('<c r="A4"><v>5</v></c>');
  });

  it("leave formulas that named them with #REF!, each written out for itself", () => {
    expect(part(SHEET)).toContain("<f>B1+#REF!</f>");
    expect(part(SHEET)).toContain("<f>B2+B4</f>");
    expect(part(SHEET)).not.toContain('t="shared"');
  });

  it("move what other sheets and names say of them, and nothing else there", () => {
    expect(part("xl/worksheets/sheet2.xml")).toContain("<f>Data!A4+A5</f>");
    expect(part("xl/workbook.xml")).toContain("Data!$A$4:$A$8");
  });
});

describe("a column put in", () => {
  it("moves the cells, widths and what is hidden right of it", () => {
    const { workbook, part } = patched(input("rich-manager"), moved("Dover cases", columns(10, 1), columns(0, 1)));
    expect(workbook.sheets[0]?.rows[4]?.slice(0, 3)).toEqual(["", "KC-200000", "Child 0 Invented"]);
    expect([...(workbook.sheets[0]?.hiddenColumns ?? [])]).toEqual([3]);
    expect(workbook.sheets[0]?.tables[0]).toMatchObject({ left: 1, right: 10 });
    expect(part(SHEET)).toContain(">TODAY()-G5<");
  });
});

describe("a move that would lose something", () => {
  it.each<readonly [string, readonly Move[], string]>([
    ["columns within a table", [columns(2, 1)], "Dover cases: columns were inserted within the table Cases."],
    ["a table's header", [rows(3, -1)], "Dover cases: rows were deleted, of which the table Cases needs some."],
    ["all of a table's rows", [rows(4, -30)], "Dover cases: rows were deleted, of which the table Cases needs some."],
  ])("is refused: %s", (_, moves, sentence) => {
    expect(refusedFor(input("rich-manager"), moved("Dover cases", ...moves))).toEqual([sentence]);
  });

  it("is refused within the cells that one formula fills, and about a pivot table", () => {
    const array = '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row></sheetData>';
    expect(refusedFor(fileWith(array), moved("Data", rows(1, 1)))).toEqual([
      "Data: rows were inserted within the cells that one formula fills together.",
    ]);
    const pivot = {
      "xl/pivotCache/pivotCacheDefinition1.xml":
        '<pivotCacheDefinition><worksheetSource sheet="Data" ref="A1:B9"/></pivotCacheDefinition>',
    };
    expect(refusedFor(fileWith("<sheetData/>", pivot), moved("Data", rows(1, 1)))).toEqual([
      "Data: rows were inserted, but a pivot table stands there or is made from its cells.",
    ]);
  });
});

describe("cells changed after a move", () => {
  it("are those that the move has left", () => {
    const { workbook } = patched(input("rich-manager"), {
      sheets: new Map([["Dover cases", { moves: [rows(5, 1)], cells: cells({ A6: holding("KC-NEW") }) }]]),
    });
    expect(workbook.sheets[0]?.rows[5]?.[0]).toBe("KC-NEW");
    expect(workbook.sheets[0]?.rows[6]?.[0]).toBe("KC-200001");
  });
});
