import { describe, expect, it } from "vitest";
import { isoDay } from "../../../rules/dates.ts";
import { createInputsStore } from "../../../addin/checking/check-inputs.ts";
import { NO_WORKBOOK_INPUTS } from "../../../addin/workbook/workbook-inputs.ts";

const keep = () => createInputsStore(isoDay("2024-11-30"));

describe("what checks are made with", () => {
  it("stays the very same while only receipts and marks change in the workbook", () => {
    const { workbook, inputs } = keep();
    const before = inputs.value;
    workbook.value = { ...workbook.value, choices: { ...workbook.value.choices, marks: { s1: ["a"] }, receipts: [] } };
    expect(inputs.value).toBe(before);
  });

  it.each([
    ["the check date", { checkDate: isoDay("2024-12-01") }],
    ["the policy", { policyId: "working-together" }],
    ["a column that was chosen", { choices: { ...NO_WORKBOOK_INPUTS.choices, columns: { Worker: "lead" as const } } }],
    ["a team's text", { choices: { ...NO_WORKBOOK_INPUTS.choices, teams: { "Dover CSWT 1": "dover" } } }],
    ["the register", { register: { headers: ["Name", "Registration"], rows: [["Invented Ann", "none"]] } }],
  ])("changes with %s", (_, change) => {
    const { workbook, inputs } = keep();
    const before = inputs.value;
    workbook.value = { ...workbook.value, ...change };
    expect(inputs.value).not.toBe(before);
  });

  it("changes with the day only where the workbook names none", () => {
    const { workbook, today, inputs } = keep();
    today.value = isoDay("2024-12-01");
    expect(inputs.value.asOf).toBe(isoDay("2024-12-01"));
    workbook.value = { ...workbook.value, checkDate: isoDay("2024-11-30") };
    today.value = isoDay("2024-12-02");
    expect(inputs.value.asOf).toBe(isoDay("2024-11-30"));
  });
});
