import { describe, expect, test } from "vitest";
import { england2026, kentTrial2024 } from "../../../rules/policies/index.ts";
import { policyRows } from "../../../rules/policy-table/policy-rows.ts";

describe("the rows of a policy", () => {
  test("say what it is based on first, and nothing of a name that is not its own", () => {
    const rows = policyRows(england2026);
    expect(rows[0]).toEqual(["based on", "England 2026", ""]);
    expect(rows.some(([setting]) => setting === "title" || setting === "id")).toBe(false);
    expect(rows).toContainEqual(["role", "early-help", "Personal Adviser; personal advisor"]);
    expect(rows).toContainEqual([
      "role",
      "social-worker, newly qualified",
      expect.stringMatching(/^Newly Qualified Social Worker; NQSW/) as string,
    ]);
    expect(rows).toContainEqual(["supervision", "1 month", ""]);
  });

  test("name the policy where it has a name of its own, and what it switches on again", () => {
    const rows = policyRows(
      {
        ...england2026,
        id: "northtown",
        title: "Northtown",
        rulesOff: [],
        overseen: [],
        statuses: [{ code: "CP", aliases: [] }],
        supervision: { every: { days: 28 }, dueSoonDays: 7 },
      },
      kentTrial2024,
    );
    expect(rows.slice(0, 3)).toEqual([
      ["based on", "Kent trial 2024", ""],
      ["id", "northtown", ""],
      ["title", "Northtown", ""],
    ]);
    expect(rows).toContainEqual(["overseen", "none", ""]);
    expect(rows).toContainEqual(["supervision", "28 days", ""]);
    expect(policyRows({ ...england2026, rulesOff: [] })).toContainEqual(["rule on", "LP-18", ""]);
    expect(policyRows({ ...england2026, id: "ours" })[0]).toEqual(["based on", "England 2026", ""]);
  });
});
