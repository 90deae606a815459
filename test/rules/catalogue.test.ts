import { describe, expect, test } from "vitest";
import { WITH_EXAMPLES } from "../../rules/catalogue/examples.ts";
import { checkExample } from "../../rules/example-check.ts";
import { keyOf } from "../../rules/finding.ts";
import { RULE_IDS } from "../../rules/rule-ids.ts";

test("the catalogue has every rule, in order", () => {
  expect(WITH_EXAMPLES.map(([rule]) => rule.id)).toEqual(RULE_IDS);
});

describe.each(WITH_EXAMPLES.map(([rule, examples]) => ({ id: rule.id, rule, examples })))(
  "$id",
  ({ rule, examples }) => {
    test.each(examples.map((example) => [example.name, example] as const))("%s", (_name, example) => {
      const checked = checkExample(example);
      const findings = [...(checked.rows[0]?.findings ?? []), ...checked.sheet];
      const own = findings.filter((finding) => finding.rule === rule.id);
      expect(own.map((finding) => finding.breach).sort()).toEqual([...example.expect].sort());
      for (const finding of own) {
        expect(finding.message, keyOf(finding)).toMatch(/^\S.*[.!]$/);
        expect(finding.nextStep, keyOf(finding)).toMatch(/^[A-Z]\S* .*[.!]$/);
        expect(finding.message + finding.nextStep).not.toMatch(/undefined|NaN|Infinity|\[object/);
      }
    });

    test("has an example that is met, one of a blank, and one for every breach", () => {
      const keys = new Set(examples.flatMap((example) => example.expect));
      const breaches = [...rule.breaches.map(({ key }) => key), ...(rule.must ? ["no-column"] : [])];
      expect([...keys].sort()).toEqual(breaches.sort());
      expect(examples.some((example) => example.expect.length === 0)).toBe(true);
      expect(examples.some((example) => example.isBlank)).toBe(true);
    });

    test("names each example once", () => {
      expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
    });
  },
);
