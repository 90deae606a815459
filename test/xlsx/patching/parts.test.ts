import { describe, expect, it } from "vitest";
import type { StyleChange, WorkbookPatch } from "../../../xlsx/patching/patch.ts";
import { readLooks } from "../../../xlsx/read-looks.ts";
import { fileWith, workbookXml } from "../fixtures.ts";
import { input } from "../inputs.ts";
import { at, cells, holding, onSheet, patched, refusedFor } from "./patched.ts";

const PLAIN = fileWith('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');
const SHEETS = '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>';
const withWorkbook = (inside: string): Uint8Array =>
  fileWith("<sheetData/>", { "xl/workbook.xml": workbookXml(inside) });

describe("a style", () => {
  const styled = (change: StyleChange) => {
    const { bytes, part, otherParts } = patched(
      input("rich-manager"),
      onSheet("Dover cases", { D5: { style: { change } }, D9: { style: { change } }, A5: { style: { from: 2 } } }),
    );
    const looks = readLooks(bytes);
    const sheet = looks.sheets.get("Dover cases");
    return {
      part,
      otherParts,
      look: looks.styles[sheet?.styles.get(at("D5")) ?? 0],
      same: sheet?.styles.get(at("D5")) === sheet?.styles.get(at("D9")),
      copied: sheet?.styles.get(at("A5")),
    };
  };

  it("that is changed keeps what was not, and the styles of the file keep their numbers", () => {
    const before = readLooks(input("rich-manager"));
    const { look, same, copied, otherParts, part } = styled({
      isBold: true,
      colour: "112233",
      numberFormat: "dd/mm/yyyy",
      wrap: true,
    });
    expect(look).toEqual({
      fill: "92D050",
      vertical: "bottom",
      isBold: true,
      colour: "112233",
      numberFormat: "dd/mm/yyyy",
      wrap: true,
    });
    expect([same, copied]).toEqual([true, 2]);
    expect([...otherParts].sort()).toEqual(["xl/styles.xml", "xl/worksheets/sheet1.xml"]);
    expect(readLooks(patched(input("rich-manager"), {}).bytes).styles).toEqual(before.styles);
    expect(part("xl/styles.xml")).toContain(`<cellXfs count="${before.styles.length + 1}">`);
  });

  it("may lose its fill", () => {
    expect(styled({ fill: null }).look).toEqual({ vertical: "bottom" });
  });

  it("is added to a workbook that has none", () => {
    const { bytes } = patched(
      PLAIN,
      onSheet("Data", {
        B2: {
          content: { kind: "value", value: 45_600 },
          style: { change: { numberFormat: "dd/mm/yyyy", fill: "FFEE00" } },
        },
      }),
    );
    const { styles, sheets } = readLooks(bytes);
    expect(styles[sheets.get("Data")?.styles.get(at("B2")) ?? 0]).toMatchObject({
      numberFormat: "dd/mm/yyyy",
      fill: "FFEE00",
    });
  });
});

describe("a name of the workbook", () => {
  it("is changed, taken away or added; those of one sheet alone and all others stay", () => {
    const names =
      '<definedNames><definedName name="LP_CheckDate" comment="c">45626</definedName><definedName name="lp_checkdate" localSheetId="0">1</definedName><definedName name="Other">[1]Sheet1!$A$1</definedName><definedName name="Gone">2</definedName></definedNames>';
    const { part, otherParts } = patched(withWorkbook(`${SHEETS}${names}<calcPr calcId="1"/>`), {
      names: new Map([
        ["LP_CHECKDATE", "45627"],
        ["Gone", undefined],
        ["LP_Policy", '"a&b"'],
      ]),
    });
    expect(otherParts).toEqual(["xl/workbook.xml"]);
    expect(part("xl/workbook.xml")).toContain(
      '<definedNames><definedName name="LP_CheckDate" comment="c">45627</definedName><definedName name="lp_checkdate" localSheetId="0">1</definedName><definedName name="Other">[1]Sheet1!$A$1</definedName><definedName name="LP_Policy">&quot;a&amp;b&quot;</definedName></definedNames><calcPr calcId="1"/>',
    );
  });

  it("may be the workbook's first", () => {
    const { part } = patched(withWorkbook(`${SHEETS}<calcPr calcId="1"/>`), {
      names: new Map([["A_Name", "1"]]),
      isRecalculated: true,
    });
    expect(part("xl/workbook.xml")).toContain(
      `${SHEETS}<definedNames><definedName name="A_Name">1</definedName></definedNames><calcPr calcId="1" fullCalcOnLoad="1"/>`,
    );
  });
});

describe("a sheet", () => {
  const REPORT: WorkbookPatch = {
    newSheets: [
      {
        name: "LP report",
        cells: cells({ A1: holding("Ref"), B1: holding("Lead"), A2: holding("EX-1"), B2: holding("Hazel Example") }),
        columnWidths: new Map([[0, 20]]),
        newTables: [{ name: "LPReport", range: { top: 0, left: 0, bottom: 1, right: 1 }, headers: ["Ref", "Lead"] }],
      },
    ],
  };

  it("is added behind the others, with its tables", () => {
    const { workbook, otherParts } = patched(input("rich-manager"), REPORT);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Dover cases", "Lists", "Team's summary", "LP report"]);
    expect(workbook.sheets[3]).toMatchObject({
      rows: [
        ["Ref", "Lead"],
        ["EX-1", "Hazel Example"],
      ],
      tables: [{ name: "LPReport", bottom: 1 }],
    });
    expect(otherParts.filter((path) => !/workbook|Content_Types|sheet4|table2/.test(path))).toEqual([]);
  });

  it("is taken out again with all that only it leads to", () => {
    const added = patched(input("rich-manager"), REPORT).bytes;
    const { workbook, bytes } = patched(added, { removedSheets: new Set(["LP report"]) });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Dover cases", "Lists", "Team's summary"]);
    expect(patched(bytes, {}).part("xl/tables/table2.xml")).toBe("");
    expect(patched(bytes, {}).part("[Content_Types].xml")).not.toMatch(/sheet4|table2/);
  });

  it("that others use is neither taken out nor renamed", () => {
    expect(refusedFor(input("rich-manager"), { removedSheets: new Set(["Lists"]) })).toEqual([
      "The sheet Lists was deleted, but formulas, names or charts of other sheets use it. Undo that.",
    ]);
    expect(refusedFor(input("rich-manager"), { sheets: new Map([["Team's summary", { name: "Summary" }]]) })).toEqual([
      "The sheet Team's summary was renamed, but formulas, names or charts use it by its name. Undo that.",
    ]);
  });

  it("is renamed and hidden where nobody uses it by its name", () => {
    const { workbook, otherParts } = patched(PLAIN, {
      sheets: new Map([["Data", { name: "A & B", visibility: "hidden" as const }]]),
    });
    expect([workbook.sheets[0]?.name, workbook.sheets[0]?.visibility, otherParts]).toEqual([
      "A & B",
      "hidden",
      ["xl/workbook.xml"],
    ]);
  });

  it("has columns of another width and rows that are hidden or shown, taken out of the runs that they stand in", () => {
    const sheet =
      '<cols><col min="2" max="5" width="9" style="4" customWidth="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c></row></sheetData>';
    const { part, workbook } = patched(fileWith(sheet), {
      sheets: new Map([
        [
          "Data",
          {
            columnWidths: new Map([[2, 20]]),
            columnsShown: new Map([
              [3, false],
              [7, false],
            ]),
            rowsShown: new Map([
              [1, true],
              [4, false],
            ]),
            merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
          },
        ],
      ]),
    });
    expect([...(workbook.sheets[0]?.hiddenRows ?? [])]).toEqual([4]);
    expect([...(workbook.sheets[0]?.hiddenColumns ?? [])]).toEqual([3, 7]);
    expect(part("xl/worksheets/sheet1.xml")).toContain('<col min="2" max="2" width="9" style="4" customWidth="1"/>');
    expect(part("xl/worksheets/sheet1.xml")).toContain('<col min="5" max="5" width="9" style="4" customWidth="1"/>');
    expect(part("xl/worksheets/sheet1.xml")).toContain(
      '</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
    );
  });
});
