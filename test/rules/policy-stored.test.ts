import { describe, expect, test } from "vitest";
import { england2026, kentTrial2024, POLICIES } from "../../rules/policies/index.ts";
import { policyProblems } from "../../rules/policy-check.ts";
import { policyFromStored } from "../../rules/policy-stored.ts";

const LATER = [
  "about",
  "familyHelp",
  "statuses",
  "overseen",
  "unallocatedDays",
  "registrationGraceDays",
  "registrationWarnDays",
  "snapshotDueDays",
  "acceptMonths",
  "caseWeights",
  "outOfHours",
];
/** As the first release stored it. */
const stored = (overseeEarlyHelp: boolean) => ({
  ...Object.fromEntries(Object.entries(kentTrial2024).filter(([key]) => !LATER.includes(key))),
  overseeEarlyHelp,
});

describe("a policy stored before a setting existed", () => {
  test("can be used, and is read with the setting's default", () => {
    const read = policyFromStored(stored(false));
    expect(policyProblems(read)).toEqual([]);
    expect(read).toMatchObject({
      familyHelp: "own-status",
      unallocatedDays: 14,
      registrationGraceDays: 14,
      registrationWarnDays: 90,
      snapshotDueDays: 5,
      acceptMonths: 3,
      caseWeights: {},
      statuses: [],
    });
  });

  test("oversees what it oversaw, and family help, which may hold section 17 work", () => {
    expect(policyFromStored(stored(false))).toMatchObject({ overseen: ["FH", "ASSESS", "CIN"] });
    expect(policyFromStored(stored(true))).toMatchObject({ overseen: ["EH", "FH", "ASSESS", "CIN"] });
    expect(policyFromStored({ ...stored(true), familyHelp: "early-help" })).toMatchObject({
      overseen: ["EH", "ASSESS", "CIN"],
    });
  });

  test("has no setting that there is no more", () => {
    expect(policyFromStored({ ...england2026, overseeEarlyHelp: true })).toEqual({
      ...england2026,
      overseen: ["EH", ...england2026.overseen],
    });
  });
});

test("a policy of today is read as it stands", () => {
  for (const policy of POLICIES) expect(policyFromStored(policy)).toEqual(policy);
});

test.each([[null], ["trial"], [[]]])("%j is no policy and stays what it is", (value) => {
  expect(policyFromStored(value)).toBe(value);
});

test("what stands in for a setting is checked as it is", () => {
  expect(policyProblems(policyFromStored({ ...kentTrial2024, overseen: "CIN" }))).toEqual(["overseen must be a list"]);
});
