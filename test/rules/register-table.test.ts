import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REGISTER_FIELD_IDS, REGISTER_FIELDS } from "../../rules/register-fields.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { looksLikeRegister, registerFromTable } from "../../rules/register-table.ts";
import { oddCell, runs } from "./any-cells.ts";
import { anyPolicy } from "./any-policy.ts";

const COURSE = "Lead professional training schedule";
const known = fc.constantFrom(
  ...REGISTER_FIELD_IDS.flatMap((id): string[] => [REGISTER_FIELDS[id].header, ...REGISTER_FIELDS[id].aliases]),
  `${COURSE} completed`,
  `${COURSE} booked`,
  "Chairing completed",
);

describe("a workbook's table of practitioners", () => {
  test("is read by its headers and aliases", () => {
    const source = registerFromTable(
      ["Full name", "STAFF ID", "Job title", "SWE number", "Shoe size"],
      [["Kim Socialworker", 7, "SW", "SW100002", 39]],
      kentTrial2024,
    );
    expect(source).toEqual({
      practitioners: [{ name: "Kim Socialworker", id: 7, role: "SW", registration: "SW100002", training: [] }],
      columns: new Set(["name", "id", "role", "registration"]),
      courses: [],
      date1904: false,
    });
  });

  test("gives a column by its own header before an alias, and the first of two aliases", () => {
    const { practitioners } = registerFromTable(
      ["Worker", "Full name", "Name", "Post", "Designation"],
      [["a", "b", "c", "d", "e"]],
      kentTrial2024,
    );
    expect(practitioners).toEqual([{ name: "c", role: "d", training: [] }]);
  });

  test("keeps training where a course of the policy has either of its columns", () => {
    const policy = mergePolicy(kentTrial2024, {
      courses: [
        ...kentTrial2024.courses,
        { name: "Chairing", from: "2024-10-04" },
        { name: "Later", from: "2024-10-04" },
      ],
    });
    const source = registerFromTable(
      ["Name", `${COURSE.toUpperCase()} - booked`, "Chairing completed", "Knitting completed"],
      [["Sam Assistant", 45_631, "2024-10-09", "x"]],
      policy,
      true,
    );
    expect(source.practitioners[0]?.training).toEqual([
      { course: COURSE, completedOn: undefined, bookedFor: 45_631 },
      { course: "Chairing", completedOn: "2024-10-09", bookedFor: undefined },
    ]);
    expect([[...(source.columns ?? [])], source.courses, source.date1904]).toEqual([
      ["name", "training"],
      [COURSE, "Chairing"],
      true,
    ]);
  });

  test("is read without an error, whatever its headers and cells", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(known, oddCell)),
        fc.array(fc.array(oddCell, { maxLength: 8 }), { maxLength: 5 }),
        anyPolicy,
        (headers, rows, policy) => {
          expect(registerFromTable(headers, rows, policy).practitioners).toHaveLength(rows.length);
          expect(typeof looksLikeRegister(headers)).toBe("boolean");
        },
      ),
      runs(300),
    );
  });
});

test("headers of a register name someone and a registration", () => {
  expect(
    [
      ["Name", "Role", "Registration"],
      ["staff number", "SWE no"],
    ].map(looksLikeRegister),
  ).toEqual([true, true]);
  expect([["Name", "Team"], ["Role", "Registration"], [], [null, 7, ""]].map(looksLikeRegister)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
