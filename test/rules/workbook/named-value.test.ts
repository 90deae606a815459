import { describe, expect, it } from "vitest";
import { isoDay } from "../../../rules/dates.ts";
import { NOT_CALCULATED } from "../../../rules/read.ts";
import { checkDateOf, policyNameOf } from "../../../rules/workbook/named-value.ts";

describe("the check date that a workbook names", () => {
  const day = isoDay("2024-11-30");

  it("is a serial number by the workbook's own calendar, or a text that is a date", () => {
    expect(checkDateOf({ value: 45626 }, false)).toEqual({ day });
    expect(checkDateOf({ value: 45626 - 1462 }, true)).toEqual({ day });
    expect(checkDateOf({ value: "30/11/2024" }, false)).toEqual({ day });
  });

  it("is none where there is no name", () => {
    expect(checkDateOf(undefined, false)).toBeUndefined();
  });

  it.each([
    [{ value: "" }, "a blank cell"],
    [{ value: "soon" }, "a text"],
    [{ value: -1 }, "-1"],
    [{ value: true }, "a text"],
    [{ value: "11/30/2024" }, "a text"],
    [{ value: "#N/A" }, "#N/A"],
    [{ value: NOT_CALCULATED }, "a formula that was never calculated"],
    [{ unknown: "#REF!" }, "the formula #REF!, whose result is not known"],
  ])("is refused, and never taken for today, where it is %j", (named, shown) => {
    expect(checkDateOf(named, false)).toBe(`The workbook's name LP_CheckDate is ${shown}, which is no date.`);
  });
});

describe("the policy that a workbook names", () => {
  it("is the text of the name", () => {
    expect(policyNameOf({ value: " kent-trial-2024 " })).toEqual({ id: "kent-trial-2024" });
    expect(policyNameOf(undefined)).toBeUndefined();
  });

  it.each([{ value: 7 }, { value: "  " }, { value: "#REF!" }, { unknown: "Gone!$A$1" }])(
    "names none where it is %j, and says so",
    (named) => {
      expect(policyNameOf(named)).toContain("LP_Policy");
    },
  );
});
