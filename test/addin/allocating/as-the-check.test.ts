import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidatesFor } from "../../../addin/allocating/candidates.ts";
import { caseSought } from "../../../addin/allocating/case-sought.ts";
import { ledBy } from "../../../addin/allocating/copy.ts";
import { ALLOCATION_RULES, findingsForEach, isAboutTheLead } from "../../../addin/allocating/findings.ts";
import { allocationHelp } from "../../../addin/allocating/help.ts";
import { loadsOf } from "../../../addin/allocating/loads.ts";
import { BARS, meaningOf, NOTES, CONDITIONS } from "../../../addin/allocating/words.ts";
import type { CheckInputs } from "../../../addin/checking/check-inputs.ts";
import { check, type CheckOptions } from "../../../rules/check.ts";
import { headerOf } from "../../../rules/fields.ts";
import { keyOf, type Finding } from "../../../rules/finding.ts";
import type { Sheet } from "../../../rules/sheet.ts";
import { inventSheet } from "../../../tools/bench/invented-sheet.ts";
import { runs } from "../../rules/any-cells.ts";
import { anyGiven, anySheet } from "../../rules/any-sheet.ts";
import { aList } from "../model/lists.ts";

function opened(sheet: Sheet, { asOf, policy, register, service, others }: CheckOptions) {
  const headers: string[] = [];
  for (const [field, column] of sheet.columns) headers[column] = headerOf(field);
  const inputs: CheckInputs = {
    asOf,
    policy,
    register,
    service,
    others,
    basePolicy: policy,
    chosen: new Map(),
    date1904: sheet.date1904 ?? false,
    why: "",
    policyTable: undefined,
    belonging: undefined,
    refusal: undefined,
    from: { asOf: "workbook", policy: "workbook", register: "workbook", belonging: "refs" },
  };
  return { list: aList({ headers, rows: sheet.rows }), inputs };
}

const told = (findings: readonly Finding[] = []): string[] =>
  findings.map((finding) => `${keyOf(finding)}: ${finding.message}`);

/** What is found for every candidate of a row, beside what the check of the whole sheet finds with them in the row. */
function bothWays(sheet: Sheet, given: CheckOptions, index: number): [string[], string[]][] {
  const { list, inputs } = opened(sheet, given);
  const sought = caseSought(list, inputs, index);
  if (typeof sought === "string") return [];
  const { people } = candidatesFor(sought);
  const { findings } = findingsForEach(sought, people, loadsOf(sought, people, inputs), inputs);
  return people.map(({ text }, at) => {
    const rows = sought.sheet.rows.map((cells, row) => (row === index ? ledBy(sought, text, inputs) : cells));
    const whole = check({ ...sought.sheet, rows }, { ...given, rules: ALLOCATION_RULES });
    return [told(findings[at]), told(whole.rows[index]?.findings.filter(isAboutTheLead))];
  });
}

describe("what is found for somebody who does not lead yet", () => {
  it("is what the check of the whole sheet finds with them in the row, whatever the sheet holds", () => {
    let compared = 0;
    fc.assert(
      fc.property(anySheet(8), anyGiven, (sheet, given) => {
        for (const index of sheet.rows.keys()) {
          for (const [ours, whole] of bothWays(sheet, given, index)) {
            expect(ours).toEqual(whole);
            compared += 1;
          }
        }
      }),
      runs(150),
    );
    expect(compared).toBeGreaterThan(500);
  });

  it("is the same among many rows, where nearly everyone leads others", () => {
    const { sheet, given } = inventSheet(300);
    for (const index of [3, 117, 251])
      for (const [ours, whole] of bothWays(sheet, given, index)) expect(ours).toEqual(whole);
  });

  it("is worked out by reading each row of a large sheet once, however many candidates there are", () => {
    const { sheet, given } = inventSheet(2_000);
    const reads = new Map<number, number>();
    const rows = sheet.rows.map(
      (cells, index) =>
        new Proxy(cells, {
          get(target, key, receiver) {
            if (key === String(sheet.columns.get("lead"))) reads.set(index, (reads.get(index) ?? 0) + 1);
            return Reflect.get(target, key, receiver) as unknown;
          },
        }),
    );
    const { list, inputs } = opened({ ...sheet, rows }, given);
    const help = allocationHelp(list, inputs, 5);
    const candidates = typeof help === "string" ? [] : Object.values(help.groups).flat();
    expect(candidates.length).toBeGreaterThan(10);
    // Once to see whether the row is blank, and once to read it.
    expect(Math.max(...[...reads].flatMap(([index, times]) => (index === 5 ? [] : [times])))).toBeLessThanOrEqual(2);
  });
});

describe("the words for what is found", () => {
  const breaches = ALLOCATION_RULES.flatMap(({ id, breaches: all }) =>
    all.map(({ key, words }) => ({ key: `${id}/${key}`, severity: words.severity })),
  ).filter(({ key }) => key !== "LP-24/no-cover");

  it("are there for every breach of the rules, and for no other", () => {
    expect([...Object.keys(BARS), ...Object.keys(CONDITIONS), ...Object.keys(NOTES)].sort()).toEqual(
      breaches.map(({ key }) => key).sort(),
    );
  });

  it("never make a note of more than advice, nor bar anyone for less than the gravest", () => {
    const graveOf = (keys: Readonly<Record<string, string>>) =>
      new Set(breaches.filter(({ key }) => key in keys).map(({ severity }) => severity));
    expect(graveOf(NOTES)).toEqual(new Set(["advice"]));
    expect(graveOf(BARS)).toEqual(new Set(["not-eligible"]));
    expect(graveOf(CONDITIONS)).not.toContain("advice");
  });

  it("name the column that is missing", () => {
    const finding: Finding = {
      rule: "LP-08",
      breach: "no-column",
      severity: "check",
      fields: ["overseer"],
      message: "",
      nextStep: "",
    };
    expect(meaningOf(finding)).toEqual({ is: "conditional", words: "the sheet has the column 'Overseen by'" });
  });
});
