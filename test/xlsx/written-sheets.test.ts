import { describe, expect, it } from "vitest";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import { example } from "./written-example.ts";
import { all, attributesOf, only, partOf, partsOf } from "./xml-tree.ts";
import type { Element } from "./xml-tree.ts";

const parts = partsOf(writeWorkbook(example));
const part = (path: string): Element => partOf(parts, path);
const sheet = part("xl/worksheets/sheet1.xml");
const cell = (address: string): Element => {
  const found = all(sheet, "c").find(({ attributes }) => attributes.r === address);
  if (found === undefined) throw new Error(`There is no cell ${address}.`);
  return found;
};

describe("the written sheet part", () => {
  it("has its elements in the order that is laid down", () => {
    expect(sheet.children.map(({ name }) => name)).toEqual([
      "sheetPr",
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "cols",
      "sheetData",
      "mergeCells",
      "conditionalFormatting",
      "conditionalFormatting",
      "conditionalFormatting",
      "dataValidations",
      "pageMargins",
      "pageSetup",
      "tableParts",
    ]);
  });

  it("has its rows and cells in order, each once", () => {
    const rows = attributesOf(sheet, "row").map(({ r }) => Number(r));
    expect(rows).toEqual([1, 2, 4, 5, 6, 7, 9]);
    const addresses = attributesOf(sheet, "c").map(({ r }) => r);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("writes a text by number, a date by serial number and a formula with its last result", () => {
    expect(cell("C5")).toMatchObject({ attributes: { r: "C5" }, children: [{ name: "v", text: "45626" }] });
    expect(cell("A5").attributes.t).toBe("s");
    expect(cell("D5").attributes.t).toBe("str");
    expect(cell("D5").children.map(({ name, text }) => [name, text])).toEqual([
      ["f", "_xldudf_LP_ELIGIBLE(tblAllocations[[#This Row],[Lead]])"],
      ["v", "Eligible"],
    ]);
    expect(cell("D6")).toMatchObject({
      attributes: { t: "e" },
      children: [{ name: "f" }, { name: "v", text: "#DIV/0!" }],
    });
    expect(cell("C7")).toMatchObject({ attributes: { t: "b" }, children: [{ name: "f" }, { name: "v", text: "1" }] });
  });

  it("marks a spilling formula as a dynamic array over its whole range", () => {
    expect(cell("G4").attributes).toMatchObject({ cm: "1", t: "str" });
    expect(only(cell("G4"), "f").attributes).toEqual({ t: "array", ref: "G4:G5" });
    expect(cell("G5")).toMatchObject({ attributes: { t: "str" }, children: [{ name: "v", text: "Not eligible" }] });
    expect(only(part("xl/metadata.xml"), "xda:dynamicArrayProperties").attributes).toEqual({
      fDynamic: "1",
      fCollapsed: "0",
    });
    expect(only(part("xl/metadata.xml"), "rc").attributes).toEqual({ t: "1", v: "0" });
  });

  it("says how far its cells reach, spilled ones too", () => {
    const rows = [
      [
        {
          formula: "B1:B2",
          spill: [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
        },
      ],
    ];
    const spilled = partOf(partsOf(writeWorkbook({ sheets: [{ name: "Data", rows }] })), "xl/worksheets/sheet1.xml");
    expect(only(spilled, "dimension").attributes).toEqual({ ref: "A1:B3" });
    expect(only(sheet, "dimension").attributes).toEqual({ ref: "A1:G7" });
  });

  it("has validations as Excel writes them", () => {
    expect(
      all(sheet, "dataValidation").map(({ attributes, children }) => ({
        ...attributes,
        formulas: children.map(({ text }) => text),
      })),
    ).toMatchInlineSnapshot(`
      [
        {
          "allowBlank": "1",
          "error": "Choose a name from the list.",
          "errorTitle": "Not on the register",
          "formulas": [
            "lst_Leads",
          ],
          "showErrorMessage": "1",
          "showInputMessage": "1",
          "sqref": "B5:B7",
          "type": "list",
        },
        {
          "allowBlank": "1",
          "error": "Write "Yes" or "No".",
          "errorStyle": "warning",
          "errorTitle": "Yes or no",
          "formulas": [
            ""Yes,No & <other>"",
          ],
          "prompt": "Yes or no_x000A_on its own.",
          "promptTitle": "Eligible",
          "showErrorMessage": "1",
          "showInputMessage": "1",
          "sqref": "D5:D7",
          "type": "list",
        },
        {
          "allowBlank": "1",
          "error": "Write a date such as 30/11/2024.",
          "errorTitle": "Not a date",
          "formulas": [
            "36526",
            "73050",
          ],
          "showErrorMessage": "1",
          "showInputMessage": "1",
          "sqref": "C5:C7",
          "type": "date",
        },
      ]
    `);
  });

  it("has conditional formats as Excel writes them", () => {
    expect(
      all(sheet, "cfRule").map(({ attributes, children }) => ({
        ...attributes,
        formulas: children.map(({ text }) => text),
      })),
    ).toMatchInlineSnapshot(`
      [
        {
          "dxfId": "0",
          "formulas": [
            ""No ""way"""",
          ],
          "operator": "equal",
          "priority": "1",
          "type": "cellIs",
        },
        {
          "dxfId": "0",
          "formulas": [
            "LEFT(D5,LEN("Not eligible"))="Not eligible"",
          ],
          "operator": "beginsWith",
          "priority": "2",
          "text": "Not eligible",
          "type": "beginsWith",
        },
        {
          "dxfId": "1",
          "formulas": [
            "$B5=""",
          ],
          "priority": "3",
          "type": "expression",
        },
      ]
    `);
  });

  it("has its panes frozen and its pages set up", () => {
    expect(only(sheet, "pane").attributes).toEqual({
      xSplit: "1",
      ySplit: "4",
      topLeftCell: "B5",
      activePane: "bottomRight",
      state: "frozen",
    });
    expect(only(sheet, "pageSetup").attributes).toEqual({
      paperSize: "9",
      fitToWidth: "1",
      fitToHeight: "0",
      orientation: "landscape",
    });
    expect(only(sheet, "pageSetUpPr").attributes).toEqual({ fitToPage: "1" });
    expect(attributesOf(sheet, "col")[0]).toEqual({
      min: "1",
      max: "1",
      width: "12.7109375",
      style: "1",
      customWidth: "1",
    });
  });
});

describe("the written tables", () => {
  it("have ids of their own over the workbook", () => {
    expect([1, 2].map((id) => part(`xl/tables/table${id}.xml`).attributes.id)).toEqual(["1", "2"]);
  });

  it("have columns that match their header cells", () => {
    const table = part("xl/tables/table1.xml");
    expect(table.attributes.ref).toBe("A4:D7");
    const columns = attributesOf(table, "tableColumn");
    expect(columns.map(({ id }) => id)).toEqual(["1", "2", "3", "4"]);
    const strings = all(part("xl/sharedStrings.xml"), "si").map((string) => only(string, "t").text);
    const headers = ["A4", "B4", "C4", "D4"].map((address) => strings[Number(only(cell(address), "v").text)]);
    expect(columns.map(({ name }) => name)).toEqual(headers);
  });

  it("have filter buttons over their whole range, unless told not to", () => {
    expect(only(part("xl/tables/table1.xml"), "autoFilter").attributes).toEqual({ ref: "A4:D7" });
    expect(all(part("xl/tables/table2.xml"), "autoFilter")).toEqual([]);
  });

  it("know the formulas that fill new rows", () => {
    expect(only(part("xl/tables/table1.xml"), "calculatedColumnFormula").text).toContain("_xldudf_LP_ELIGIBLE");
  });
});
