import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ruleReference } from "../../tools/docs/rule-reference.ts";

test("the rule reference says what the rules say today (npm run docs writes it)", () => {
  expect(readFileSync(new URL("../../rules/README.md", import.meta.url), "utf8")).toBe(ruleReference());
});
