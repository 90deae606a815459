import { describe, expect, it } from "vitest";
import type { AddInPatch, WorkbookPatch } from "../../../xlsx/patching/patch.ts";
import { fileWith, relationshipsXml } from "../fixtures.ts";
import { input } from "../inputs.ts";
import { holding, onSheet, patched } from "./patched.ts";

const PLAIN = fileWith('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');

describe("the add-in's own part", () => {
  const ID = "00000000-0000-4000-8000-000000000001";
  const addIn = (
    settings: Readonly<Record<string, string | undefined>>,
    customFunctionIds: readonly string[] = [],
  ): WorkbookPatch => ({
    addIn: {
      id: ID,
      version: "1.0.0.0",
      settings: new Map(Object.entries(settings)),
      customFunctionIds,
    } satisfies AddInPatch,
  });

  it("is made where there is none, and changed where there is one", () => {
    const first = patched(input("rich-manager"), addIn({ kept: '{"a":"<1>"}', gone: "1" }));
    expect(Object.fromEntries(first.workbook.settings)).toEqual({ kept: '{"a":"<1>"}', gone: "1" });
    const second = patched(first.bytes, addIn({ gone: undefined, more: '"2"' }, ["_xldudf_LP_CHECK"]));
    expect(second.otherParts).toEqual(["xl/webextensions/webextension1.xml"]);
    expect(Object.fromEntries(second.workbook.settings)).toEqual({ kept: '{"a":"<1>"}', more: '"2"' });
    const third = patched(second.bytes, addIn({}, ["_xldudf_LP_CHECK", "_xldudf_LP_WHY"]));
    expect(third.part("xl/webextensions/webextension1.xml").match(/_xldudf_LP_\w+/g)).toEqual([
      "_xldudf_LP_CHECK",
      "_xldudf_LP_WHY",
    ]);
  });

  it("stands beside that of another add-in, which stays as it is", () => {
    const other = patched(input("errors"), {
      addIn: {
        id: "11111111-0000-4000-8000-000000000001",
        version: "2",
        settings: new Map([["theirs", "1"]]),
        customFunctionIds: [],
      },
    }).bytes;
    const { workbook, otherParts, part } = patched(other, addIn({ ours: "2" }));
    expect(Object.fromEntries(workbook.settings)).toEqual({ theirs: "1", ours: "2" });
    expect(otherParts).not.toContain("xl/webextensions/webextension1.xml");
    expect(part("xl/webextensions/taskpanes.xml").match(/<wetp:taskpane /g)).toHaveLength(2);
  });
});

describe("a formula that spills", () => {
  const spilling = onSheet("Data", {
    B1: {
      content: {
        kind: "formula",
        formula: "_xldudf_LP_CHECK(A1)",
        value: "Clear",
        spill: { top: 0, left: 1, bottom: 1, right: 1 },
      },
    },
    B2: holding("Check"),
  });
  const metadata = (inside: string): Uint8Array =>
    fileWith("<sheetData/>", {
      "xl/_rels/workbook.xml.rels": relationshipsXml(
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId9", "sheetMetadata", "metadata.xml"],
      ),
      "xl/metadata.xml": `<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</metadata>`,
    });

  it("is marked as one by the workbook's metadata, which is made where there is none", () => {
    const { part } = patched(PLAIN, spilling);
    expect(part("xl/worksheets/sheet1.xml")).toContain('<c r="B1" t="str" cm="1"><f t="array" ref="B1:B2">');
    expect(part("xl/metadata.xml")).toContain('name="XLDAPR"');
  });

  it("is marked by what the metadata says already", () => {
    const there =
      '<metadataTypes count="2"><metadataType name="XLRICHVALUE"/><metadataType name="XLDAPR"/></metadataTypes><cellMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata>';
    const { part, otherParts } = patched(metadata(there), spilling);
    expect(part("xl/worksheets/sheet1.xml")).toContain('cm="2"');
    expect(otherParts).not.toContain("xl/metadata.xml");
  });

  it("is added to metadata that speak of other things", () => {
    const there =
      '<metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata>';
    const { part } = patched(metadata(there), spilling);
    expect(part("xl/metadata.xml")).toMatch(
      /<metadataTypes count="2">.*name="XLDAPR".*<\/metadataTypes><futureMetadata name="XLRICHVALUE".*<futureMetadata name="XLDAPR".*<cellMetadata count="1"><bk><rc t="2" v="0"\/><\/bk><\/cellMetadata><valueMetadata/s,
    );
    expect(part("xl/worksheets/sheet1.xml")).toContain('cm="1"');
  });
});
