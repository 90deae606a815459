import { describe, expect, it } from "vitest";
import { findingsAsText } from "../../../addin/report/finding-table.ts";
import { filtered, severityCounts } from "../../../addin/pane/findings/filter.ts";
import { grouped } from "../../../addin/report/finding-groups.ts";
import { needsRegister, sectionFor } from "../../../addin/pane/findings/help.ts";
import { changeSentence, findingsTitle } from "../../../addin/pane/findings/summary.ts";
import { pastedCell } from "../../../addin/report/tab-separated.ts";
import { SEVERITIES } from "../../../rules/finding.ts";
import { CATALOGUE } from "../../../rules/catalogue/index.ts";
import { opened } from "./support/lists.ts";

const protection = { status: "CP", childRef: "C-2" };
const uncovered = { cover: "", childRef: "C-3", lead: "Eli Earlyhelp" };
const { findings, checked } = opened(
  [{}, uncovered, protection, { ...protection, childRef: "C-4", lead: "Eli Earlyhelp" }].map((row) => ({
    family: "",
    ...row,
  })),
);
const all = { severities: new Set(SEVERITIES), search: "" };
const none = { advice: 0, check: 0, action: 0, "not-eligible": 0 };

describe("findings in groups", () => {
  it("put the row with the worst finding first, and its own findings worst first", () => {
    const groups = grouped(findings, "row");
    expect(groups.map(({ title }) => title)).toEqual(["Row 7, C-2", "Row 8, C-4", "Row 6, C-3"]);
    expect(groups[0]?.findings.map(({ finding }) => finding.severity)[0]).toBe("not-eligible");
  });

  it("keep a group's key while rows above it are mended", () => {
    const after = opened([{}, {}, protection]).findings;
    expect(grouped(after, "row")[0]?.key).toBe(grouped(findings, "row")[0]?.key);
  });

  it("name the rule, and hold every row that breaks it", () => {
    const [first] = grouped(findings, "rule");
    expect(first?.title).toMatch(/^LP-03 /);
    expect(first?.findings.map(({ rowNumber }) => rowNumber)).toEqual([7, 8]);
  });

  it("name people by the alphabet, however much was found", () => {
    expect(grouped(findings, "person").map(({ title }) => title)).toEqual(["Eli Earlyhelp", "Sam Assistant"]);
  });

  it("take two spellings of a name for one person, and rows without a lead together", () => {
    const { findings: some } = opened([
      { ...protection, lead: "Assistant, Sam" },
      { ...protection, childRef: "C-5" },
      { lead: "", childRef: "C-6" },
      { lead: "", childRef: "C-7" },
    ]);
    expect(
      grouped(some, "person")
        .map(({ key }) => key)
        .sort(),
    ).toEqual(["nobody", "person samassistant"]);
  });

  it("show what concerns the sheet as a whole under that name", () => {
    const { findings: some } = opened([{}], undefined, { practitioners: null });
    for (const by of ["row", "person"] as const)
      expect(grouped(some, by).map(({ title }) => title)).toContain("The sheet as a whole");
  });
});

describe("findings asked for", () => {
  it("are all of them, the same list, without a filter", () => {
    expect(filtered(findings, all)).toBe(findings);
  });

  it("are those of the severities that are ticked", () => {
    const worst = filtered(findings, { ...all, severities: new Set(["not-eligible"] as const) });
    expect(new Set(worst.map(({ finding }) => finding.severity))).toEqual(new Set(["not-eligible"]));
    expect(filtered(findings, { ...all, severities: new Set() })).toEqual([]);
  });

  it.each([
    ["c-4", 8],
    ["LP-24 earlyhelp", 6],
    ["  C-3  ", 6],
  ])("hold every word of '%s', whatever its case", (search, row) => {
    const found = filtered(findings, { ...all, search });
    expect(new Set(found.map(({ rowNumber }) => rowNumber))).toEqual(new Set([row]));
  });

  it("are none where a word is nowhere", () => {
    expect(filtered(findings, { ...all, search: "C-4 zebra" })).toEqual([]);
  });

  it("are counted by severity", () => {
    expect(severityCounts(findings)["not-eligible"]).toBe(2);
    expect(severityCounts([])).toEqual(none);
  });
});

describe("the title", () => {
  it("counts findings and the rows that have some", () => {
    expect(findingsTitle(findings, checked)).toBe(`${findings.length} findings in 3 of 4 rows`);
  });

  it("says 'nothing found' of a sheet in order, never that anything is safe", () => {
    expect(findingsTitle([], opened([{}, null]).checked)).toBe("Nothing found in 1 row");
  });

  it("says so where the sheet as a whole has the only finding", () => {
    const { checked: sheet } = opened([{ lead: "", overseer: "", status: "CLOSED" }]);
    expect(findingsTitle(findings.slice(0, 1), sheet)).toBe("1 finding on the sheet as a whole");
  });
});

describe("findings that a manager has accepted", () => {
  const decided = { accepted: "LP-19", acceptedBy: "Pat Supervisor", acceptedUntil: "2024-12-31" };
  const { findings: some, checked: sheet } = opened([
    { wishesOn: "", childRef: "C-1", ...decided },
    { wishesOn: "", childRef: "C-2" },
  ]);

  it.each(["row", "rule", "person"] as const)("stand in a group of their own, the last, by %s", (by) => {
    const groups = grouped(some, by);
    expect(groups.at(-1)).toMatchObject({ title: "Accepted", findings: [{ childRef: "C-1" }] });
    expect(groups.slice(0, -1).flatMap((group) => group.findings.map(({ childRef }) => childRef))).toEqual(["C-2"]);
  });

  it("are in no count of severities, and are said in the title", () => {
    expect(severityCounts(some).advice).toBe(1);
    expect(findingsTitle(some, sheet)).toBe("1 finding in 1 of 2 rows, and 1 accepted");
  });

  it("are copied with who accepted them, and until when", () => {
    expect(findingsAsText("", some)).toContain("Advice, accepted by Pat Supervisor until 31 Dec 2024");
  });
});

describe("what a screen reader hears after an edit", () => {
  it.each([
    [undefined, none, "0 findings"],
    [none, { ...none, check: 1 }, "1 finding, 1 more"],
    [{ ...none, action: 14 }, { ...none, action: 12 }, "12 findings, 2 fewer"],
    [
      { ...none, advice: 3 },
      { ...none, advice: 2, "not-eligible": 1 },
      "3 findings: 1 more of 'Not eligible' and 1 fewer of 'Advice'",
    ],
    [{ ...none, advice: 3 }, { ...none, advice: 3 }, undefined],
  ])("is how the count has changed", (before, after, sentence) => {
    expect(changeSentence(before, after)).toBe(sentence);
  });
});

describe("copied findings", () => {
  const lines = findingsAsText("As of 30 Nov 2024, Kent trial 2024.", findings).split("\r\n");

  it("begin with the day and the policy, then the headers", () => {
    expect(lines[0]).toBe("As of 30 Nov 2024, Kent trial 2024.");
    expect(lines[1]?.split("\t")[0]).toBe("Row");
  });

  it("have one line a finding, each with as many cells as headers", () => {
    expect(lines).toHaveLength(findings.length + 2);
    expect(new Set(lines.slice(1).map((line) => line.split("\t").length))).toEqual(new Set([8]));
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+44", "'+44"],
    ["-", "'-"],
    ["@a", "'@a"],
    [" =1", "'=1"],
    ["\t=1", "'=1"],
    ["a\tb\nc", "a b c"],
    ["a;=1+1", "a;'=1+1"],
    ["＝1+1", "'＝1+1"],
    ["007", "'007"],
    ["14 Oct 2024", "14 Oct 2024"],
    ["C-1", "C-1"],
    [12, "12"],
    [-3, "-3"],
  ])("hold no formula and no line break: %j is %j", (value, safe) => {
    expect(pastedCell(value)).toBe(safe);
  });
});

describe("help with a finding", () => {
  it("leads to the columns, to the texts or to the register", () => {
    expect(sectionFor({ rule: "LP-08", breach: "no-column" })?.section).toBe("columns");
    expect(sectionFor({ rule: "LP-05", breach: "team-unknown" })?.section).toBe("texts");
    expect(needsRegister({ rule: "LP-33", breach: "no-register" })).toBe(true);
    expect(sectionFor({ rule: "LP-13", breach: "overdue" })).toBeUndefined();
  });

  it("is bound to breaches that the catalogue has", () => {
    const keys = new Set(CATALOGUE.flatMap(({ id, breaches }) => breaches.map(({ key }) => `${id}/${key}`)));
    for (const key of [
      "LP-04/role-unknown",
      "LP-05/team-unknown",
      "LP-32/unknown-role",
      "LP-32/unknown-team",
      "LP-33/no-register",
    ])
      expect(keys).toContain(key);
  });
});
