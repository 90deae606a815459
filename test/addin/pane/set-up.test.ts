import { describe, expect, it } from "vitest";
import { NO_CHOICES, type Choices } from "../../../addin/workbook/choices.ts";
import { columnLines, undecided, withColumn } from "../../../addin/pane/set-up/columns.ts";
import { policyNames, unknownTexts, withText, type TextKind } from "../../../addin/pane/set-up/texts.ts";
import { endAfter } from "../../../addin/pane/set-up/trial.ts";
import type { Cells } from "../../../rules/example.ts";
import { EXAMPLE_REGISTER } from "../../../rules/example-row.ts";
import { mapHeaders } from "../../../rules/headers.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { opened } from "./support/lists.ts";
import { openInputs } from "./support/check-inputs.ts";

const HEADERS = ["Child ref", "Lead professional", "Allocated worker", "Distrct", "Notes", "", 7];
const linesOf = (choices: Choices = NO_CHOICES) =>
  columnLines(HEADERS, mapHeaders(HEADERS, new Map(Object.entries(choices.columns))));
const fieldOf = (header: string, choices?: Choices) => linesOf(choices).find((line) => line.header === header)?.field;

describe("the columns of a sheet", () => {
  it("are shown as they are read, blanks and numbers left out", () => {
    expect(linesOf().map(({ header, field }) => [header, field])).toEqual([
      ["Child ref", "childRef"],
      ["Lead professional", "lead"],
      ["Allocated worker", undefined],
      ["Distrct", undefined],
      ["Notes", undefined],
    ]);
  });

  it("offer what a header nearly says, and say which column a second one stands behind", () => {
    expect(linesOf()[3]?.suggestion).toBe("team");
    expect(linesOf()[2]?.clash).toEqual({ field: "lead", used: "Lead professional" });
    expect(undecided(mapHeaders(HEADERS))).toBe(2);
  });

  it("are read as chosen", () => {
    const choices = withColumn(withColumn(NO_CHOICES, "Distrct", "team"), "Allocated worker", "lead");
    expect(fieldOf("Distrct", choices)).toBe("team");
    expect(fieldOf("Allocated worker", choices)).toBe("lead");
    expect(linesOf(choices)[1]?.clash).toEqual({ field: "lead", used: "Allocated worker" });
  });

  it("ask no more about a column that is left out", () => {
    const choices = withColumn(withColumn(NO_CHOICES, "Distrct", null), "allocated  WORKER", null);
    expect(linesOf(choices).every(({ suggestion, clash }) => suggestion === undefined && clash === undefined)).toBe(
      true,
    );
  });

  it("never have two of them chosen for one field, nor one header chosen twice", () => {
    const choices = withColumn(
      withColumn(withColumn(NO_CHOICES, "Notes", "team"), "Distrct", "team"),
      "distrct",
      "team",
    );
    expect(choices.columns).toEqual({ distrct: "team" });
  });

  it("keep what else was chosen", () => {
    const before: Choices = { ...NO_CHOICES, teams: { "Dover CSWT 1": "dover" }, columns: { Notes: null } };
    expect(withColumn(before, "Distrct", "team")).toEqual({ ...before, columns: { Notes: null, Distrct: "team" } });
  });
});

const unknown = (kind: TextKind, rows: readonly Cells[], said = {}) =>
  unknownTexts(opened(rows, undefined, said).reader, kind).map(({ text, nearest }) => [text, nearest?.value]);

describe("texts that the policy does not know", () => {
  it("are each listed once, with what they were probably meant as", () => {
    const rows = [
      { team: "Dover CSWT 1" },
      { team: "dover cswt-1" },
      { team: "Thannet" },
      { team: "Atlantis" },
      { team: "Dover" },
      { team: "" },
    ];
    expect(unknown("teams", rows)).toEqual([
      ["Dover CSWT 1", "dover"],
      ["Thannet", "thanet"],
      ["Atlantis", undefined],
    ]);
  });

  it("are gone once they are mapped, and what was said is one text however it is spelt", () => {
    const choices = withText(withText(NO_CHOICES, "teams", "Dover CSWT 1", "thanet"), "teams", "DOVER CSWT 1", "dover");
    expect(choices.teams).toEqual({ "DOVER CSWT 1": "dover" });
    expect(unknown("teams", [{ team: "Dover CSWT 1" }], { choices })).toEqual([]);
    expect(withText(choices, "teams", "dover cswt 1", undefined).teams).toEqual({});
  });

  it("include roles of the sheet", () => {
    expect(unknown("roles", [{ lead: "Una Nowhere", leadRole: "Socail Worker" }, { leadRole: "SWA" }])).toEqual([
      ["Socail Worker", "Social Worker"],
    ]);
  });

  it("include statuses, of which nothing less is offered than they may be", () => {
    const texts = ["Step up to CP", "CIN / CP", "Family Help Assesment", "Level 4", "chilld in need", "CIN", "tbc", ""];
    expect(
      unknown(
        "statuses",
        texts.map((status) => ({ status })),
      ),
    ).toEqual([
      ["Step up to CP", "CP"],
      ["CIN / CP", "CP"],
      ["Family Help Assesment", "EH"],
      ["Level 4", undefined],
      ["chilld in need", "CIN"],
    ]);
    const choices = withText(NO_CHOICES, "statuses", "Level 4", "CIN");
    expect(choices.statuses).toEqual({ "Level 4": "CIN" });
    expect(unknown("statuses", [{ status: "level 4" }], { choices })).toEqual([]);
    expect(withText(choices, "statuses", "LEVEL 4", undefined).statuses).toEqual({});
    expect(policyNames(opened([{}]).reader, "statuses")).toContainEqual({ value: "CP", name: "child protection (CP)" });
  });

  it("leave out what is no text for a policy: marks alone, or longer than a name", () => {
    expect(unknown("teams", [{ team: "???" }, { team: "x".repeat(201) }])).toEqual([]);
  });

  it("may stand for every team and role of the policy, those outside the trial too", () => {
    const { reader } = opened([{}]);
    expect(policyNames(reader, "teams")).toHaveLength(
      kentTrial2024.trial.teams.length + kentTrial2024.otherTeams.length,
    );
    expect(policyNames(reader, "roles").map(({ name }) => name)).toContain("Practice Supervisor");
  });

  it("mean what the policy says, once it knows one of them itself", () => {
    const named = kentTrial2024.otherTeams.map((team) =>
      team.id === "ashford" ? { ...team, aliases: ["Coast"] } : team,
    );
    const policies = [{ ...kentTrial2024, otherTeams: named }];
    const { findings } = opened([{ team: "Coast" }], undefined, {
      policies,
      choices: { teams: { coast: "dover" } },
      practitioners: EXAMPLE_REGISTER,
    });
    expect(findings.map(({ finding }) => finding.breach)).toContain("outside-trial");
    expect(
      openInputs({ policies, choices: { teams: { coast: "dover" } } }).policy.trial.teams.flatMap(
        ({ aliases }) => aliases,
      ),
    ).not.toContain("coast");
  });
});

describe("a trial's new end", () => {
  it.each([
    ["2025-09-30", "2025-10-01"],
    ["2025-04-04", "2025-04-05"],
    ["2025-12-31", "2026-01-01"],
  ])("is the day after its last day, %s", (lastDay, end) => {
    expect(endAfter(lastDay, "2025-04-04")).toBe(end);
  });

  it.each(["2025-04-03", "", "soon", "2025-02-30"])("is nothing where %j extends nothing", (lastDay) => {
    expect(endAfter(lastDay, "2025-04-04")).toBeUndefined();
  });
});
