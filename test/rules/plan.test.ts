import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../rules/catalogue/index.ts";
import { check } from "../../rules/check.ts";
import type { Cells } from "../../rules/example.ts";
import { EXAMPLE_ROW } from "../../rules/example-row.ts";
import { FIELDS, type FieldId } from "../../rules/fields.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { OPEN_STATUSES } from "../../rules/status.ts";
import { checkRows, columnsWithout, GIVEN, keysByRow, sheetOf } from "./sheets.ts";

const missing = (field: FieldId, row: Cells = {}, policy = kentTrial2024) =>
  keysByRow(check(sheetOf([row], columnsWithout(field)), { ...GIVEN, policy }))[0]?.filter((key) =>
    key.endsWith("/no-column"),
  );

describe("a rule that must hold, where its column is missing", () => {
  test.each([
    ["team", "LP-05"],
    ["leadFrom", "LP-06"],
    ["overseer", "LP-08"],
    ["lastSupervision", "LP-13"],
  ] as const)("'%s': says so on rows that it applies to", (field, rule) => {
    expect(missing(field)).toEqual([`${rule}/no-column`]);
    for (const row of [
      { lead: "Kim Socialworker" },
      { lead: "" },
      { status: "EH" },
      { status: "CP" },
      { status: "Closed" },
    ])
      expect(missing(field, row), JSON.stringify(row)).toEqual([]);
  });

  test("'lead': says so on every open row", () => {
    for (const status of OPEN_STATUSES) expect(missing("lead", { status })).toEqual(["LP-03/no-column"]);
    for (const status of ["Closed", "", "banana"]) expect(missing("lead", { status })).toEqual([]);
  });

  test("'status': says so on every row with a child ref", () => {
    expect(missing("status")).toEqual(["LP-03/no-column"]);
    expect(missing("status", { childRef: "" })).toEqual([]);
  });

  test("says so once a row where both are missing", () => {
    const checked = check(sheetOf([{}], columnsWithout("lead", "status")), GIVEN);
    expect(keysByRow(checked)[0]).toEqual(["LP-03/no-column"]);
    expect(checked.rows[0]?.findings[0]?.fields).toEqual(["status", "lead"]);
  });

  test("says nothing where it is switched off, or where there is no trial", () => {
    expect(missing("overseer", {}, mergePolicy(kentTrial2024, { rulesOff: ["LP-08"] }))).toEqual([]);
    expect(missing("team", {}, mergePolicy(kentTrial2024, { scheme: "adopted" }))).toEqual([]);
  });

  test("follows the policy in which cases it oversees and keeps for social workers", () => {
    expect(
      missing("overseer", { status: "EH" }, mergePolicy(kentTrial2024, { overseen: ["EH", "ASSESS", "CIN"] })),
    ).toEqual(["LP-08/no-column"]);
  });
});

describe("a rule", () => {
  test("is silent where its lead, its status or its answer is blank", () => {
    const bare = Object.fromEntries(Object.keys(EXAMPLE_ROW).map((id) => [id, ""])) as Cells;
    expect(keysByRow(checkRows([{ ...bare, childRef: "C-1" }]))).toEqual([["LP-01/not-named", "LP-32/no-status"]]);
  });

  test("is silent where a cell that it rests on cannot be read", () => {
    for (const rule of CATALOGUE) {
      for (const field of [...rule.starts, ...rule.answers]) {
        const keys = keysByRow(checkRows([{ [field]: { unreadable: true } }]))[0] ?? [];
        const isSaidByRule = FIELDS[field].kind === "team"; // an unreadable team is an unknown one
        if (!isSaidByRule)
          expect(
            keys.filter((key) => key.startsWith(rule.id)),
            `${rule.id} ${field}`,
          ).toEqual([]);
      }
    }
  });
});
