import { describe, expect, it } from "vitest";
import { isoDay } from "../../../rules/dates.ts";
import { checkDateOf, meaningOf, policyIdOf } from "../../../addin/workbook/names.ts";

describe("what a name stands for", () => {
  it.each([
    ["=45626", 45626],
    ["= 4.5E4", 45000],
    ['="kent-trial-2024"', "kent-trial-2024"],
    ['="a ""b"""', 'a "b"'],
  ])("%s is a constant", (formula, value) => {
    expect(meaningOf(formula)).toEqual({ kind: "constant", value });
  });

  it("is a cell where it points to one", () => {
    expect(meaningOf("='My notes'!$B$2")).toEqual({ kind: "cell", at: { sheet: "My notes", row: 1, column: 1 } });
  });

  it.each(["=Notes!$A$1:$B$2", "=TODAY()", "=[1]Book!$A$1", "", null])(
    "is something else for %o, which nobody guesses at",
    (formula) => {
      expect(meaningOf(formula).kind).toBe("other");
    },
  );
});

describe("the check date", () => {
  it("is a serial number by the workbook's own calendar, or a text that is a date", () => {
    expect(checkDateOf(45626, true, false)).toEqual({ value: isoDay("2024-11-30") });
    expect(checkDateOf(45626 - 1462, true, true)).toEqual({ value: isoDay("2024-11-30") });
    expect(checkDateOf("30/11/2024", true, false)).toEqual({ value: isoDay("2024-11-30") });
  });

  it("is today's, without a word, where there is no name or its cell is blank", () => {
    expect(checkDateOf(undefined, false, false)).toEqual({ value: undefined });
    expect(checkDateOf("", true, false)).toEqual({ value: undefined });
  });

  it.each([undefined, "soon", -1, true, "11/30/2024"])("is today's, and said so, where the name is %o", (value) => {
    const { value: day, problem } = checkDateOf(value, true, false);
    expect(day).toBeUndefined();
    expect(problem).toContain("LP_CheckDate");
  });
});

describe("the policy", () => {
  it("is the text of the name", () => {
    expect(policyIdOf(" kent-trial-2024 ", true)).toEqual({ value: "kent-trial-2024" });
    expect(policyIdOf(undefined, false)).toEqual({ value: undefined });
  });

  it.each([7, undefined, "  "])("is the usual one, and said so, where the name is %o", (value) => {
    expect(policyIdOf(value, true).problem).toContain("LP_Policy");
  });
});
