import { describe, expect, it } from "vitest";
import { NO_CHOICES, type Choices } from "../../../addin/workbook/choices.ts";
import { parseChoices, writtenChoices } from "../../../addin/workbook/stored-choices.ts";

const CHOICES: Choices = {
  columns: { "Allocated worker": "lead", "Spare date": null },
  teams: { "Dover CSWT 1": "dover" },
  roles: { "Worker 2": "Social Worker" },
  trial: { kind: "extended", end: "2025-10-04" },
  marks: { s1: ["f1"] },
};

describe("the choices that a workbook keeps", () => {
  it("are read as they were written", () => {
    expect(parseChoices(writtenChoices(CHOICES, {}))).toEqual({ choices: CHOICES, problem: undefined, unknown: {} });
  });

  it("are none, and no problem, in a workbook that has never kept any", () => {
    for (const nothing of [undefined, null, ""])
      expect(parseChoices(nothing)).toEqual({ choices: NO_CHOICES, problem: undefined, unknown: {} });
  });

  it.each(["{", "42", "[]", '"text"', "null", "{}", '{"version":"1"}', '{"version":0}', 7, true])(
    "are not used, and said so, when they are %s",
    (stored) => {
      const { choices, problem } = parseChoices(stored);
      expect(choices).toEqual(NO_CHOICES);
      expect(problem).toContain("could not be read");
    },
  );

  it("are not used when a newer version wrote them", () => {
    const { choices, problem } = parseChoices('{"version":2,"columns":{"Worker":"lead"}}');
    expect(choices).toEqual(NO_CHOICES);
    expect(problem).toContain("newer version");
  });

  it("lose only the parts that cannot be used", () => {
    const stored = {
      version: 1,
      columns: { Worker: "lead", Other: "no such field" },
      teams: "none",
      roles: { A: 4 },
      trial: { kind: "extended", end: "soon" },
      marks: { s1: ["f1"], s2: [1] },
    };
    const { choices, problem } = parseChoices(JSON.stringify(stored));
    expect(choices).toEqual({ ...NO_CHOICES, columns: { Worker: "lead" }, marks: { s1: ["f1"] } });
    expect(problem).toContain("Some of the choices");
  });

  it.each([{ kind: "ended" }, { kind: "adopted" }, { kind: "extended", end: "2025-10-04" }])(
    "keep what became of the trial: %o",
    (trial) => {
      expect(parseChoices(JSON.stringify({ version: 1, trial })).choices.trial).toEqual(trial);
    },
  );

  it("are written back with what this version does not know", () => {
    const { unknown } = parseChoices('{"version":1,"columns":{},"colours":"dark"}');
    expect(JSON.parse(writtenChoices(CHOICES, unknown))).toEqual({ colours: "dark", version: 1, ...CHOICES });
  });
});
