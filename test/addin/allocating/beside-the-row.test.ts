import { describe, expect, it } from "vitest";
import { EXAMPLE_REGISTER } from "../../../rules/example-row.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { helpOrFail, namesIn, optionFor } from "./cases.ts";

const kim = (change: Record<string, string>) =>
  EXAMPLE_REGISTER.map((one) => (one.name === "Kim Socialworker" ? { ...one, ...change } : one));
const child = { lead: "Sam Assistant", childRef: "C-1" };
const protection = { ...child, status: "CP" };

describe("somebody whose registration is about to end", () => {
  it.each([
    ["2025-03-01", []],
    ["2025-02-28", ["their registration is shown to 28 Feb 2025"]],
    ["2024-11-30", ["their registration is shown to 30 Nov 2024"]],
  ])("to %s may lead, with that said from ninety days before", (registeredTo, notes) => {
    const option = optionFor("Kim Socialworker", child, { practitioners: kim({ registeredTo }) });
    expect([option.may, option.notes]).toEqual(["may", notes]);
    expect(option.rules.includes("LP-35")).toBe(notes.length > 0);
  });

  it("is not spoken of where the policy leaves that rule out", () => {
    const policies = [{ ...kentTrial2024, rulesOff: ["LP-35" as const] }];
    const given = { practitioners: kim({ registeredTo: "2024-12-01" }), policies };
    expect(optionFor("Kim Socialworker", child, given).notes).toEqual([]);
  });
});

describe("a newly qualified social worker", () => {
  const practitioners = kim({ role: "NQSW" });
  it("may lead protection work once somebody experienced is co-worker", () => {
    const option = optionFor("Kim Socialworker", { ...protection, coWorker: "" }, { practitioners });
    expect(option.may).toBe("conditional");
    expect(option.reasons).toEqual([
      "an experienced social worker is named as co-worker, since they are newly qualified",
    ]);
    expect(optionFor("Kim Socialworker", { ...protection, coWorker: "Pat Supervisor" }, { practitioners }).may).toBe(
      "may",
    );
  });
  it("may lead other work alone", () => {
    expect(optionFor("Kim Socialworker", { ...child, coWorker: "" }, { practitioners }).may).toBe("may");
  });
  it("waits for a co-worker's cell that can be read", () => {
    const option = optionFor("Kim Socialworker", { ...protection, coWorker: "as above" }, { practitioners });
    expect(option.reasons).toEqual(["'Co-worker' can be read on this row"]);
  });
});

describe("a family whose other child somebody leads", () => {
  const family = { ...child, family: "F-1" };
  const sibling = { childRef: "C-2", family: "f-1 ", lead: "Kim Socialworker", cover: "Max Manager" };
  it("is said to whoever would be the second lead, with the row, and not to the first", () => {
    const given = { more: [sibling] };
    expect(optionFor("Kim Socialworker", family, given).notes).toEqual([]);
    expect(optionFor("Pat Supervisor", family, given).notes).toEqual([
      "row 3 of the same family names somebody else as lead",
    ]);
  });
  it("is nothing where the child has no family ref, or the other case is closed", () => {
    expect(optionFor("Pat Supervisor", { ...family, family: "" }, { more: [sibling] }).notes).toEqual([]);
    expect(optionFor("Pat Supervisor", family, { more: [{ ...sibling, status: "CLOSED" }] }).notes).toEqual([]);
  });
  it("leaves everybody in the group they were in", () => {
    const [alone, beside] = [helpOrFail(family), helpOrFail(family, { more: [sibling] })];
    for (const may of ["may", "conditional", "may-not"] as const)
      expect(namesIn(beside, may)).toEqual(namesIn(alone, may));
  });
});
