import { describe, expect, test } from "vitest";
import { defaultPolicyFor } from "../../rules/default-policy.ts";
import { england2026, kentTrial2024 } from "../../rules/policies/index.ts";
import { sheetOf } from "./sheets.ts";

const teams = (...names: string[]) => sheetOf(names.map((team) => ({ team })));

describe("the policy of a list that no council has spoken for", () => {
  test.each([
    ["every team is Kent's", ["Thanet", "T&M"], "Every team named here is one of Kent's, so"],
    ["Kent's by an alias, and blanks beside it", ["Gravesham", "", " "], "Every team named here is one of Kent's, so"],
    ["half of them are", ["Dover", "Ashford", "East", "West"], "2 of 4 filled team cells name Kent's teams, so"],
  ])("is Kent's where %s", (_what, names, reason) => {
    const found = defaultPolicyFor([teams(...names)]);
    expect(found.policy).toBe(kentTrial2024);
    expect(found.reason).toContain(reason);
  });

  test.each([
    ["no team is named", ["", ""], "No team is named here, so"],
    ["none of them is Kent's", ["East", "#N/A"], "None of 2 filled team cells names a team of Kent's, so"],
    [
      "fewer than half of them are",
      ["Dover", "East", "West"],
      "Only 1 of 3 filled team cells names a team of Kent's, so",
    ],
    [
      "two of five are",
      ["Dover", "Ashford", "East", "West", "North"],
      "Only 2 of 5 filled team cells name a team of Kent's, so",
    ],
  ])("is England's where %s", (_what, names, reason) => {
    const found = defaultPolicyFor([teams(...names)]);
    expect(found.policy).toBe(england2026);
    expect(found.reason).toContain(reason);
  });

  test("is one for all lists of a workbook, and a whole list's own team counts once", () => {
    expect(defaultPolicyFor([teams("East"), teams("Dover", "Dover")]).policy).toBe(kentTrial2024);
    const without = { ...sheetOf([{}, {}, {}], ["childRef", "lead"]), whole: { team: "Dover" } };
    expect(defaultPolicyFor([teams("East"), without]).reason).toContain("1 of 2 filled team cells");
    expect(defaultPolicyFor([sheetOf([{}], ["lead"])]).policy).toBe(england2026);
  });
});
