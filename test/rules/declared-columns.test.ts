import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { WITH_EXAMPLES } from "../../rules/catalogue/examples.ts";
import { check } from "../../rules/check.ts";
import { isoDay } from "../../rules/dates.ts";
import { EXAMPLE_DAY, EXAMPLE_REGISTER } from "../../rules/example-row.ts";
import { FIELD_IDS, type FieldId } from "../../rules/fields.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import type { Rule } from "../../rules/rule.ts";
import type { RuleId } from "../../rules/rule-ids.ts";
import { sheetOf } from "./sheets.ts";

const isField = (key: PropertyKey): key is FieldId => FIELD_IDS.some((id) => id === key);

/** The catalogue, each rule noting which fields of a row it looks at. */
function watched(seen: Map<RuleId, Set<FieldId>>): Rule[] {
  return CATALOGUE.map((rule) => ({
    ...rule,
    check: (row, context) => {
      const looking = new Proxy(row, {
        get(target, key, receiver): unknown {
          if (isField(key)) seen.set(rule.id, (seen.get(rule.id) ?? new Set()).add(key));
          return Reflect.get(target, key, receiver);
        },
      });
      return rule.check(looking, context);
    },
  }));
}

/** What a rule says that it reads: its columns, and those that decide which rows are its. */
const declared = (rule: Rule): Set<FieldId> =>
  new Set<FieldId>([
    ...rule.starts,
    ...rule.answers,
    ...(rule.pairs ?? []).flat(),
    ...(rule.reads ?? []),
    ...(rule.looksAt ?? []),
    ...rule.breaches.flatMap(({ words }) => [...(words.needs ?? []), ...(words.reads ?? [])]),
    "lead",
    "status",
  ]);

const seen = new Map<RuleId, Set<FieldId>>();
for (const [, examples] of WITH_EXAMPLES) {
  for (const { set = {}, more = [], asOf = EXAMPLE_DAY, policy = {}, service } of examples) {
    check(sheetOf([set, ...more]), {
      asOf: isoDay(asOf),
      policy: mergePolicy(kentTrial2024, policy),
      register: { practitioners: EXAMPLE_REGISTER },
      service,
      rules: watched(seen),
    });
  }
}

/** The rules about the data look at every cell. */
const ABOUT_CELLS = ["LP-31", "LP-32", "LP-33", "LP-34"];

describe("every rule reads no more columns than it declares", () => {
  test.each(
    CATALOGUE.filter(({ id, isFromService }) => !ABOUT_CELLS.includes(id) && !isFromService).map(
      (rule) => [rule.id, rule] as const,
    ),
  )("%s", (id, rule) => {
    const looked = [...(seen.get(id) ?? [])];
    expect(looked.filter((field) => !declared(rule).has(field))).toEqual([]);
    expect(looked.length).toBeGreaterThan(0);
  });
});
