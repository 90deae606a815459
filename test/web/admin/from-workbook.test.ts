import { describe, expect, test } from "vitest";
import { registerInWorkbook, type FromTable } from "../../../web/admin/register/from-workbook.ts";
import { writeWorkbook } from "../../../xlsx/write-workbook.ts";
import { isoDay, toSerial } from "../../../rules/dates.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { TODAY } from "./support.ts";
import { COURSE, SAM, SKY, workbookOf, type Row } from "./staff-workbook.ts";

const day = (iso: string): number => toSerial(isoDay(iso));

function read(rows: readonly Row[], date1904 = false): FromTable {
  const found = registerInWorkbook(workbookOf(rows, date1904), kentTrial2024, isoDay(TODAY));
  if (typeof found === "string") throw new Error(found);
  return found;
}

describe("a table", () => {
  test("is read as the service takes it", () => {
    const { people, problems, notes } = read([
      {
        ...SAM,
        Registration: "n/a",
        "Registered to": day("2025-11-30"),
        Level: "Medium",
        "Signed off on": "14/10/2024",
        "Case limit": 12,
        "Protected time": "Y",
        "Absent from": "-",
        "Absent to": "",
        [`${COURSE} completed`]: "2024-10-10",
        [`${COURSE} booked`]: "",
      },
    ]);
    expect([problems, notes]).toEqual([[], []]);
    expect(people).toEqual([
      {
        row: 1,
        id: "A1",
        training: [{ course: COURSE, given: { completedOn: "2024-10-10", bookedFor: undefined } }],
        given: {
          name: "Sam Assistant",
          role: "Social Work Assistant",
          team: "dover",
          registration: undefined,
          registeredTo: "2025-11-30",
          level: 2,
          signedOffOn: "2024-10-14",
          caseLimit: 12,
          protectedTime: true,
          absentFrom: undefined,
          absentTo: undefined,
        },
      },
    ]);
  });

  test("gives only the columns that it has, and leaves blank rows out", () => {
    const { people } = read([SAM, { "Staff number": "", Name: "" }, SKY]);
    expect(people.map(({ row, given }) => [row, Object.keys(given)])).toEqual([
      [1, ["name", "role", "team"]],
      [3, ["name", "role", "team"]],
    ]);
  });

  test("counts its dates from 1904 where the workbook does", () => {
    const serial = toSerial(isoDay("2024-10-14"), true);
    expect(read([{ ...SAM, "Signed off on": serial }], true).people[0]?.given.signedOffOn).toBe("2024-10-14");
  });

  test.each<readonly [string, Row, string]>([
    ["no staff number", { ...SAM, "Staff number": "" }, "has no staff number"],
    ["a staff number that is none", { ...SAM, "Staff number": "A 1/2" }, "has a staff number that is not of letters"],
    ["no role", { ...SAM, Role: "" }, "has nothing under 'Role'"],
    [
      "an unknown team",
      { ...SAM, Team: "Nowhere" },
      "names a team under 'Team' that the policy in force does not have",
    ],
    [
      "a date that is none",
      { ...SAM, "Signed off on": "soon" },
      "has something under 'Signed off on' that cannot be read",
    ],
    [
      "a registration that proves nothing",
      { ...SAM, Registration: "pending" },
      "has something under 'Registration' that cannot be read",
    ],
    ["a level that is none", { ...SAM, Level: "7" }, "has something under 'Level' that cannot be read"],
    [
      "a date of a course that is none",
      { ...SAM, [`${COURSE} completed`]: "11/31/2024" },
      `has something under '${COURSE} completed' that cannot be read`,
    ],
  ])("leaves out a row with %s, and says which", (_, row, fault) => {
    const { people, problems } = read([SKY, row]);
    expect(people.map(({ id }) => id)).toEqual(["S2"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^Row 2 of the table/);
    expect(problems[0]).toContain(fault);
  });

  test("takes what is only unusual, and says so", () => {
    const { people, notes } = read([{ ...SAM, Role: "Wizard", "Signed off on": day("2025-01-10") }]);
    expect(people[0]?.given).toMatchObject({ role: "Wizard", signedOffOn: "2025-01-10" });
    expect(notes).toEqual([
      expect.stringContaining("'Role' is not a role of the policy"),
      expect.stringContaining("'Signed off on' lies in the future"),
    ]);
  });

  test("with the same staff number twice leaves both out", () => {
    const { people, problems } = read([SAM, SKY, { ...SAM, "Staff number": "a1", Name: "Sam Other" }]);
    expect([people.map(({ id }) => id), problems]).toEqual([
      ["S2"],
      ["Rows 1, 3 of the table have the same staff number. Leave one of them, then choose the file again."],
    ]);
  });

  test.each<readonly [string, Uint8Array, string]>([
    ["no workbook", new Uint8Array([1, 2, 3]), "not an Excel workbook"],
    [
      "a workbook without the table",
      writeWorkbook({ sheets: [{ name: "Sheet1", rows: [["Name"], ["Sam"]] }] }),
      "no table named Practitioners",
    ],
    [
      "a table without staff numbers",
      workbookOf([{ Name: "Sam Assistant", Registration: "none" }]),
      "no column 'Staff number'",
    ],
  ])("is not found in %s", (_, bytes, sentence) => {
    expect(registerInWorkbook(bytes, kentTrial2024, isoDay(TODAY))).toContain(sentence);
  });
});
