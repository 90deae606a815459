import { describe, expect, test } from "vitest";
import { check } from "../../rules/check.ts";
import type { Cells } from "../../rules/example.ts";
import { EXAMPLE_REGISTER } from "../../rules/example-row.ts";
import { FIELDS, type FieldId } from "../../rules/fields.ts";
import { REGISTER_FIELD_IDS } from "../../rules/register-fields.ts";
import { kentTrial2024, workingTogether } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { DATA_RULE_IDS, RULE_IDS } from "../../rules/rule-ids.ts";
import { checkRows, columnsWithout, GIVEN, keysByRow, sheetOf } from "./sheets.ts";

const without = (...dropped: readonly FieldId[]) =>
  check(sheetOf([{}], columnsWithout(...dropped)), { ...GIVEN, service: {} });
const linesOf = ({ coverage }: ReturnType<typeof check>) => coverage.notChecked.map(({ line }) => line);

/** Every rule but those about the data, which are in no count. */
const ALL = RULE_IDS.length - DATA_RULE_IDS.length;

describe("the coverage of a sheet", () => {
  test("is every rule where nothing is missing", () => {
    expect(checkRows([{}], { service: {} }).coverage).toEqual({
      checked: ALL,
      of: ALL,
      summary: `${ALL} of ${ALL} rules checked`,
      notChecked: [],
    });
  });

  test("names the column that a rule needs", () => {
    const { coverage } = without("cover");
    expect(coverage.summary).toBe(`${ALL - 1} of ${ALL} rules checked`);
    expect(coverage.notChecked).toEqual([
      {
        rule: "LP-24",
        why: "no-column",
        fields: ["cover"],
        line: "Add the column 'Cover' to check LP-24 (Someone can respond when the lead cannot).",
      },
    ]);
    expect(linesOf(without("agenciesAttended", "reportsReceived"))[0]).toMatch(
      /^Add the columns 'Agencies attended' and 'Reports from agencies not present' to check LP-17/,
    );
  });

  test("names the column that only one way of breaking a rule needs, and counts the rule as checked", () => {
    const { coverage } = without("advocate");
    expect(coverage.checked).toBe(ALL);
    expect(coverage.notChecked).toEqual([
      {
        rule: "LP-20",
        why: "no-column",
        fields: ["advocate"],
        breaches: ["not-independent"],
        line: "Add the column 'Advocate' to check LP-20/not-independent too.",
      },
    ]);
  });

  test("begins with the meetings where no pair of their columns is there", () => {
    const { coverage } = without("cover", "lead", "initialMeetingOn", "reviewMeetingChair", "finalMeetingOn");
    expect(coverage.notChecked[0]).toMatchObject({ rule: "LP-16", why: "no-column" });
    expect(coverage.notChecked[0]?.line).toMatch(/^Add a pair of the columns /);
    expect(without("initialMeetingOn", "reviewMeetingChair").coverage.checked).toBe(ALL);
  });

  test("names the columns that the register lacks", () => {
    const columns = new Set(REGISTER_FIELD_IDS.filter((id) => id !== "level"));
    expect(linesOf(checkRows([{}], { register: { practitioners: EXAMPLE_REGISTER, columns }, service: {} }))).toEqual([
      "Add the column 'Level' to the Practitioners table to check LP-09 (The case is no more complex than the lead is signed off for).",
      "Add the column '<course> completed' to the Practitioners table to check LP-18 (The lead has completed the training schedule).",
    ]);
    expect(checkRows([{}], { register: undefined, service: {} }).coverage.checked).toBe(ALL - 6);
  });

  test("says what needs the service, which is none of a sheet alone", () => {
    expect(checkRows([{}]).coverage.notChecked.map(({ rule, why }) => `${rule} ${why}`)).toEqual([
      "LP-29 needs-service",
      "LP-30 needs-service",
    ]);
  });

  test("leaves out of the count what the policy has switched off and what needs a trial", () => {
    const { coverage } = checkRows([{}], {
      policy: mergePolicy(kentTrial2024, { rulesOff: ["LP-11", "LP-24"] }),
      service: {},
    });
    expect([coverage.summary, coverage.notChecked.map(({ why }) => why)]).toEqual([
      `${ALL - 2} of ${ALL - 2} rules checked`,
      ["switched-off", "switched-off"],
    ]);
    const noTeams = mergePolicy(kentTrial2024, { trial: { teams: [] }, otherTeams: [] });
    expect(checkRows([{}], { policy: noTeams, service: {} }).coverage).toMatchObject({
      of: ALL - 1,
      notChecked: [{ rule: "LP-05", line: expect.stringContaining("is nothing that this policy asks.") as unknown }],
    });
    expect(checkRows([{}], { policy: workingTogether, service: {} }).coverage.summary).toBe(
      `${ALL - 3} of ${ALL - 3} rules checked`,
    );
  });

  test("says, of part of a sheet's rows, what needs them all: LP-02, LP-25, LP-37 and the duplicates of LP-34", () => {
    const checked = checkRows([{}, {}, { lead: "Kim Socialworker" }], { service: {} }, { isPart: true });
    expect(checked.coverage.summary).toBe(`${ALL - 3} of ${ALL} rules checked`);
    expect(checked.coverage.notChecked.filter(({ why }) => why === "part-of-sheet").map(({ rule }) => rule)).toEqual([
      "LP-02",
      "LP-25",
      "LP-34",
      "LP-37",
    ]);
    expect(keysByRow(checked)).toEqual([[], [], []]);
  });
});

describe("a column that hardly anyone fills", () => {
  const sheet = (field: FieldId, filled: number, of: number) => {
    const answer = FIELDS[field].kind === "date" ? "2024-11-01" : "Pat Supervisor";
    const rows = Array.from({ length: of }, (_, index): Cells => ({
      childRef: `D-${index}`,
      [field]: index < filled ? answer : "",
    }));
    return checkRows(rows, { service: {} });
  };

  test.each([
    ["agreedOn", "LP-11"],
    ["decidedBy", "LP-12"],
    ["wishesOn", "LP-19"],
    ["advocateOfferedOn", "LP-20"],
    ["assessmentOn", "LP-21"],
    ["sharingOn", "LP-22"],
  ] as const)("'%s' counts as one that the sheet does not have, and %s is not checked", (field, rule) => {
    const { coverage, rows } = sheet(field, 1, 11);
    expect(coverage.notChecked).toMatchObject([
      {
        rule,
        why: "hardly-filled",
        fields: [field],
        line: expect.stringContaining(" is filled on 1 of 11 rows, too few to check ") as unknown,
      },
    ]);
    expect(rows.flatMap((row) => row?.findings ?? []).filter((finding) => finding.rule === rule)).toEqual([]);
  });

  test("'Cover' silences LP-24's no-cover alone", () => {
    const { coverage } = sheet("cover", 1, 11);
    expect(coverage.notChecked).toMatchObject([{ rule: "LP-24", breaches: ["no-cover"] }]);
    expect(coverage.checked).toBe(ALL);
  });

  test("begins at one row in ten, of ten or more that are open", () => {
    expect(
      [sheet("agreedOn", 0, 9), sheet("agreedOn", 0, 10), sheet("agreedOn", 1, 10), sheet("agreedOn", 1, 11)].map(
        ({ coverage }) => coverage.checked,
      ),
    ).toEqual([ALL, ALL - 1, ALL, ALL - 1]);
    const closed = Array.from({ length: 10 }, (_, index): Cells => ({
      childRef: `D-${index}`,
      agreedOn: "",
      status: index < 5 ? "Closed" : "CIN",
    }));
    expect(checkRows(closed, { service: {} }).coverage.checked).toBe(ALL);
  });

  test("is filled where it holds something that cannot be read", () => {
    const rows = Array.from({ length: 10 }, (_, index): Cells => ({
      childRef: `D-${index}`,
      agreedOn: index === 0 ? "in May" : "",
    }));
    expect(checkRows(rows, { service: {} }).coverage.checked).toBe(ALL);
  });
});
