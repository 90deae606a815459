import { describe, expect, test } from "vitest";
import { checkExample } from "../../rules/example-check.ts";
import {
  keyOf,
  severityRank,
  SHOWN_AS,
  verdictOf,
  worstFirst,
  type Finding,
  type Severity,
} from "../../rules/finding.ts";
import { breach } from "../../rules/rule.ts";
import { RULE_IDS, isRuleId, DATA_RULE_IDS } from "../../rules/rule-ids.ts";

const finding = (rule: Finding["rule"], severity: Severity): Finding => ({
  rule,
  severity,
  breach: "x",
  fields: [],
  message: "M.",
  nextStep: "N.",
});
const sorted = (...findings: Finding[]): string[] =>
  findings.toSorted(worstFirst).map(({ rule, severity }) => `${rule} ${severity}`);

describe("findings", () => {
  test("come worst first", () => {
    expect(
      sorted(
        finding("LP-01", "advice"),
        finding("LP-34", "check"),
        finding("LP-20", "action"),
        finding("LP-08", "not-eligible"),
      ),
    ).toEqual(["LP-08 not-eligible", "LP-20 action", "LP-34 check", "LP-01 advice"]);
  });

  test("of one severity begin with the concern, then who leads, then the order of the catalogue", () => {
    const [first, ...others] = RULE_IDS.map((id) => finding(id, "action"))
      .reverse()
      .sort(worstFirst)
      .map(({ rule }) => rule);
    expect([first, ...others.slice(0, 4)]).toEqual(["LP-28", "LP-01", "LP-03", "LP-02", "LP-04"]);
    expect(others.slice(2)).toEqual(RULE_IDS.filter((id) => !["LP-28", "LP-01", "LP-03"].includes(id)));
  });

  test("of one rule and severity keep their order", () => {
    expect(worstFirst(finding("LP-16", "action"), finding("LP-16", "action"))).toBe(0);
  });

  test("make the verdict: the worst, or clear", () => {
    expect(verdictOf([finding("LP-08", "not-eligible"), finding("LP-11", "advice")])).toBe("not-eligible");
    expect(verdictOf([])).toBe("clear");
    expect(severityRank("clear")).toBeLessThan(severityRank("advice"));
  });

  test("never say safe or compliant", () => {
    expect(Object.values(SHOWN_AS)).toEqual(["Not eligible", "Action needed", "Check", "Advice", "Clear"]);
  });

  test("are written with their words", () => {
    const [first] = checkExample({ name: "", set: { overseer: "" }, expect: [] }).rows[0]?.findings ?? [];
    expect(JSON.parse(JSON.stringify(first))).toEqual({
      rule: "LP-08",
      breach: "not-named",
      severity: "not-eligible",
      fields: ["overseer"],
      message: expect.stringContaining("Sam Assistant") as unknown,
      nextStep: expect.stringMatching(/^Name /) as unknown,
    });
    expect(first && keyOf(first)).toBe("LP-08/not-named");
  });

  test("that a manager accepted are written with who did, and until when", () => {
    const set = { wishesOn: "", accepted: "LP-19", acceptedBy: "Pat Supervisor", acceptedUntil: "2024-12-31" };
    const { findings, verdict } = checkExample({ name: "", set, expect: [] }).rows[0] ?? {};
    expect(JSON.parse(JSON.stringify(findings))).toMatchObject([
      { rule: "LP-19", severity: "advice", accepted: { by: "Pat Supervisor" } },
    ]);
    expect(verdict).toBe("clear");
  });

  test("come of a breach only once it belongs to a rule", () => {
    const stray = breach("stray", { severity: "check", message: "M.", nextStep: "N." });
    expect(() => stray.found()).toThrow('The breach "stray" belongs to no rule.');
  });
});

test("a rule's id is one of the catalogue's", () => {
  expect(DATA_RULE_IDS).toEqual(["LP-31", "LP-32", "LP-33", "LP-34"]);
  expect([isRuleId("LP-07"), isRuleId("LP-99"), isRuleId("lp-07"), isRuleId(7)]).toEqual([true, false, false, false]);
});
