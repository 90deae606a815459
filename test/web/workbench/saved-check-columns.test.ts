import { describe, expect, it } from "vitest";
import { fileWith } from "../../xlsx/fixtures.ts";
import { saved } from "./saved.ts";

const SHEET = "xl/worksheets/sheet1.xml";

describe("the check columns", () => {
  const list = (formula: string, why = ""): Uint8Array =>
    fileWith(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Child ref</t></is></c><c r="B1" t="inlineStr"><is><t>Case status</t></is></c><c r="C1" t="inlineStr"><is><t>Lead professional</t></is></c><c r="E1" t="inlineStr"><is><t>LP check</t></is></c></row>' +
        `<row r="2"><c r="A2" t="inlineStr"><is><t>EX-1</t></is></c><c r="B2" t="inlineStr"><is><t>CIN</t></is></c><c r="C2" t="inlineStr"><is><t>Hazel Example</t></is></c><c r="E2" t="str" cm="1">${formula}<v>Clear</v></c></row>` +
        `<row r="3"><c r="A3" t="inlineStr"><is><t>EX-2</t></is></c><c r="B3" t="inlineStr"><is><t>CP</t></is></c><c r="C3" t="inlineStr"><is><t>Rowan Example</t></is></c><c r="E3" t="str"><v>Check</v></c>${why}</row></sheetData>`,
    );
  const STORED = "_xldudf_LP_CHECK($A$1:$C$1,$A$2:$C$3)";
  const KEPT = list(`<f t="array" ref="E2:E3">${STORED}</f>`);

  it("stay as they are while the add-in has not answered", () => {
    expect(
      saved(KEPT, (grid) => {
        grid.result("E2", ["#BUSY!"]);
      }).bytes,
    ).toEqual(KEPT);
    const { part } = saved(KEPT, (grid) => {
      grid.result("E2", ["#NAME?"]);
      grid.type("C2", "Nia New");
    });
    expect(part(SHEET)).toContain(`<f t="array" ref="E2:E3">${STORED}</f><v>Clear</v>`);
    expect(part(SHEET)).toContain('<c r="E3" t="str"><v>Check</v></c>');
  });

  it("have the answers that the add-in gives now, in as many rows", () => {
    const { part, otherParts } = saved(KEPT, (grid) => {
      grid.result("E2", ["Clear", "Not eligible"]);
    });
    expect(otherParts).toEqual([SHEET]);
    expect(part(SHEET)).toContain(`<c r="E2" t="str" cm="1"><f t="array" ref="E2:E3">${STORED}</f><v>Clear</v></c>`);
    expect(part(SHEET)).toContain("<is><t>Not eligible</t></is>");
  });

  it("have their formula anew where the file has lost it", () => {
    const { part, workbook } = saved(list("<f>#NAME?</f>"), (grid) => {
      grid.result("E2", ["Clear", "Check"]);
    });
    expect(part(SHEET)).toContain(`<f t="array" ref="E2:E3">${STORED}</f><v>Clear</v>`);
    expect(part("xl/webextensions/webextension1.xml")).toContain("_xldudf_LP_CHECK");
    expect(workbook.sheets[0]?.rows[2]?.[4]).toBe("Check");
  });
});
