import { describe, expect, test } from "vitest";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import type { PolicyTableOptions } from "../../../rules/policy-table/read-policy-table.ts";
import { NOT_CALCULATED } from "../../../rules/read.ts";
import { read, type Row } from "./reading.ts";

describe("a row that cannot be used is left out, and named with the reason:", () => {
  test.each<[string, Row, RegExp, Partial<PolicyTableOptions>?]>([
    [
      "a setting that nobody knows",
      ["overseeen", "CIN"],
      /^'overseeen' is no setting of a policy\. Perhaps 'overseen'\?$/,
    ],
    ["a setting that is like no other", ["banana", 1], /^'banana' is no setting of a policy\.$/],
    ["no setting", ["", "CIN"], /^It has no setting\.$/],
    ["an error", ["title", "#REF!"], /shows the error #REF!\.$/],
    ["a formula without a result", ["title", NOT_CALCULATED], /never calculated/],
    ["a policy that does not ship", ["based on", "Leeds"], /Kent trial 2024, England 2026/],
    ["a list that nobody knows", ["only these", "children"], /one of teams, roles, courses\.$/],
    ["a blank title", ["title", " "], /^The value must be a text\.$/],
    ["a text for a number", ["unallocated days", "soon"], /^The value must be a number\.$/],
    ["too great a number", ["unallocated days", 5000], /^The value must be a whole number from 0 to 1000\.$/],
    ["half a month", ["accept months", 0.5], /whole number from 1/],
    ["no date", ["effective from", "31/09/2026"], /must be a date/],
    ["neither yes nor no", ["assessment by others", "constructor"], /yes or no/],
    ["no scheme", ["scheme", "pilot"], /trial or adopted/],
    ["no way of reading family help", ["family help", "both"], /early help or own status/],
    [
      "no expression",
      ["child ref pattern", "("],
      /^The value must be a regular expression: a bracket is not closed\.$/,
    ],
    ["a kind that is none", ["role", "asistant", "Family Coach"], /Perhaps assistant\?$/],
    ["a kind like no other", ["role", "wizard", "Family Coach"], /partner\.$/],
    ["a note that is none", ["role", "health, tall", "Nurse"], /and nothing else\.$/],
    ["a role without a name", ["role", "health", " ; "], /names no role/],
    ["a role whose name has no letter", ["role", "health", "Nurse; --"], /names no role/],
    [
      "a role that joins two",
      ["role", "health", "Social Worker; Midwife"],
      /'Social Worker' and 'Midwife', which are different/,
    ],
    ["a team without a name", ["team", "--"], /names no team/],
    ["an id without a team", ["team id", "x", ""], /gives no team an id/],
    ["an id of a team that there is not", ["team id", "x", "Nowhere"], /No other row names this team/],
    [
      "an id that another team has",
      ["team id", "swale", "Dover"],
      /another team has this id/,
      { usual: kentTrial2024 },
    ],
    ["no status", ["status", "banana", "Yellow"], /code of a status: EH/],
    ["a status of two meanings", ["status", "CP / CIN", "Yellow"], /code of a status/],
    ["a status without a text", ["status", "CIN", ""], /It has no text/],
    ["a status text without a letter", ["status", "CIN", "--"], /letter or digit/],
    ["a course without a day", ["course", "soon", "Chairing"], /the day from which/],
    ["a course without a name", ["course", "2024-10-04", ""], /names no course/],
    ["no interval", ["supervision", "often"], /'1 month', '28 days' or '4 weeks'/],
    ["an interval of nothing", ["supervision", "0 days"], /whole number from 1/],
    ["no code", ["overseen", "CIN, banana"], /'banana' is no code/],
    ["a closed status", ["social worker only", "CLOSED"], /'CLOSED' is no code of an open status/],
    ["nothing where codes stand", ["overseen", ""], /It has no value/],
    ["no rule", ["rule off", "LP-99"], /^'LP-99' is no rule\.$/],
    ["nothing where rules stand", ["rule on", ""], /names no rule/],
    ["a rule that stays", ["rule off", "LP-31"], /cannot be switched off/],
    ["a manager of no team", ["service manager", "Nowhere: Sam Example"], /a team of this policy and a name/],
    [
      "a manager without a name",
      ["service manager", "Dover:"],
      /a team of this policy and a name/,
      { usual: kentTrial2024 },
    ],
  ])("%s", (_what, row, reason, options = {}) => {
    const { policy, unusable } = read([row, ["unallocated days ", 9]], options);
    const own = unusable.filter((one) => one.row === 2);
    expect(own).toEqual([{ row: 2, reason: expect.stringMatching(reason) as string }]);
    // The row below counts all the same, unless it says what the first one said.
    expect(policy.unallocatedDays).toBe(row[0] === "unallocated days" ? 14 : 9);
  });

  test("what an earlier row has said already", () => {
    expect(
      read([
        ["title", "One"],
        ["Title", "Two"],
        ["overseen", "CIN"],
        ["overseen", "EH"],
      ]),
    ).toMatchObject({
      policy: { title: "One", overseen: ["CIN"] },
      unusable: [
        { row: 3, reason: "Row 2 says this already." },
        { row: 5, reason: "Row 4 says this already." },
      ],
    });
    expect(
      read([
        ["team", "Dover"],
        ["trial team", "Swale", "Dover"],
      ]).unusable,
    ).toEqual([{ row: 3, reason: "Row 2 has the name 'Dover' already." }]);
    expect(
      read([
        ["status", "CIN", "Red"],
        ["status", "CP", "Red"],
      ]).unusable,
    ).toEqual([{ row: 3, reason: expect.stringMatching(/^The value repeats the status text "red"/) as string }]);
    expect(
      read([
        ["course", "2024-10-04", "A"],
        ["course", "2024-10-04", "B"],
        ["course", "2024-11-04", "A"],
      ]),
    ).toMatchObject({
      policy: {
        courses: [
          { name: "A", from: "2024-10-04" },
          { name: "B", from: "2024-10-04" },
        ],
      },
      unusable: [{ row: 4, reason: "Row 2 says this already." }],
    });
  });
});
