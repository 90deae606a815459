import { describe, expect, it } from "vitest";
import { meaningOf } from "../../../addin/workbook/names.ts";

/** A name as Excel tells of it. */
const named = (
  formula: string,
  more: Partial<Parameters<typeof meaningOf>[0]> = {},
): Parameters<typeof meaningOf>[0] => ({ isNullObject: false, formula, type: "Error", value: "#NAME?", ...more });

describe("what a name stands for", () => {
  it.each([
    ["=45626", 45626],
    ["= 4.5E4", 45000],
    ['="kent-trial-2024"', "kent-trial-2024"],
    ['="a ""b"""', 'a "b"'],
    ["=DATE(2024,11,30)", 45626],
  ])("%s is a value", (formula, value) => {
    expect(meaningOf(named(formula), false)).toEqual({ kind: "value", value: { value } });
  });

  it("counts its days as the workbook does", () => {
    expect(meaningOf(named("=DATE(2024,11,30)"), true)).toEqual({ kind: "value", value: { value: 44164 } });
  });

  it("is a cell where it points to one", () => {
    expect(meaningOf(named("='My notes'!$B$2"), false)).toMatchObject({
      kind: "cell",
      at: { sheet: "My notes", row: 1, column: 1 },
    });
  });

  it("is what Excel has made of any other formula", () => {
    const name = named("=EOMONTH(Notes!$A$1,0)", { type: "Double", value: 45626 });
    expect(meaningOf(name, false)).toEqual({ kind: "value", value: { value: 45626 } });
  });

  it.each(["=Notes!$A$1:$B$2", "=#REF!", "=[1]Book!$A$1", ""])(
    "is unknown for %o, which nobody guesses at",
    (formula) => {
      expect(meaningOf(named(formula), false)).toEqual({
        kind: "value",
        value: { unknown: formula.replace(/^=/, "") },
      });
    },
  );

  it("is missing where the workbook has no such name", () => {
    expect(meaningOf(named("", { isNullObject: true }), false)).toEqual({ kind: "missing" });
  });
});
