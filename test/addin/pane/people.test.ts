import { describe, expect, it } from "vitest";
import { peopleOnSheet, type PersonOnSheet } from "../../../addin/pane/people/people-on-sheet.ts";
import type { Cells } from "../../../rules/example.ts";
import { EXAMPLE_REGISTER } from "../../../rules/example-row.ts";
import { opened } from "./support/lists.ts";
import type { GivenInputs } from "./support/check-inputs.ts";

const peopleOn = (rows: readonly (Cells | null)[], said: GivenInputs = {}): PersonOnSheet[] =>
  peopleOnSheet(opened(rows, undefined, said).reader);
const called = (people: readonly PersonOnSheet[], name: string): PersonOnSheet | undefined =>
  people.find((person) => person.name === name);

describe("people on the sheet", () => {
  it("are each named once, by the alphabet, with the columns that name them", () => {
    const people = peopleOn([{}, { lead: "ASSISTANT, SAM", childRef: "C-2" }]);
    expect(people.map(({ name }) => name)).toEqual(["Pat Supervisor", "Sal Senior", "Sam Assistant"]);
    expect(called(people, "Pat Supervisor")?.named).toEqual([
      "Allocated by",
      "Overseen by",
      "Supervised by",
      "Initial chair",
    ]);
  });

  it("lead each child once, and no closed case", () => {
    const people = peopleOn([
      {},
      { childRef: "c-1001" },
      { childRef: "C-2" },
      { childRef: "C-3", status: "CLOSED" },
      { childRef: "" },
      { childRef: "" },
      null,
    ]);
    expect(called(people, "Sam Assistant")?.leads).toBe(4);
    expect(called(people, "Pat Supervisor")?.leads).toBe(0);
  });

  it("are nobody where the cell says so", () => {
    expect(
      peopleOn([
        { lead: "TBC", overseer: "Duty", cover: "", decidedBy: "", supervisedBy: "", initialMeetingChair: "#REF!" },
      ]),
    ).toEqual([]);
  });

  it("have the role that the sheet gives them, and both where it gives two", () => {
    const people = peopleOn([
      { lead: "Una Nowhere", leadRole: "SWA" },
      { lead: "Una Nowhere", leadRole: "Teacher" },
    ]);
    expect(called(people, "Una Nowhere")?.role).toBe("Social Work Assistant or Teacher");
  });

  it.each([
    ["Pat Supervisor", {}, "Registered to 30 Nov 2025"],
    ["Lee Lapsed", {}, "Registration ended on 29 Nov 2024"],
    ["Max Manager", {}, "No registration entered"],
    ["Jo Twin", {}, "More than one entry has this name"],
    ["Una Nowhere", {}, "Not on the register"],
    ["Kim Socialworker", { registration: "none" }, "Not registered as a social worker"],
    ["Kim Socialworker", { registration: "pending" }, "The registration cannot be read"],
    ["Kim Socialworker", { registeredTo: "" }, "Registered, no end date entered"],
    ["Kim Socialworker", { registeredTo: "soon" }, "Registered; the end date cannot be read"],
    ["Kim Socialworker", { registeredTo: "2024-11-30" }, "Registered to 30 Nov 2024"],
  ])("%s: what the register says", (name, change, says) => {
    const practitioners = EXAMPLE_REGISTER.map((person) => (person.name === name ? { ...person, ...change } : person));
    expect(called(peopleOn([{ lead: name }], { practitioners }), name)?.register).toBe(says);
  });

  it("are looked up nowhere without a register, and in vain in one without registrations", () => {
    expect(called(peopleOn([{}], { practitioners: null }), "Sam Assistant")?.register).toBe("No register to look in");
    expect(called(peopleOn([{}], { practitioners: [{ name: "Sam Assistant" }] }), "Sam Assistant")?.register).toMatch(
      /no column 'Registration'/,
    );
  });
});
