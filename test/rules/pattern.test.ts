import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { patternOf, patternProblem } from "../../rules/pattern/index.ts";
import { kentTrial2024, POLICIES } from "../../rules/policies/index.ts";
import { policyFromStored } from "../../rules/policy-stored.ts";
import { policyProblems } from "../../rules/policy-check.ts";

const chars = fc.constantFrom("a", "B", "1", "-", "/", " ", ".", "💥");
const atom: fc.Arbitrary<string> = fc.constantFrom(
  "a",
  "B",
  "1",
  "\\d",
  "\\D",
  "\\w",
  "\\S",
  "\\s",
  ".",
  "[a-cB]",
  "[^a1]",
  "[\\d-]",
  "[A-Z/-]",
  "\\/",
  "\\.",
);
const repeat = fc.constantFrom("", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "+?");
const pattern = fc.letrec<{ choice: string; sequence: string; term: string }>((tie) => ({
  term: fc.oneof(
    { depthSize: "small" },
    fc.tuple(atom, repeat).map((both) => both.join("")),
    fc.tuple(tie("choice"), repeat).map(([inner, times]) => `(?:${inner})${times}`),
  ),
  sequence: fc.array(tie("term"), { minLength: 1, maxLength: 3 }).map((terms) => terms.join("")),
  choice: fc.array(tie("sequence"), { minLength: 1, maxLength: 2 }).map((sequences) => sequences.join("|")),
}));
const framed = fc.oneof(
  pattern.choice,
  pattern.choice.map((inner) => `^(?:${inner})$`),
  pattern.sequence.map((inner) => `^${inner}`),
  fc.tuple(pattern.choice, pattern.sequence).map(([ahead, inner]) => `^(?=${ahead})${inner}$`),
  fc.tuple(pattern.choice, pattern.sequence).map(([ahead, inner]) => `^(?!${ahead})${inner}`),
);

describe("a pattern of a policy", () => {
  test("means what a regular expression means", () => {
    fc.assert(
      fc.property(framed, fc.array(chars, { maxLength: 7 }), (source, letters) => {
        fc.pre(patternProblem(source) !== "must be shorter, or repeat less");
        const text = letters.join("");
        expect(patternOf(source)(text)).toBe(new RegExp(source, "u").test(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(POLICIES.map(({ id, childRefPattern }) => ({ id, childRefPattern })))("of $id is taken", (shipped) => {
    expect(patternProblem(shipped.childRefPattern)).toBeUndefined();
    expect(patternOf(shipped.childRefPattern)("C-1001")).toBe(true);
    expect(patternOf(shipped.childRefPattern)("Ann Example")).toBe(false);
  });

  test.each([
    "^(?:[A-Z]+-?)+\\d+$",
    "^([A-Z]+-?)+\\d$",
    "^(\\w+\\s?)*\\d$",
    "^(a|a)*$",
    "^(?:[A-Z0-9]+[-/]?)+$",
    "(.*)*(.*)*x$",
  ])("answers at once, however it repeats: %s", (source) => {
    const matches = patternOf(source);
    expect(matches(`${"A".repeat(20_000)}!`)).toBe(false);
    expect(matches(`${"-".repeat(20_000)}!`)).toBe(false);
  });

  test.each([
    ["(", "is not closed"],
    ["a)", "closes nothing"],
    ["^a)", "closes nothing"],
    ["*", "stands alone"],
    ["[b-a]", "runs backwards"],
    ["[a", "ends too soon"],
    ["a{2,1}", "count in braces"],
    ["(a)\\1", "refer back"],
    ["a(?=b)", "may look ahead only"],
    ["(?<=a)b", "may look ahead only"],
    ["^(?=a)b|c", "alternatives in brackets"],
    ["\\p{L}", "must not use \\p"],
    ["\\bC", "must not use \\b"],
    ["(?:a{1000}){1000}", "repeat less"],
    ["a{5000}", "more than 1000 times"],
  ])("that is none, or is not taken, is told what it has: %s", (source, says) => {
    expect(patternProblem(source)).toContain(says);
  });

  test("of a policy stored earlier that is not taken any more gives way to refs with a digit, and the policy is read", () => {
    const read = policyFromStored({ ...kentTrial2024, childRefPattern: "^\\p{Lu}\\d+$" });
    expect(policyProblems(read)).toEqual([]);
    expect(read).toMatchObject({ childRefPattern: kentTrial2024.childRefPattern });
    expect(policyFromStored({ ...kentTrial2024, childRefPattern: "^\\d{7}$" })).toMatchObject({
      childRefPattern: "^\\d{7}$",
    });
  });
});
