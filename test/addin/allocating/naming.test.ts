import { describe, expect, it } from "vitest";
import { namedInWords, namingOf } from "../../../addin/allocating/naming.ts";
import { isReasonCode, REASON_CODES, type ReasonCode } from "../../../addin/allocating/reason-codes.ts";
import { readFilled } from "../../../rules/read.ts";
import { columnsWithout } from "../../rules/sheets.ts";
import { casesWith, optionFor, type CasesGiven } from "./cases.ts";

const name = (who: string, reason?: ReasonCode, given: CasesGiven = {}, row = {}) => {
  const { list, inputs } = casesWith(row, given);
  return namingOf(list, inputs, 0, { option: optionFor(who, row, given), reason });
};

describe("naming somebody as lead", () => {
  it("changes the lead, the date of allocation and the reason, each in the row's own cell", () => {
    const { changes } = name("Sam Assistant", "capacity");
    expect(changes.map(({ address, header, before, after }) => [address, header, before, after])).toEqual([
      ["H2", "Lead professional", "Kim Socialworker", "Sam Assistant"],
      ["K2", "Allocated on", "2024-10-14", "30 Nov 2024"],
      ["P2", "Reason for choice", "yes", "capacity"],
    ]);
    expect(changes.map(({ value, isDate }) => [value, isDate])).toEqual([
      ["Sam Assistant", false],
      [45_626, true],
      ["capacity", false],
    ]);
  });

  it("leaves the reason as it is where none was chosen, and says what is left from before", () => {
    const { changes, left } = name("Sam Assistant");
    expect(changes.map(({ address }) => address)).toEqual(["H2", "K2"]);
    expect(left).toEqual(["Lead agreed on", "Allocated by", "Reason for choice"]);
  });

  it("writes nothing for which the sheet has no column, and says so", () => {
    const { changes, without } = name("Sam Assistant", "other", { fields: columnsWithout("rationale", "leadFrom") });
    expect(changes.map(({ header }) => header)).toEqual(["Lead professional"]);
    expect(without).toEqual(["Allocated on", "Reason for choice"]);
  });

  it("writes the staff number of someone whose name somebody else has too", () => {
    expect(name("Jo Twin (J2)").changes[0]).toMatchObject({ value: "J2", after: "J2" });
  });

  it("does not write a cell that holds the same already", () => {
    expect(name("Sam Assistant", undefined, {}, { leadFrom: 45_626 }).changes.map(({ address }) => address)).toEqual([
      "H2",
    ]);
  });

  it("stands on the child ref and the lead as they were read", () => {
    expect(name("Sam Assistant").standing).toEqual([
      { row: 1, column: 0, was: "C-1001" },
      { row: 1, column: 7, was: "Kim Socialworker" },
    ]);
  });

  it("says what was done and how to take it back by hand", () => {
    expect(namedInWords(name("Sam Assistant", "capacity", {}, { leadFrom: 45_579, rationale: "" }))).toBe(
      "Row 2: Sam Assistant is named as lead. To take it back: enter Kim Socialworker in H2, enter 14 Oct 2024 in K2 and clear P2.",
    );
  });
});

describe("the codes of reasons", () => {
  it("are read as a reason by the check, each of them", () => {
    for (const code of Object.keys(REASON_CODES)) expect(readFilled(code), code).toBe("yes");
  });

  it("are told from any other text", () => {
    expect([isReasonCode("capacity"), isReasonCode(""), isReasonCode("toString")]).toEqual([true, false, false]);
  });
});
