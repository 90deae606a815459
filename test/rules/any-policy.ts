import fc from "fast-check";
import { toIso } from "../../rules/dates.ts";
import { kentTrial2024, POLICIES } from "../../rules/policies/index.ts";
import { teamsIn, type Policy } from "../../rules/policy.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { day } from "./any-cells.ts";

const days = fc.nat(60);
const months = fc.integer({ min: 1, max: 36 });
const CHANGES = {
  scheme: fc.constantFrom("trial", "adopted"),
  trial: fc.record(
    { end: day("2024-10-05", "2026-12-31").map(toIso), graceDays: days, warnDays: days },
    { requiredKeys: [] },
  ),
  socialWorkerOnly: fc.subarray(["EH", "ASSESS", "CIN", "S47", "CP", "CLA", "CL"]),
  familyHelp: fc.constantFrom("early-help", "own-status"),
  statuses: fc.subarray([
    { code: "CIN", aliases: ["Tier 4", "banana"] },
    { code: "CP", aliases: ["Red"] },
  ]),
  overseen: fc.subarray(["EH", "FH", "ASSESS", "CIN"]),
  unallocatedDays: days,
  registrationGraceDays: days,
  registrationWarnDays: days,
  snapshotDueDays: days,
  acceptMonths: months,
  caseWeights: fc.record({ CIN: fc.nat(3), CP: fc.nat(5) }, { requiredKeys: [] }),
  supervision: fc.record(
    { every: fc.oneof(fc.record({ months }), fc.record({ days: fc.integer({ min: 1, max: 90 }) })), dueSoonDays: days },
    { requiredKeys: [] },
  ),
  courses: fc.subarray([
    ...kentTrial2024.courses,
    { name: "Chairing", from: "2024-12-01" },
    { name: "__proto__", from: "2024-01-01" },
  ]),
  assessmentByOthers: fc.boolean(),
  jointVisitWorkingDays: days,
  concernWorkingDays: days,
  escalationWorkingDays: days,
  validMonths: fc.record({ assessment: months, sharing: months, signOff: months }, { requiredKeys: [] }),
  childRefPattern: fc.constantFrom("^\\d+$", "^[A-Z]-", "."),
  rulesOff: fc.subarray(["LP-01", "LP-03", "LP-13", "LP-16", "LP-24", "LP-30"]),
  serviceManagers: fc.subarray([
    { team: "thanet", name: "Sue Servicemanager" },
    { team: "maidstone", name: "Mo Servicemanager" },
  ]),
};

/** A shipped policy with any valid changes. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .tuple(fc.constantFrom(...POLICIES), fc.record(CHANGES, { requiredKeys: [] }))
  .map(([policy, changes]) => mergePolicy(policy, changes))
  .map((policy) => ({
    ...policy,
    serviceManagers: policy.serviceManagers.filter(({ team }) => teamsIn(policy).some(({ id }) => id === team)),
  }));

export const anyDay = fc.oneof(
  { weight: 4, arbitrary: day("2024-09-01", "2025-07-31") },
  { weight: 1, arbitrary: day("1900-01-01", "2100-12-31") },
);
