import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cellKey } from "../../../xlsx/addresses.ts";
import { openFile, type Opened } from "../../../web/workbench/file/open-file.ts";
import { saveFile } from "../../../web/workbench/file/save-file.ts";
import { storedFormula, storedFunctions } from "../../../web/workbench/file/stored-formulas.ts";
import { area } from "./grid-contract/clause.ts";
import { aGrid, type GivenSheet } from "./a-grid.ts";

const ADD_IN = { id: "00000000-0000-4000-8000-000000000001", version: "1.0.0.0" };

function saved(
  sheets: readonly GivenSheet[],
  names: Readonly<Record<string, string>> = {},
  settings: Readonly<Record<string, string>> = {},
): { readonly opened: Opened; readonly part: (name: string) => string } {
  const bytes = saveFile(aGrid(sheets, names, settings), ADD_IN);
  const opened = openFile(bytes);
  if ("unreadable" in opened) throw new Error(opened.unreadable);
  const parts = unzipSync(bytes);
  return { opened, part: (name) => new TextDecoder().decode(parts[name]) };
}

const LIST: GivenSheet = {
  name: "Cases",
  rows: [
    ["Who leads"],
    ["Child ref", "Case status", "Lead professional", "Allocated on", "", "LP check", "LP why"],
    ["EX-1", "CIN", "Hazel Example", 45600, "", "Clear", ""],
    ["EX-2", "CP", "Rowan Example", 45601, "", "Not eligible", "LP-03: no social worker"],
  ],
  formulas: {
    "2,5": { formula: "=LP.CHECK(Allocations[#Headers],Allocations[#Data])", rows: 2 },
    "2,6": { formula: "=LP.WHY(Allocations[#Headers],Allocations[#Data])", rows: 2 },
  },
  tables: [{ name: "Allocations", area: area(1, 0, 3, 4) }],
};

describe("a downloaded file", () => {
  it("opens with the values, tables and names that the grid had", () => {
    const { opened } = saved([LIST, { name: "Other", rows: [["a", true, -1.5, "#N/A", "=1+1"]], isVisible: false }], {
      LP_CheckDate: "45626",
      LP_Policy: '"kent-trial-2024"',
    });
    expect(opened.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Cases", "visible"],
      ["Other", "hidden"],
    ]);
    expect(opened.sheets[0]?.rows[3]?.slice(0, 4)).toEqual(["EX-2", "CP", "Rowan Example", 45601]);
    expect(opened.sheets[1]?.rows).toEqual([["a", true, -1.5, "#N/A", "=1+1"]]);
    expect(opened.sheets[0]?.tables).toMatchObject([{ name: "Allocations", top: 1, left: 0, bottom: 3, right: 3 }]);
    expect([...opened.names]).toEqual([
      ["LP_CheckDate", "45626"],
      ["LP_Policy", '"kent-trial-2024"'],
    ]);
  });

  it("carries what add-ins keep in the workbook, with or without a formula of theirs", () => {
    const kept = {
      LeadProfessional: JSON.stringify({ version: 1, teams: { 'Dover "CSWT" <1> & 2': "dover" } }),
      other: '"text"',
    };
    for (const sheets of [[LIST], [{ name: "Plain", rows: [["a"]] }]]) {
      expect(Object.fromEntries(saved(sheets, {}, kept).opened.settings)).toEqual(kept);
    }
    expect([...saved([LIST]).opened.settings]).toEqual([]);
  });

  it("keeps our formulas as Excel stores them, with what they showed", () => {
    const { opened, part } = saved([LIST]);
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain(
      '<f t="array" ref="F3:F4">_xldudf_LP_CHECK(Allocations[#Headers],Allocations[#Data])</f><v>Clear</v>',
    );
    expect(sheet).toContain("<v>Not eligible</v>");
    expect(part("xl/webextensions/webextension1.xml")).toContain("_xldudf_LP_CHECK");
    expect(opened.sheets[0]?.checkColumns.map(({ formula }) => formula)).toEqual([
      "=LP.CHECK(Allocations[#Headers],Allocations[#Data])",
      "=LP.WHY(Allocations[#Headers],Allocations[#Data])",
    ]);
    expect(opened.formulasAsValues).toBe(0);
  });

  it("has any other formula as the value that it showed, spilled ones too", () => {
    const { part } = saved([
      {
        name: "Sums",
        rows: [
          [3, "x"],
          ["", "y"],
        ],
        formulas: { "0,0": { formula: "=SUM(1,2)" }, "0,1": { formula: '=IF(TRUE,LP.RULE("LP-01"))', rows: 2 } },
      },
    ]);
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).not.toContain("<f");
    expect(
      saved([
        {
          name: "Sums",
          rows: [
            [3, "x"],
            ["", "y"],
          ],
          formulas: { "0,1": { formula: "=UNIQUE(A1:A2)", rows: 2 } },
        },
      ]).opened.sheets[0]?.rows,
    ).toEqual([
      [3, "x"],
      ["", "y"],
    ]);
  });

  it("keeps a formula of ours in a table as an ordinary one", () => {
    const { part } = saved([
      {
        name: "Cases",
        rows: [
          ["Child ref", "Lead", "Due"],
          ["EX-1", "Hazel Example", 45610],
        ],
        formulas: { "1,2": { formula: "=LP.NEXTSUPERVISION(45600)" } },
        tables: [{ name: "Allocations", area: area(0, 0, 2, 3) }],
      },
    ]);
    expect(part("xl/worksheets/sheet1.xml")).toContain("<f>_xldudf_LP_NEXTSUPERVISION(45600)</f><v>45610</v>");
  });

  it("shows dates as dates, by their column or by how the grid showed them", () => {
    const { opened } = saved([{ ...LIST, rows: [...LIST.rows, [], ["born", 40000, 40000]], dates: ["5,1"] }]);
    const dates = opened.sheets[0]?.dates ?? new Set();
    expect([dates.has(cellKey(2, 3)), dates.has(cellKey(5, 1)), dates.has(cellKey(5, 2))]).toEqual([true, true, false]);
  });

  it.each([
    ["two headers alike", ["Ref", "ref"]],
    ["a blank header", ["Ref", ""]],
    ["a number for a header", ["Ref", 2024]],
  ])("has the cells of a table with %s, which Excel would not take", (_, headers) => {
    const { opened } = saved([
      { name: "Cases", rows: [headers, ["EX-1", 1]], tables: [{ name: "Allocations", area: area(0, 0, 2, 2) }] },
    ]);
    expect(opened.sheets[0]?.tables).toEqual([]);
    expect(opened.sheets[0]?.rows[1]).toEqual(["EX-1", 1]);
  });

  it("leaves totals below their table, and names that Excel keeps for itself", () => {
    const { opened } = saved(
      [
        {
          name: "Cases",
          rows: [
            ["Ref", "Cases"],
            ["EX-1", 1],
            ["Total", 1],
          ],
          tables: [{ name: "Allocations", area: area(0, 0, 3, 2), hasTotals: true }],
        },
      ],
      { "_xlnm.Print_Area": "Cases!$A$1", Lost: "#REF!", Kept: "Cases!$A$1" },
    );
    expect(opened.sheets[0]?.tables).toMatchObject([{ bottom: 1 }]);
    expect(opened.sheets[0]?.rows[2]).toEqual(["Total", 1]);
    expect([...opened.names.keys()]).toEqual(["Kept"]);
  });

  it("may be empty", () => {
    expect(saved([{ name: "Sheet1", rows: [] }]).opened.sheets[0]?.rows).toEqual([]);
  });
});

describe("a stored formula", () => {
  it.each([
    ['=LP.RULE("LP.RULE(1)")', '_xldudf_LP_RULE("LP.RULE(1)")'],
    ['=lp.rule("a")&" "&LP.RULE("b")', '_xldudf_LP_RULE("a")&" "&_xldudf_LP_RULE("b")'],
  ])("of %s has our functions under their stored names", (formula, stored) => {
    expect(storedFormula(formula)).toBe(stored);
  });

  it.each(["=SUM(A1)", "=A1", '="LP.RULE(1)"', "=IF(A1,LP.RULE(1),2)", "=XLP.RULE(1)"])(
    "is not made of %s",
    (formula) => {
      expect(storedFormula(formula)).toBeUndefined();
    },
  );

  it("names the functions that it calls", () => {
    expect(storedFunctions('_xldudf_LP_RULE("a(")&_xldudf_LP_LEAD(A1)')).toEqual([
      "_xldudf_LP_RULE",
      "_xldudf_LP_LEAD",
    ]);
  });
});
