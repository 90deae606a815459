import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { policyProblems } from "../../../rules/policy-check.ts";
import { POLICIES } from "../../../rules/policies/index.ts";
import { policyRows } from "../../../rules/policy-table/policy-rows.ts";
import { readPolicyTable } from "../../../rules/policy-table/read-policy-table.ts";
import type { PolicyRow } from "../../../rules/policy-table/row.ts";
import type { Policy } from "../../../rules/policy.ts";
import { termsOf } from "../../../rules/terms.ts";
import { runs } from "../any-cells.ts";
import { anyPolicy } from "../any-policy.ts";
import { anyCouncilPolicy, anyRows } from "./any-rows.ts";

const asRows = (policy: Policy): PolicyRow[] =>
  policyRows(policy).map(([setting, value, alsoCalled], at) => ({ row: at + 4, setting, value, alsoCalled }));

describe("a policy that was written into a table and read again", () => {
  test.each(POLICIES.map((policy) => [policy.title, policy] as const))("is '%s' itself", (_title, policy) => {
    for (const usual of POLICIES) {
      const read = readPolicyTable(asRows(policy), { usual });
      expect(read).toEqual({ policy, basedOn: policy, unusable: [], remarks: [], saysOfTrial: true });
      expect(read.policy).toBe(policy);
    }
  });

  test("is the same with any valid changes of a shipped one, but for its name", () => {
    fc.assert(
      fc.property(anyPolicy, fc.constantFrom(...POLICIES), (policy, usual) => {
        const read = readPolicyTable(asRows(policy), { usual });
        expect(read.unusable).toEqual([]);
        const shipped = POLICIES.find(({ id }) => id === policy.id);
        const isChanged = read.policy !== shipped;
        expect(read.policy).toEqual({
          ...policy,
          ...(isChanged && { id: "workbook", title: `${policy.title}, changed in this workbook` }),
        });
      }),
      runs(200),
    );
  });

  test("is the same, by its hash too, where a council has teams, roles and statuses of its own", () => {
    fc.assert(
      fc.property(anyCouncilPolicy, fc.constantFrom(...POLICIES), (policy, usual) => {
        expect(policyProblems(policy)).toEqual([]);
        const read = readPolicyTable(asRows(policy), { usual });
        expect(read.unusable).toEqual([]);
        expect(read.policy).toEqual(policy);
        expect(termsOf(read.policy).hash).toBe(termsOf(policy).hash);
      }),
      runs(200),
    );
  });
});

describe("any rows at all", () => {
  test("make a policy that can be used, and each row that does not count is named once", () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...POLICIES), (rows, usual) => {
        const { policy, unusable } = readPolicyTable(rows, { usual });
        expect(policyProblems(policy)).toEqual([]);
        expect(new Set(unusable.map(({ row }) => row)).size).toBe(unusable.length);
        for (const { reason } of unusable) expect(reason).toMatch(/^['A-Z].*[.?]$/s);
        // What is left out makes no difference to the rest.
        const isLeftOut = new Set(unusable.map(({ row }) => row));
        const again = readPolicyTable(
          rows.filter(({ row }) => !isLeftOut.has(row)),
          { usual },
        );
        expect(again.unusable).toEqual([]);
        expect(again.policy).toEqual(policy);
      }),
      runs(400),
    );
  });
});
