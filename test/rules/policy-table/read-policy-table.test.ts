import { describe, expect, test } from "vitest";
import { england2026, kentTrial2024 } from "../../../rules/policies/index.ts";
import { termsOf } from "../../../rules/terms.ts";
import { read } from "./reading.ts";

describe("a council's own table", () => {
  const { policy, unusable, basedOn } = read([
    ["Based on", "England 2026"],
    ["Title", "Northtown 2026"],
    ["team", "Northtown East", "NE; East hub"],
    ["trial team", "Northtown West"],
    ["role", "assistant", "Family Coach, FC"],
    ["Role", "Education, not timetabled", "Learning mentor"],
    ["status", "CIN", "Tier 3; Family plan"],
    ["status", "child protection", "Tier 4"],
    ["course", "1 September 2026", "Leading well"],
    ["supervision", "4 weeks"],
    ["overseen", "CIN, ASSESS, EH"],
    ["rule off", "LP-11, lp-12"],
    ["rule on", "LP-10"],
    ["service manager", "NE: Sam Example"],
    ["front door", "the Northtown hub on 01000 000000"],
    ["out of hours", "the Northtown night team"],
    ["unallocated days", 7],
    ["Valid months: assessment", "6"],
    ["case weight CP", 2.5],
    ["assessment by others", true],
    ["", ""],
  ]);

  test("changes the policy that it is based on, and leaves the rest of it as it is", () => {
    expect(unusable).toEqual([]);
    expect(basedOn).toBe(england2026);
    expect(policy).toEqual({
      ...england2026,
      id: "workbook",
      title: "Northtown 2026",
      trial: { ...england2026.trial, teams: [{ id: "northtown-west", name: "Northtown West", aliases: [] }] },
      otherTeams: [{ id: "northtown-east", name: "Northtown East", aliases: ["NE", "East hub"] }],
      roles: [
        ...england2026.roles,
        { name: "Family Coach", kind: "assistant", aliases: ["FC"], timetabled: false },
        { name: "Learning mentor", kind: "education", aliases: [], timetabled: false },
      ],
      statuses: [
        { code: "CIN", aliases: ["Tier 3", "Family plan"] },
        { code: "CP", aliases: ["Tier 4"] },
      ],
      courses: [{ name: "Leading well", from: "2026-09-01" }],
      supervision: { ...england2026.supervision, every: { days: 28 } },
      overseen: ["CIN", "ASSESS", "EH"],
      rulesOff: ["LP-11", "LP-12", "LP-16", "LP-18"],
      serviceManagers: [{ team: "northtown-east", name: "Sam Example" }],
      frontDoor: "the Northtown hub on 01000 000000",
      outOfHours: "the Northtown night team",
      unallocatedDays: 7,
      validMonths: { ...england2026.validMonths, assessment: 6 },
      caseWeights: { CP: 2.5 },
      assessmentByOthers: true,
    });
    expect(termsOf(policy).statuses("tier 4")).toEqual(["CP"]);
  });

  test("that only says what ships is what ships", () => {
    expect(read([["based on", "kent-trial-2024"]]).policy).toBe(kentTrial2024);
    expect(read([["front door", england2026.frontDoor]]).policy).toBe(england2026);
    expect(read([]).policy).toBe(england2026);
  });

  test("is based on the policy that the teams speak for where it does not say on which", () => {
    expect(read([["title", "Ours"]], { usual: kentTrial2024 })).toMatchObject({
      basedOn: kentTrial2024,
      policy: { title: "Ours", overseen: kentTrial2024.overseen },
    });
  });

  test("that is named by nobody says that it is changed", () => {
    expect(read([["unallocated days", 3]]).policy).toMatchObject({
      id: "workbook",
      title: "England 2026, changed in this workbook",
    });
  });

  test("keeps what the workbook says of the trial besides, unless its own rows do", () => {
    const adjusted = (policy: typeof kentTrial2024) => ({ ...policy, scheme: "adopted" as const });
    const options = { usual: kentTrial2024, adjusted };
    expect(read([["unallocated days", 3]], options)).toMatchObject({
      policy: { scheme: "adopted" },
      saysOfTrial: false,
    });
    expect(read([["scheme", "trial"]], options)).toMatchObject({ policy: { scheme: "trial" }, saysOfTrial: true });
    expect(read([["trial end", "soon"]], options).saysOfTrial).toBe(false);
  });

  test("has dates as Excel keeps them, in the workbook's own way of counting", () => {
    expect(read([["course", 45_569, "Chairing"]]).policy.courses).toEqual([{ name: "Chairing", from: "2024-10-04" }]);
    expect(read([["course", 44_107, "Chairing"]], { date1904: true }).policy.courses).toEqual([
      { name: "Chairing", from: "2024-10-04" },
    ]);
    expect(
      read(
        [
          ["course", "2024-10-05", "Lead professional training schedule"],
          ["course", "2024-10-06", "Chairing"],
          ["course", "2024-10-07", "Visiting"],
        ],
        { usual: { ...kentTrial2024, courses: [...kentTrial2024.courses, { name: "Chairing", from: "2024-10-04" }] } },
      ).policy.courses,
    ).toEqual([
      { name: "Lead professional training schedule", from: "2024-10-05" },
      { name: "Chairing", from: "2024-10-06" },
      { name: "Visiting", from: "2024-10-07" },
    ]);
    expect(read([["supervision", "a month"]]).policy.supervision.every).toEqual({ months: 1 });
    expect(read([["overseen", "none"]]).policy.overseen).toEqual([]);
  });

  test("moves the trial to another year, whichever of its two days is written first", () => {
    for (const rows of [
      [
        ["trial start", "2026-01-05"],
        ["trial end", "2026-07-05"],
      ],
      [
        ["trial end", "2026-07-05"],
        ["trial start", "2026-01-05"],
      ],
    ] as const)
      expect(read(rows)).toMatchObject({ policy: { trial: { start: "2026-01-05", end: "2026-07-05" } }, unusable: [] });
    expect(
      read([
        ["trial start", "2026-01-05"],
        ["trial end", "2025-07-05"],
      ]),
    ).toMatchObject({
      policy: england2026,
      unusable: [{ row: 2 }, { row: 3, reason: "The value must be after trial.start." }],
    });
  });
});

describe("teams and roles of a table", () => {
  test("change those of the same name, whose ids and other names stay", () => {
    const { policy } = read(
      [
        ["team", "Gravesham"],
        ["team", "Dover West", "Dover"],
      ],
      { usual: kentTrial2024 },
    );
    expect(policy.otherTeams).toContainEqual({
      id: "gravesend",
      name: "Gravesham",
      aliases: ["Gravesend", "Gravesend CSWT"],
    });
    expect(policy.otherTeams).toContainEqual({ id: "dover", name: "Dover West", aliases: ["Dover", "Dover CSWT"] });
    expect(policy.trial.teams.map(({ id }) => id)).not.toContain("gravesend");
  });

  test("are all there are where a row says so", () => {
    const { policy } = read(
      [
        ["only these", "teams"],
        ["only these", "Roles"],
        ["only these", "courses"],
        ["team", "Dover"],
        ["role", "assistant", "SWA"],
      ],
      { usual: kentTrial2024 },
    );
    expect(policy.otherTeams).toEqual([{ id: "dover", name: "Dover", aliases: [] }]);
    expect(policy.trial.teams).toEqual([]);
    expect(policy.roles).toEqual([{ name: "SWA", kind: "assistant", aliases: [], timetabled: false }]);
    expect(policy.courses).toEqual([]);
  });

  test("take a name from another, which is said", () => {
    const { policy, remarks } = read([["role", "assistant", "Family Coach; FSW"]]);
    expect(termsOf(policy).role("FSW")?.name).toBe("Family Coach");
    expect(remarks).toEqual([{ row: 2, reason: "Without this row 'FSW' is another name of 'Family Support Worker'." }]);
  });

  test("have each an id of its own, whatever letters their names have", () => {
    const { policy, unusable } = read([
      ["team", "North & East"],
      ["team", "North and East!", ""],
      ["team", "Север"],
      ["team", "Harbour"],
      ["team id", "harbour-2019", "Harbour"],
    ]);
    expect(unusable).toEqual([]);
    expect(policy.otherTeams.map(({ id }) => id)).toEqual([
      "north-and-east",
      "north-and-east-2",
      "север",
      "harbour-2019",
    ]);
  });
});

describe("a text that is read otherwise without the table", () => {
  test("is said, so that child protection which slipped into another status is seen", () => {
    expect(
      read([
        ["status", "EH", "CP - Neglect; Tier 2"],
        ["role", "assistant", "Family Coach; FSW"],
      ]),
    ).toMatchObject({
      remarks: [
        { row: 2, reason: "Without this row 'CP - Neglect' is read as child protection." },
        { row: 3, reason: "Without this row 'FSW' is another name of 'Family Support Worker'." },
      ],
      unusable: [],
    });
  });
});
