import { describe, expect, it } from "vitest";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import { example } from "./written-example.ts";
import { all, attributesOf, only, partOf, partsOf } from "./xml-tree.ts";
import type { Element } from "./xml-tree.ts";

const parts = partsOf(writeWorkbook(example));
const part = (path: string): Element => partOf(parts, path);
const sheet = part("xl/worksheets/sheet1.xml");

describe("the written package", () => {
  it("has these parts", () => {
    expect([...parts.keys()].sort()).toMatchInlineSnapshot(`
      [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/metadata.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/tables/table1.xml",
        "xl/tables/table2.xml",
        "xl/webextensions/_rels/taskpanes.xml.rels",
        "xl/webextensions/taskpanes.xml",
        "xl/webextensions/webextension1.xml",
        "xl/workbook.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/_rels/sheet2.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
      ]
    `);
  });

  it("gives every part a content type, and no other", () => {
    const types = part("[Content_Types].xml");
    const overridden = attributesOf(types, "Override").map(({ PartName }) => PartName?.slice(1));
    const needed = [...parts.keys()].filter((path) => !path.endsWith(".rels") && path !== "[Content_Types].xml");
    expect(overridden.sort()).toEqual(needed.sort());
    expect(attributesOf(types, "Default").map(({ Extension }) => Extension)).toEqual(["rels", "xml"]);
  });

  it("leads from part to part by relationships whose ids are unique and whose targets exist", () => {
    const reached: string[] = [];
    for (const [path, tree] of parts) {
      if (!path.endsWith(".rels")) continue;
      const folder = `https://file/${path.replace(/_rels\/[^/]*$/, "")}`;
      const listed = attributesOf(tree, "Relationship");
      expect(new Set(listed.map(({ Id }) => Id)).size).toBe(listed.length);
      for (const { Target = "" } of listed) reached.push(new URL(Target, folder).pathname.slice(1));
    }
    const needed = [...parts.keys()].filter((path) => !path.endsWith(".rels") && path !== "[Content_Types].xml");
    expect(reached.sort()).toEqual(needed.sort());
  });

  it("uses every relationship that a part names", () => {
    for (const [path, tree] of parts) {
      const named = JSON.stringify(tree).match(/"r:id":"[^"]+"/g) ?? [];
      if (named.length === 0) continue;
      const listed = attributesOf(part(path.replace(/([^/]*)$/, "_rels/$1.rels")), "Relationship").map(({ Id }) => Id);
      for (const name of named) expect(listed).toContain(name.slice(8, -1));
    }
  });
});

describe("the written workbook part", () => {
  const workbook = part("xl/workbook.xml");

  it("numbers its sheets and says which are hidden", () => {
    expect(attributesOf(workbook, "sheet").map(({ name, sheetId, state }) => [name, sheetId, state])).toEqual([
      ["Allocations", "1", undefined],
      ["Kent's lists", "2", "hidden"],
      ["Settings", "3", "veryHidden"],
    ]);
  });

  it("gives the print titles to their sheet, and the names in order", () => {
    expect(
      all(workbook, "definedName").map(({ attributes, text }) => [attributes.name, attributes.localSheetId, text]),
    ).toEqual([
      ["_xlnm.Print_Titles", "0", "'Allocations'!$1:$4"],
      ["check_date", undefined, "45626"],
      ["lst_Leads", undefined, "'Kent''s lists'!$A$2:$A$2"],
    ]);
  });

  it("never asks Excel to calculate on opening, which would lose the add-in's results where it is not installed", () => {
    expect(only(workbook, "calcPr").attributes).toEqual({ calcId: "191029" });
  });
});

describe("the written styles", () => {
  const styles = part("xl/styles.xml");

  it("count what they list, and point at what is there", () => {
    for (const list of ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"]) {
      const element = only(styles, list);
      expect(element.attributes.count).toBe(String(element.children.length));
    }
    const count = (list: string): number => only(styles, list).children.length;
    for (const { fontId, fillId, borderId } of attributesOf(only(styles, "cellXfs"), "xf")) {
      expect(Number(fontId)).toBeLessThan(count("fonts"));
      expect(Number(fillId)).toBeLessThan(count("fills"));
      expect(Number(borderId)).toBeLessThan(count("borders"));
    }
    for (const { s } of attributesOf(sheet, "c")) expect(Number(s ?? 0)).toBeLessThan(count("cellXfs"));
    for (const { dxfId } of attributesOf(sheet, "cfRule")) expect(Number(dxfId)).toBeLessThan(count("dxfs"));
  });

  it("begin with the font, fills and border that Excel expects", () => {
    expect(attributesOf(only(styles, "fills"), "patternFill").slice(0, 2)).toEqual([
      { patternType: "none" },
      { patternType: "gray125" },
    ]);
    expect(only(styles, "fonts").children.every((font) => font.children.some(({ name }) => name === "name"))).toBe(
      true,
    );
  });

  it("give dates the format asked for", () => {
    expect(attributesOf(styles, "numFmt")).toEqual([{ numFmtId: "164", formatCode: "dd/mm/yyyy" }]);
  });
});

describe("the written add-in parts", () => {
  it("name the add-in and its functions", () => {
    const extension = part("xl/webextensions/webextension1.xml");
    expect(only(extension, "we:reference").attributes).toEqual({
      id: "0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9",
      version: "1.0.0.0",
      store: "developer",
      storeType: "Registry",
    });
    expect(all(extension, "we:customFunctionIds").map(({ text }) => text)).toEqual([
      "_xldudf_LP_CHECK",
      "_xldudf_LP_ELIGIBLE",
    ]);
    expect(only(part("xl/webextensions/taskpanes.xml"), "wetp:taskpane").attributes.visibility).toBe("0");
  });

  it("and the dynamic array part are left out where nothing needs them", () => {
    const plain = [...partsOf(writeWorkbook({ sheets: [{ name: "Data", rows: [["x"]] }] })).keys()];
    expect(plain.filter((path) => /webextension|metadata|tables/.test(path))).toEqual([]);
  });
});
