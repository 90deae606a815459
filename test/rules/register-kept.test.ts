import { expect, test } from "vitest";
import { isoDay } from "../../rules/dates.ts";
import { EXAMPLE_REGISTER } from "../../rules/example-row.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { registerOf } from "../../rules/register.ts";
import { termsOf } from "../../rules/terms.ts";

const [day, terms] = [isoDay("2024-11-30"), termsOf(kentTrial2024)];

test("a register is read once for as long as policy and day stay the same", () => {
  const source = { practitioners: EXAMPLE_REGISTER };
  const first = registerOf(source, terms, day);
  expect(registerOf(source, terms, day)).toBe(first);
  expect(registerOf(source, terms, day + 1)).not.toBe(first);
  expect(registerOf(source, termsOf(mergePolicy(kentTrial2024, { courses: [] })), day + 1).courses).toEqual([]);
  expect(registerOf({ practitioners: [] }, terms, day).practitioners).toEqual([]);
});
