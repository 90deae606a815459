import { describe, expect, it } from "vitest";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import type { CellModel, SheetModel, WorkbookModel } from "../../xlsx/writing/model.ts";

const writing =
  (sheet: Partial<SheetModel>, rest: Partial<WorkbookModel> = {}) =>
  (): Uint8Array =>
    writeWorkbook({
      sheets: [
        {
          name: "Data",
          rows: [
            ["a", "b"],
            [1, 2],
            [3, 4],
          ],
          ...sheet,
        },
      ],
      ...rest,
    });
const cell = (model: CellModel): (() => Uint8Array) => writing({ rows: [[model]] });
const error = { title: "No", message: "No." };

describe("the writer refuses", () => {
  it.each([
    ["a sheet name that is too long", writing({ name: "x".repeat(32) }), "1 to 31"],
    ["an empty sheet name", writing({ name: "" }), "1 to 31"],
    ["a sheet name with a slash", writing({ name: "a/b" }), "does not allow"],
    ["a sheet name in apostrophes", writing({ name: "'a" }), "apostrophe"],
    ["a sheet name that Excel keeps", writing({ name: "History" }), "keeps"],
    [
      "two sheets of one name",
      () =>
        writeWorkbook({
          sheets: [
            { name: "A", rows: [] },
            { name: "a", rows: [] },
          ],
        }),
      "twice",
    ],
    ["no sheet that can be seen", writing({ visibility: "hidden" }), "can be seen"],
    ["a name that is an address", writing({}, { names: [{ name: "AB12", formula: "1" }] }), "address"],
    ["a name in the other address style", writing({}, { names: [{ name: "R1C1", formula: "1" }] }), "address"],
    ["a name with a space", writing({}, { names: [{ name: "a b", formula: "1" }] }), "does not allow"],
    [
      "a name that a table has",
      writing({ tables: [{ name: "t_x", range: "A1:B3" }] }, { names: [{ name: "T_X", formula: "1" }] }),
      "twice",
    ],
    ["a table without rows", writing({ tables: [{ name: "t_x", range: "A1:B1" }] }), "no row below"],
    ["a table with a blank header", writing({ tables: [{ name: "t_x", range: "A1:C3" }] }), "not a text"],
    [
      "a table with a header twice",
      writing({ rows: [["a", "A"], []], tables: [{ name: "t_x", range: "A1:B2" }] }),
      "twice",
    ],
    ["a table with a number for a header", writing({ tables: [{ name: "t_x", range: "A2:B3" }] }), "not a text"],
    [
      "a table over another",
      writing({
        tables: [
          { name: "t_x", range: "A1:B3" },
          { name: "t_y", range: "B1:B2" },
        ],
      }),
      "overlaps",
    ],
    ["a table with merged cells", writing({ tables: [{ name: "t_x", range: "A1:B3" }], merges: ["A2:A3"] }), "merged"],
    ["merged cells over others", writing({ merges: ["A2:A3", "A3:B3"] }), "overlap"],
    [
      "a formula for a column that is not there",
      writing({ tables: [{ name: "t_x", range: "A1:B3", calculatedColumns: { c: "1" } }] }),
      "no column",
    ],
    [
      "a formula that spills in a table",
      writing({ rows: [["a"], [{ formula: "B1:B2", spill: [[1], [2]] }]], tables: [{ name: "t_x", range: "A1:A3" }] }),
      "spills",
    ],
    ["a spill over a cell", writing({ rows: [[{ formula: "B1:B2", spill: [[1], [2]] }], ["x"]] }), "not blank"],
    ["a spill that is no rectangle", cell({ formula: "B1:B2", spill: [[1, 2], [3]] }), "rectangle"],
    ["a formula with an equals sign", cell({ formula: "=1", value: 1 }), 'begins with "="'],
    ["a number that is none", cell(Number.NaN), "cannot stand"],
    ["a text longer than a cell", cell("x".repeat(32_768)), "longer than a cell"],
    ["a style that is not there", cell({ value: 1, style: "gone" }), "no style"],
    ["a colour by name", writing({ tabColour: "red" }), "RRGGBB"],
    ["a range that is none", writing({ merges: ["A:B"] }), "not a range"],
    [
      "a list with a comma",
      writing({ validations: [{ range: "A1", allow: { kind: "list", items: ["a,b"] }, error }] }),
      "commas",
    ],
    [
      "a list too long to stand in the cell's rule",
      writing({ validations: [{ range: "A1", allow: { kind: "list", items: ["x".repeat(256)] }, error }] }),
      "255",
    ],
    [
      "a message that Excel would cut off",
      writing({
        validations: [
          { range: "A1", allow: { kind: "list", items: ["a"] }, error: { title: "x".repeat(33), message: "" } },
        ],
      }),
      "32",
    ],
    [
      "a function by the name that cells show",
      writing({}, { addIn: { id: "x", version: "1", customFunctionIds: ["LP.CHECK"] } }),
      "as Excel stores it",
    ],
  ])("%s", (_, write, words) => {
    expect(write).toThrow(words);
  });
});
