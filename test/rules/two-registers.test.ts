import { describe, expect, test } from "vitest";
import { isoDay } from "../../rules/dates.ts";
import { People } from "../../rules/people.ts";
import { kentTrial2024 } from "../../rules/policies/index.ts";
import { Register, type RawPractitioner } from "../../rules/register.ts";
import { termsOf } from "../../rules/terms.ts";

const asOf = isoDay("2024-11-30");
const held = { registration: "SW100001", registeredTo: "2025-11-30" };
const both = (council: readonly RawPractitioner[], workbook: readonly RawPractitioner[]) =>
  new Register({ practitioners: council, workbook: { practitioners: workbook } }, termsOf(kentTrial2024), asOf);
const standing = (register: Register, name: string, on = asOf) => new People(register).named(name).standingOn(on);

describe("the workbook's table beside the council's register", () => {
  test("speaks for whoever the council's does not know", () => {
    const register = both([{ name: "Pat Person", id: "P1" }], [{ name: "Wyn Workbook", id: "W9", ...held }]);
    expect(standing(register, "w9")).toBe("qualified");
    expect(register.practitioners.map(({ name, isFromWorkbook }) => [name, isFromWorkbook])).toEqual([
      ["Pat Person", false],
      ["Wyn Workbook", true],
    ]);
    expect(register.hasNamesakes).toBe(false);
  });

  test("keeps what it keeps besides", () => {
    const columns = [...both([{ name: "Pat Person", ...held }], [{ name: "Pat Person", caseLimit: 8 }]).columns];
    expect(columns).toEqual(["name", "registration", "registeredTo", "caseLimit"]);
  });

  test.each([
    ["none", { registration: "none" }, "cannot-tell"],
    ["an end that has passed", { ...held, registeredTo: "2024-11-29" }, "cannot-tell"],
    ["an earlier end still to come", { ...held, registeredTo: "2024-12-31" }, "qualified"],
    ["nothing", {}, "qualified"],
    ["something that is no registration", { registration: "pending" }, "qualified"],
    ["an end that cannot be read", { ...held, registeredTo: "soon" }, "qualified"],
  ] as const)("where it shows %s of somebody whom the council's shows registered", (_what, entry, expected) => {
    expect(standing(both([{ name: "Pat Person", ...held }], [{ name: "Person, Pat", ...entry }]), "Pat Person")).toBe(
      expected,
    );
  });

  test("does not doubt a day on which both show a registration", () => {
    const register = both(
      [{ name: "Pat Person", ...held }],
      [{ name: "Pat Person", ...held, registeredTo: "2024-11-29" }],
    );
    expect([standing(register, "Pat Person", asOf - 1), standing(register, "Pat Person")]).toEqual([
      "qualified",
      "cannot-tell",
    ]);
  });

  test("makes nothing better: the worse of the council's counts", () => {
    const ended = { ...held, registeredTo: "2024-11-29" };
    expect(standing(both([{ name: "Pat Person", ...ended }], [{ name: "Pat Person", ...held }]), "Pat Person")).toBe(
      "ended",
    );
  });

  test("is compared by staff number, else by name, and doubts where any of two namesakes is worse", () => {
    const byNumber = both(
      [{ name: "Pat Person", id: "P1", ...held }],
      [{ name: "P. Person", id: "p1", registration: "none" }],
    );
    const twins = both(
      [{ name: "Jo Twin", ...held }],
      [
        { name: "Jo Twin", ...held },
        { name: "Jo Twin", registration: "none" },
      ],
    );
    expect([standing(byNumber, "Pat Person"), standing(twins, "Jo Twin")]).toEqual(["cannot-tell", "cannot-tell"]);
  });
});

test("an Excel error is nobody's name or staff number", () => {
  const register = new Register(
    {
      practitioners: [
        { name: "#N/A", id: "#REF!" },
        { name: "Pat Person", id: "#N/A" },
      ],
    },
    termsOf(kentTrial2024),
    asOf,
  );
  expect(register.practitioners.map(({ key }) => key)).toEqual(["name:patperson"]);
});
