import { describe, expect, test } from "vitest";
import { isoDay } from "../../rules/dates.ts";
import { EXAMPLE_REGISTER } from "../../rules/example-row.ts";
import { isUnqualified, People, Person } from "../../rules/people.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { Register, type RawPractitioner } from "../../rules/register.ts";
import { termsOf } from "../../rules/terms.ts";

const asOf = isoDay("2024-11-30");
const terms = termsOf(kentTrial2024);
const peopleOf = (practitioners: readonly RawPractitioner[]) =>
  new People(new Register({ practitioners }, terms, asOf));
const people = peopleOf(EXAMPLE_REGISTER);
const standing = (raw: RawPractitioner, on = asOf) =>
  peopleOf([{ name: "Al Anybody", ...raw }])
    .named("Al Anybody")
    .standingOn(on);
const unknown = new People(undefined).named("Una Nowhere");

describe("the same person", () => {
  test("has one key, however the name is written", () => {
    expect(
      new Set(["A1", "a1", "Sam Assistant", "Assistant, Sam", "SAM  ASSISTANT"].map((text) => people.named(text).key)),
    ).toHaveLength(1);
    expect(people.named("Una Nowhere").is(people.named("nowhere, UNA"))).toBe(true);
    expect(people.named("Sam Assistant").is(people.named("Pat Supervisor"))).toBe(false);
    expect(people.named("Sam Assistant").is(undefined)).toBe(false);
  });

  test("is called as on the register, else as typed", () => {
    expect([
      people.named("a1").name,
      people.named("nowhere, UNA").name,
      peopleOf([{ id: "X9" }]).named("x9").name,
    ]).toEqual(["Sam Assistant", "nowhere, UNA", "X9"]);
  });

  test("without a staff number is known by name", () => {
    expect(peopleOf([{ name: "Al Anybody" }]).named("ANYBODY, AL").practitioner?.name).toBe("Al Anybody");
  });
});

describe("someone on the register is social work qualified", () => {
  const held = { registration: "SW100009" };

  test("up to and on the last day of the registration, and not the day after", () => {
    for (const [on, expected] of [
      ["2024-11-29", "qualified"],
      ["2024-11-30", "qualified"],
      ["2024-12-01", "ended"],
    ] as const) {
      expect(standing({ ...held, registeredTo: "2024-11-30" }, isoDay(on)), on).toBe(expected);
    }
  });

  test("for as long as no end is entered, whatever the job title", () => {
    expect(["SWA", "Teacher", "Team Manager", ""].map((role) => standing({ ...held, role }))).toEqual(
      Array(4).fill("qualified"),
    );
  });

  test.each([
    ["whose end of registration cannot be read", { ...held, registeredTo: "soon" }, "cannot-tell"],
    ["whose registration is 'none'", { registration: "none", role: "Team Manager" }, "not-qualified"],
    ["a social worker whose registration is blank", { role: "Social Worker" }, "cannot-tell"],
    ["a manager whose registration is blank", { role: "Team Manager" }, "cannot-tell"],
    ["of no role whose registration is blank", {}, "cannot-tell"],
    ["an assistant whose registration is 'pending'", { role: "SWA", registration: "pending" }, "cannot-tell"],
  ] as const)("but for someone %s", (_who, raw, expected) => {
    expect(standing(raw)).toBe(expected);
  });

  test.each(["SWA", "EHP", "Teacher", "HV", "Police"])("but for a %s whose registration is blank", (role) => {
    expect(standing({ role })).toBe("not-qualified");
  });
});

describe("someone who is not on the register", () => {
  const as = (role: string) => people.inRole(unknown, terms.role(role)).standingOn(asOf);

  test("is what their role says: no more than presumed for a social worker, unknown for a manager", () => {
    expect([as("SW"), as("Team Manager"), as("SWA"), as("Teacher"), as("Wizard")]).toEqual([
      "presumed",
      "cannot-tell",
      "not-qualified",
      "not-qualified",
      "cannot-tell",
    ]);
    expect([
      isUnqualified("ended"),
      isUnqualified("not-qualified"),
      isUnqualified("presumed"),
      isUnqualified("cannot-tell"),
    ]).toEqual([true, true, false, false]);
  });

  test("is one person in each role, of that role's service", () => {
    const [swa, teacher] = [terms.role("SWA"), terms.role("Teacher")];
    expect(people.inRole(unknown, swa)).toBe(people.inRole(unknown, swa));
    expect([people.inRole(unknown, swa).service, people.inRole(unknown, teacher).service, unknown.service]).toEqual([
      "social care",
      "education",
      undefined,
    ]);
    expect(people.inRole(unknown, teacher).is(unknown)).toBe(true);
    expect([
      unknown.isOfOtherKind,
      people.inRole(unknown, swa).isOfOtherKind,
      people.inRole(unknown, terms.role("TM")).isOfOtherKind,
    ]).toEqual([false, true, false]);
  });

  test("alone has the role that the sheet gives: the register's counts", () => {
    const sam = people.named("Sam Assistant");
    expect(people.inRole(sam, terms.role("SW"))).toBe(sam);
    expect(people.inRole(people.named("Jo Twin"), terms.role("SW")).standingOn(asOf)).toBe("cannot-tell");
  });
});

describe("two entries of one name", () => {
  test("leave the person unknown, and their role with it", () => {
    expect(people.named("Jo Twin")).toMatchObject({
      isAmbiguous: true,
      isOnRegister: true,
      practitioner: undefined,
      role: undefined,
    });
    expect(people.named("Jo Twin").standingOn(asOf)).toBe("cannot-tell");
  });

  test("leave the role where both share it", () => {
    const twins = peopleOf([
      { name: "Jo Twin", role: "SWA" },
      { name: "Jo Twin", role: "social work assistant" },
    ]);
    expect(twins.named("Jo Twin").role?.kind).toBe("assistant");
    expect(twins.named("Jo Twin").standingOn(asOf)).toBe("cannot-tell");
  });
});

test("a cell names a person, nobody, or cannot be read", () => {
  const read = people.reader();
  expect(read("A1")).toMatchObject({ name: "Sam Assistant" });
  for (const cell of [12, 45_579, "12", "10/11/2024", "10 Nov 2024", true, "As above", "ditto", "Same", '"', "”", "??"])
    expect(read(cell), String(cell)).toMatchObject({ why: "unreadable-value" });
  for (const cell of ["", "TBC", " duty ", "?", 0, null]) expect(read(cell), String(cell)).toBeUndefined();
  for (const cell of ["#N/A", { unreadable: true } as const])
    expect(read(cell)).toMatchObject({ why: "unreadable-value" });
});

test("a staff number on the register is its person, be it a number or text", () => {
  const read = peopleOf([{ name: "Nia Number", id: 4711 }]).reader();
  for (const cell of [4711, "4711"]) expect(read(cell)).toMatchObject({ name: "Nia Number" });
});

test("a note in brackets after a name is no part of it", () => {
  const read = people.reader((text) => text === "Dover");
  for (const cell of ["Sam Assistant (mat leave)", "Sam Assistant [0.6]", "(covering) Sam Assistant", "A1 (new)"])
    expect(read(cell), cell).toMatchObject({ name: "Sam Assistant", isOnRegister: true });
  expect(read("Una Nowhere (agency)")).toMatchObject({ name: "Una Nowhere" });
  for (const cell of ["TBC (from January)", "(vacant)", "Duty (S Person)", "Dover (duty)"])
    expect(read(cell), cell).toBeUndefined();
  expect(read("(as above)")).toMatchObject({ why: "unreadable-value" });
});

describe("two people in one cell", () => {
  const read = people.reader();
  const named = (cell: string) => read(cell) as { name: string; othersInCell: readonly string[] };

  test.each([
    ["Sam Assistant / Kim Socialworker", "Sam Assistant", ["Kim Socialworker"]],
    ["A1 & W1", "Sam Assistant", ["W1"]],
    ["Una Nowhere; Ned Nowhere; Kim Socialworker", "Una Nowhere", ["Ned Nowhere", "Kim Socialworker"]],
    ["Socialworker, Kim and Nowhere, Una", "Kim Socialworker", ["Nowhere, Una"]],
    ["Una Nowhere AND Ned Nowhere", "Una Nowhere", ["Ned Nowhere"]],
  ])("%s: the first is read", (cell, first, others) => {
    expect(named(cell)).toMatchObject({ name: first, othersInCell: others });
  });

  test.each(["Una & Ned", "Una Nowhere / duty", "Smith and Jones", "Una Nowhere /", "Anderson-Sandy, Alexandra"])(
    "%s is one name",
    (cell) => {
      expect(named(cell).othersInCell).toEqual([]);
    },
  );

  test("are still two when the first leads in a role of the row's own", () => {
    const first = read("Una Nowhere / Ned Nowhere");
    expect(first).toBeInstanceOf(Person);
    if (first instanceof Person) expect(people.inRole(first, terms.role("SWA")).othersInCell).toEqual(["Ned Nowhere"]);
  });
});
