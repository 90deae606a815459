import { describe, expect, it } from "vitest";
import { constantOrCell } from "../../xlsx/named-values.ts";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import { read } from "./fixtures.ts";

const formulas = {
  check_date: "45626",
  least: "-1.5E3",
  policy: '"kent ""trial"" 2024"',
  is_trial: "TRUE",
  in_a_cell: "Settings!$B$2",
  in_a_quoted_sheet: "'My Sheet'!$A$1",
  a_blank: "Settings!$Z$99",
  a_range: "Settings!$A$1:$B$2",
  a_sum: "1+1",
  no_such_sheet: "Nowhere!$A$1",
  broken: "#REF!",
};

const workbook = read(
  writeWorkbook({
    sheets: [
      { name: "Settings", rows: [[], ["Policy", "kent-2025"]] },
      { name: "My Sheet", rows: [[7]] },
    ],
    names: Object.entries(formulas).map(([name, formula]) => ({ name, formula })),
  }),
);

describe("a defined name", () => {
  it.each([
    ["check_date", 45626],
    ["least", -1500],
    ["policy", 'kent "trial" 2024'],
    ["is_trial", true],
    ["in_a_cell", "kent-2025"],
    ["in_a_quoted_sheet", 7],
    ["a_blank", ""],
  ])("%s stands for its constant or cell", (name, value) => {
    expect(constantOrCell(workbook, name)).toBe(value);
  });

  it("is found in any case", () => {
    expect(constantOrCell(workbook, "CHECK_Date")).toBe(45626);
  });

  it.each(["a_range", "a_sum", "no_such_sheet", "broken", "not_there"])("%s stands for no single value", (name) => {
    expect(constantOrCell(workbook, name)).toBeUndefined();
  });
});
