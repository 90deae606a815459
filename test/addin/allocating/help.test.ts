import { describe, expect, it } from "vitest";
import { loadInWords } from "../../../addin/allocating/loads.ts";
import { EXAMPLE_REGISTER } from "../../../rules/example-row.ts";
import type { RawPractitioner } from "../../../rules/register.ts";
import { columnsWithout } from "../../rules/sheets.ts";
import { helpFor, helpOrFail, namesIn, optionFor } from "./cases.ts";

const withPerson = (name: string, change: RawPractitioner): RawPractitioner[] =>
  EXAMPLE_REGISTER.map((one) => (one.name === name ? { ...one, ...change } : one));
const sam = (change: RawPractitioner) => ({ practitioners: withPerson("Sam Assistant", change) });

describe("who may lead a child in need case in Thanet", () => {
  it("is told by the rules, by name within each group, without the present lead and without other teams", () => {
    const help = helpOrFail({});
    expect(namesIn(help, "may")).toEqual(["Jo Twin (J2)", "Pat Supervisor", "Sal Senior", "Sam Assistant"]);
    expect(namesIn(help, "conditional")).toEqual(["Eli Earlyhelp", "Jo Twin (J1)", "Tay Teacher"]);
    expect(namesIn(help, "may-not")).toEqual([]);
    expect(help.leadsNow).toBe("Kim Socialworker");
    expect(help.drawnFrom).toBe(
      "Listed are the people of Thanet on the register, and those whom it puts in no team. 3 people of other teams left out.",
    );
  });

  it("lists everyone where the row names no team, and says so", () => {
    const help = helpOrFail({ team: "" });
    expect(
      Object.values(help.groups)
        .flat()
        .map(({ name }) => name),
    ).toEqual(expect.arrayContaining(["Lee Lapsed", "Max Manager", "Noa Newcomer"]));
    expect(help.drawnFrom).toBe("This row names no team: everyone on the register is listed.");
    expect(optionFor("Noa Newcomer", { team: "" }).reasons).toContain("the row names a team that the policy knows");
  });

  it("takes a team by any of its names", () => {
    expect(namesIn(helpOrFail({ team: "Gravesham" }, sam({ team: "Gravesend" })), "may")).toContain("Sam Assistant");
  });

  it("names people of the same name by their staff numbers, and leaves out those whom nothing tells apart", () => {
    expect(
      Object.values(helpOrFail({}).groups)
        .flat()
        .flatMap(({ name, text }) => (name.startsWith("Jo Twin") ? [text] : []))
        .sort(),
    ).toEqual(["J1", "J2"]);
    const twins = [
      { name: "Jo Twin", role: "SWA" },
      { name: "Jo Twin", role: "SWA" },
    ];
    const help = helpOrFail({}, { practitioners: twins });
    expect(Object.values(help.groups).flat()).toEqual([]);
    expect(help.drawnFrom).toContain("2 entries of the register left out");
  });
});

describe("who may not lead, and why", () => {
  it.each(["CP", "S47", "CLA"])("is whoever is no registered social worker, in a case of status %s", (status) => {
    const help = helpOrFail({ status });
    expect(namesIn(help, "may")).toEqual(["Jo Twin (J2)", "Pat Supervisor", "Sal Senior"]);
    expect(optionFor("Sam Assistant", { status })).toMatchObject({
      may: "may-not",
      reasons: ["only a registered social worker may lead this case"],
      rules: ["LP-03"],
      notes: [],
    });
  });

  it("is nobody whose registration is shown as ended: once it is renewed, they may", () => {
    const lee = (asOf: string) => optionFor("Lee Lapsed", { status: "CP", team: "Dover" }, { asOf }).may;
    expect([lee("2024-11-29"), lee("2024-11-30"), lee("2024-12-14")]).toEqual(["may", "conditional", "conditional"]);
  });

  it("is an assistant outside the trial's teams, and from the day the trial ends", () => {
    expect(optionFor("Sam Assistant", { team: "Maidstone" }, sam({ team: "Maidstone" }))).toMatchObject({
      may: "may-not",
      reasons: ["only a registered social worker may lead in a team outside the trial"],
    });
    expect(optionFor("Sam Assistant", {}, { asOf: "2025-04-03" }).may).toBe("may");
    expect(optionFor("Sam Assistant", {}, { asOf: "2025-04-04" })).toMatchObject({
      may: "may-not",
      reasons: ["the trial that would allow it is over"],
    });
  });
});

describe("who may lead once something is arranged", () => {
  const reasonsOf = (...given: Parameters<typeof optionFor>) => {
    const { may, reasons } = optionFor(...given);
    return [may, ...reasons];
  };

  it.each([
    [
      "a qualified overseer",
      { overseer: "" },
      {},
      "a social-work-qualified supervisor or manager is named to oversee the case",
    ],
    ["somebody else as overseer", { overseer: "Sam Assistant" }, {}, "somebody else is named to oversee the case"],
    ["somebody else as cover", { cover: "Sam Assistant" }, {}, "somebody else is named as cover"],
    ["a higher level", { complexity: 3 }, {}, "they are signed off for a case of this complexity"],
    ["a level that can be read", {}, { level: "gold" }, "'Level' can be read in the register"],
    ["a sign-off", {}, { signedOffOn: "" }, "they are signed off as ready to lead"],
    ["a sign-off that can be read", {}, { signedOffOn: "October" }, "'Signed off on' can be read in the register"],
    ["training", {}, { training: [] }, "their training is booked"],
    ["a limit that can be read", {}, { caseLimit: "a few" }, "'Case limit' can be read in the register"],
    ["an overseer that can be read", { overseer: "#N/A" }, {}, "'Overseen by' can be read on this row"],
    ["a complexity that can be read", { complexity: "purple" }, {}, "'Complexity' can be read on this row"],
    ["a social worker for the assessment", { status: "ASSESS" }, {}, "a social worker carries out the assessment"],
    ["a return, or a cover", { cover: "" }, { absentFrom: "2024-11-01" }, "they are back, or a cover is named"],
  ])("wants %s", (_, row, person, reason) => {
    expect(reasonsOf("Sam Assistant", row, sam(person))).toEqual(["conditional", reason]);
  });

  it("asks a social worker for none of what is asked of others", () => {
    expect(optionFor("Sal Senior", { overseer: "", complexity: "purple" })).toMatchObject({
      may: "may",
      reasons: [],
      notes: [],
    });
  });

  it("wants the column that the sheet does not have", () => {
    expect(reasonsOf("Sam Assistant", {}, { fields: columnsWithout("leadFrom") })).toEqual([
      "conditional",
      "the sheet has the column 'Allocated on'",
    ]);
  });

  it("takes no notice of a sign-off still to come but that it is none yet", () => {
    expect(reasonsOf("Sam Assistant", {}, sam({ signedOffOn: "2024-12-01" }))).toEqual([
      "conditional",
      "they are signed off as ready to lead",
    ]);
  });
});

describe("what someone would lead", () => {
  const three = [1, 2, 3].map((n) => ({ childRef: `D-${n}`, lead: "Sam Assistant" }));
  const loadOf = (...given: Parameters<typeof optionFor>) => {
    const { may, load } = optionFor(...given);
    return [may, loadInWords(load)];
  };

  it("is one case more, of the limit in the register", () => {
    expect(loadOf("Sam Assistant", {}, { more: three })).toEqual(["may", "Cases: from 3 to 4 of 8"]);
    expect(loadOf("Sal Senior", {})).toEqual(["may", "Cases: from 0 to 1 (no limit in the register)"]);
  });

  it("counts a child once, and not at all where the case is closed", () => {
    const more = [
      ...three,
      { childRef: "d-1 ", lead: "A1" },
      { childRef: "D-9", lead: "Sam Assistant", status: "Closed" },
    ];
    expect(loadOf("Sam Assistant", {}, { more })).toEqual(["may", "Cases: from 3 to 4 of 8"]);
  });

  it("stays where they lead the child on another row already", () => {
    expect(loadOf("Sam Assistant", { childRef: "D-1" }, { more: three })).toEqual([
      "may",
      "Cases: stays at 3 of 8, since they lead this child on another row",
    ]);
  });

  it("may reach the limit with a note, and pass it once that is agreed", () => {
    const at = (limit: number) => optionFor("Sam Assistant", {}, { more: three, ...sam({ caseLimit: limit }) });
    expect(at(5)).toMatchObject({ may: "may", notes: [] });
    expect(at(4)).toMatchObject({ may: "may", notes: ["this would bring them to their limit"] });
    expect(at(3)).toMatchObject({ may: "conditional", rules: ["LP-25"] });
  });
});

describe("where nobody can tell", () => {
  it.each([
    [
      "the status is blank",
      { status: "" },
      {},
      "'Case status' is blank on this row, so nobody can tell who may lead. Enter it first.",
    ],
    [
      "the status is none",
      { status: "banana" },
      {},
      "'Case status' cannot be read on this row, so nobody can tell who may lead. Correct it first.",
    ],
    ["the case is closed", { status: "Closed" }, {}, "This case is closed, so nobody is sought to lead it."],
    [
      "there is no register",
      {},
      { practitioners: null },
      "There is no register, so nobody can be listed. Make a Practitioners table, or sign in to the council's service.",
    ],
  ])("because %s, it says so instead of listing anyone", (_, row, given, sentence) => {
    expect(helpFor(row, given)).toBe(sentence);
  });

  it.each(["lead", "status"] as const)("because the sheet has no column for the %s, it says which", (field) => {
    expect(helpFor({}, { fields: columnsWithout(field) })).toMatch(/^The sheet has no column '/);
  });

  it("says which rules could not be asked, and nothing of rules that no longer bind", () => {
    const { notChecked } = helpOrFail({}, { fields: columnsWithout("cover") });
    expect(notChecked).toEqual(["Add the column 'Cover' to check LP-24 (Someone can respond when the lead cannot)."]);
    expect(helpOrFail({}).notChecked).toEqual([]);
  });
});
