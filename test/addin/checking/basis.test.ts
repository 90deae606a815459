import { describe, expect, it } from "vitest";
import { isoDay } from "../../../rules/dates.ts";
import { keepBasis } from "../../../addin/checking/basis.ts";
import { WORKBOOK_SAYS_NOTHING } from "../../../addin/workbook/workbook-says.ts";

const keep = () => keepBasis(isoDay("2024-11-30"));

describe("what checks are made with", () => {
  it("stays the very same while only receipts and marks change in the workbook", () => {
    const { workbook, basis } = keep();
    const before = basis.value;
    workbook.value = { ...workbook.value, choices: { ...workbook.value.choices, marks: { s1: ["a"] }, receipts: [] } };
    expect(basis.value).toBe(before);
  });

  it.each([
    ["the check date", { checkDate: isoDay("2024-12-01") }],
    ["the policy", { policyId: "working-together" }],
    [
      "a column that was chosen",
      { choices: { ...WORKBOOK_SAYS_NOTHING.choices, columns: { Worker: "lead" as const } } },
    ],
    ["a team's text", { choices: { ...WORKBOOK_SAYS_NOTHING.choices, teams: { "Dover CSWT 1": "dover" } } }],
    ["the register", { register: { headers: ["Name", "Registration"], rows: [["Invented Ann", "none"]] } }],
  ])("changes with %s", (_, change) => {
    const { workbook, basis } = keep();
    const before = basis.value;
    workbook.value = { ...workbook.value, ...change };
    expect(basis.value).not.toBe(before);
  });

  it("changes with the day only where the workbook names none", () => {
    const { workbook, today, basis } = keep();
    today.value = isoDay("2024-12-01");
    expect(basis.value.asOf).toBe(isoDay("2024-12-01"));
    workbook.value = { ...workbook.value, checkDate: isoDay("2024-11-30") };
    today.value = isoDay("2024-12-02");
    expect(basis.value.asOf).toBe(isoDay("2024-11-30"));
  });
});
