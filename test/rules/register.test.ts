import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoDay } from "../../rules/dates.ts";
import { EXAMPLE_REGISTER } from "../../rules/example-row.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { mergePolicy } from "../../rules/policy-merge.ts";
import { Problem } from "../../rules/read.ts";
import { Register, type RawPractitioner, type RegisterSource } from "../../rules/register.ts";
import { termsOf } from "../../rules/terms.ts";
import { oddCell, runs } from "./any-cells.ts";
import { anyDay, anyPolicy } from "./any-policy.ts";
import { anyRegister } from "./any-register.ts";

const asOf = isoDay("2024-11-30");
const registerOf = (practitioners: readonly RawPractitioner[], more: Partial<RegisterSource> = {}) =>
  new Register({ practitioners, ...more }, termsOf(kentTrial2024), asOf);
const only = (raw: RawPractitioner) => registerOf([{ name: "Sam Assistant", ...raw }]).practitioners[0];
const idsOf = (register: Register, text: string): string[] => register.matches(text).map(({ id }) => id);

describe("someone on the register", () => {
  const register = registerOf(EXAMPLE_REGISTER);

  test("is found by staff number, by name, and by 'Surname, First'", () => {
    for (const text of ["A1", "a1", "Sam Assistant", "ASSISTANT,  Sam", "sam  assistant"])
      expect(idsOf(register, text), text).toEqual(["A1"]);
    for (const text of ["Sam", "Una Nowhere", "", ",", "__proto__", "constructor"])
      expect(idsOf(register, text), text).toEqual([]);
  });

  test("shares a name: both are found by it, each by their staff number", () => {
    expect(idsOf(register, "Twin, Jo")).toEqual(["J1", "J2"]);
    expect(idsOf(register, "j2")).toEqual(["J2"]);
    expect(register.hasNamesakes).toBe(true);
  });

  test("shares a staff number: both are found by it", () => {
    const twice = registerOf([
      { id: "X1", name: "Ann Other" },
      { id: "x1", name: "Ben Other" },
    ]);
    expect(twice.matches("X1")).toHaveLength(2);
    expect(twice.hasNamesakes).toBe(true);
    expect(registerOf([{ id: "X1" }, { name: "Ben Other" }, { name: "," }]).hasNamesakes).toBe(false);
  });

  test("has a name or a staff number: other rows are nobody", () => {
    expect(
      registerOf([{}, { name: " ", id: null }, { role: "SWA" }, { id: 7 }]).practitioners.map(({ id }) => id),
    ).toEqual(["7"]);
  });
});

describe("a registration", () => {
  test.each([
    ["SW100001", "held"],
    [100_001, "held"],
    ["none", "none"],
    ["None", "none"],
    ["No", "none"],
    ["not registered", "none"],
    ["", "blank"],
    ["n/a", "blank"],
    ["TBC", "blank"],
    [0, "blank"],
    ["pending", "unreadable"],
    ["yes", "unreadable"],
    [true, "unreadable"],
    ["#N/A", "unreadable"],
    ["#DIV/0!", "unreadable"],
  ] as const)("of '%s' is %s", (registration, expected) => {
    expect(only({ registration })?.registration).toBe(expected);
  });

  test.each(["expired 2023", "not registered, checked 1/10/24", "applied 01/10/2024", "lapsed 30/11/2023"])(
    "of '%s' is no proof that anyone is registered",
    (registration) => {
      expect(only({ registration })?.registration).not.toBe("held");
    },
  );
});

describe("a cell of the register", () => {
  test("that cannot be used is noted with its column and what it says", () => {
    const sam = only({
      role: "Wizard",
      registration: "pending",
      level: "gold",
      signedOffOn: "October",
      caseLimit: "a few",
      registeredTo: "1924-11-30",
      absentFrom: "2025-01-01",
      absentTo: "2025-02-01",
    });
    expect(sam?.problems.map(({ column, why, shown }) => `${column}: ${shown} is ${why}`)).toEqual([
      "Role: Wizard is unknown-role",
      "Registration: pending is unreadable-value",
      "Registered to: 1924-11-30 is before-1990",
      "Level: gold is unreadable-value",
      "Signed off on: October is unreadable",
      "Case limit: a few is unreadable-value",
      "Absent from: 2025-01-01 is future",
    ]);
    expect(sam?.registeredTo).toBeInstanceOf(Problem);
    expect(sam?.absentFrom).toBe(isoDay("2025-01-01"));
    expect(registerOf([{ name: "Sam Assistant", level: "gold" }]).hasProblems).toBe(true);
  });

  test("is read as the workbook counts days", () => {
    expect(
      registerOf([{ name: "Sam Assistant", registeredTo: 44_164 }], { date1904: true }).practitioners[0]?.registeredTo,
    ).toBe(asOf);
    expect(only({ registeredTo: 45_626 })?.registeredTo).toBe(asOf);
  });
});

describe("the register as a whole", () => {
  test("keeps the columns that it is said to have, else those that anyone has", () => {
    expect([
      ...registerOf([
        { name: "Sam Assistant", level: 1 },
        { name: "Noa Newcomer", role: "SWA" },
      ]).columns,
    ]).toEqual(["name", "role", "level"]);
    expect([
      ...registerOf([{ name: "Sam Assistant" }], { columns: new Set(["name", "registration"]) }).columns,
    ]).toEqual(["name", "registration"]);
  });

  test("asks for the courses that have begun and that it keeps", () => {
    const courses = [
      ...kentTrial2024.courses,
      { name: "Chairing", from: "2024-11-30" },
      { name: "Later", from: "2024-12-01" },
    ];
    const terms = termsOf(mergePolicy(kentTrial2024, { courses }));
    expect(new Register({ practitioners: [] }, terms, asOf).courses).toEqual([
      kentTrial2024.courses[0]?.name,
      "Chairing",
    ]);
    expect(new Register({ practitioners: [], courses: ["CHAIRING", "Later"] }, terms, asOf).courses).toEqual([
      "Chairing",
    ]);
  });

  test("reads any cells without an error, and finds each of its people by staff number and name", () => {
    fc.assert(
      fc.property(anyRegister, anyPolicy, anyDay, oddCell, (source, policy, day, odd) => {
        const register = new Register(
          source ?? { practitioners: [{ name: odd, id: odd, training: [{ course: "x", completedOn: odd }] }] },
          termsOf(policy),
          day,
        );
        for (const person of register.practitioners) {
          if (person.id !== "") expect(register.matches(person.id)).toContain(person);
          else if (
            !/^[\s,]*$/.test(person.name) &&
            register.practitioners.every(({ id }) => id.toLowerCase() !== person.name.toLowerCase())
          )
            expect(register.matches(person.name)).toContain(person);
        }
      }),
      runs(300),
    );
  });
});
