import { describe, expect, it } from "vitest";
import { isoDay } from "../../../rules/dates.ts";
import { WorkbookProblem } from "../../../addin/workbook/workbook.ts";
import { aDesk } from "./fakes.ts";
import { aList } from "./lists.ts";

const HEADERS = ["Child ref", "Case status", "Lead professional", "Lead role", "Team", "Allocated on", "Overseen by"];
const row = (ref: string, status: string) => [
  ref,
  status,
  "Invented Ann",
  "Social Work Assistant",
  "Dover",
  "14/10/2024",
  "Invented Olu",
];
const list = () => aList({ headers: HEADERS, rows: [row("T1001", "CIN"), row("T1002", "CIN")] });
const register = {
  headers: ["Name", "Role", "Registration", "Registered to"],
  rows: [
    ["Invented Ann", "Social Work Assistant", "none", ""],
    ["Invented Olu", "Team Manager", "SW123456", "2025-12-01"],
  ],
};

const worst = ({ model }: ReturnType<typeof aDesk>) => model.checked.value?.rows.map((checked) => checked?.verdict);

describe("the pane's model", () => {
  it("loads, reads the workbook and shows what the rules say of the list on the sheet being looked at", async () => {
    const other = { ...list(), key: "t0", sheetId: "s0", sheet: "Old" };
    const opened = aDesk([other, list()], { register });
    expect(opened.model.phase.value).toEqual({ is: "loading" });
    await opened.model.start();
    expect(opened.model.phase.value).toEqual({ is: "ready" });
    expect(opened.model.current.value?.key).toBe("t1");
    expect(worst(opened)).not.toContain("not-eligible");
  });

  it("follows an edit without reading the workbook again, and back", async () => {
    const opened = aDesk([list()], { register });
    await opened.model.start();
    opened.report({ kind: "cells", sheetId: "s1", top: 2, left: 1, cells: [["CP"]] });
    expect(worst(opened)).toEqual([expect.not.stringMatching("not-eligible"), "not-eligible"]);
    expect(opened.model.findings.value[0]).toMatchObject({
      rowNumber: 3,
      childRef: "T1002",
      cell: "C3",
      finding: { rule: "LP-03" },
    });
    opened.report({ kind: "cells", sheetId: "s1", top: 2, left: 1, cells: [["CIN"]] });
    expect(worst(opened)).not.toContain("not-eligible");
    expect(opened.asked.filter(([what]) => what === "read")).toHaveLength(1);
  });

  it("reads the workbook anew when rows come or go, or another sheet is edited", async () => {
    const opened = aDesk([list()], { register });
    await opened.model.start();
    opened.state.read = { ...opened.state.read, lists: [aList({ headers: HEADERS, rows: [row("T1003", "CIN")] })] };
    opened.report({ kind: "structure" });
    await expect.poll(() => opened.model.current.value?.allocations.rows.length).toBe(1);
    opened.report({ kind: "cells", sheetId: "s9", top: 0, left: 0, cells: [["x"]] });
    await expect.poll(() => opened.asked.filter(([what]) => what === "read").length).toBe(3);
  });

  it("loses no edit that comes while it reads", async () => {
    const opened = aDesk([list()], { register });
    await opened.model.start();
    opened.report({ kind: "structure" });
    opened.report({ kind: "cells", sheetId: "s1", top: 2, left: 1, cells: [["CP"]] });
    opened.state.read = {
      ...opened.state.read,
      lists: [aList({ headers: HEADERS, rows: [row("T1001", "CIN"), row("T1002", "CP")] })],
    };
    await expect.poll(() => worst(opened)?.[1]).toBe("not-eligible");
    expect(opened.asked.filter(([what]) => what === "read")).toHaveLength(3);
  });

  it("says what Excel refused and keeps what was read before", async () => {
    const opened = aDesk([list()], { register });
    await opened.model.start();
    opened.state.fault = new WorkbookProblem(
      "AccessDenied",
      "The sheet Cases is protected. Unprotect it first.",
      "worksheet.getRange",
    );
    await opened.model.addCheckColumns();
    expect(opened.model.notice.value).toEqual({
      kind: "problem",
      sentence: "The sheet Cases is protected. Unprotect it first.",
      detail: "AccessDenied worksheet.getRange",
    });
    expect(opened.model.busy.value).toBeUndefined();
    expect(opened.model.checked.value?.rows).toHaveLength(2);
  });

  it("shows a failure to begin with, with nothing of the error's own text", async () => {
    const opened = aDesk([list()]);
    opened.state.fault = new RangeError("cell T1001");
    await opened.model.start();
    expect(opened.model.phase.value).toMatchObject({ is: "failed", detail: "RangeError" });
    expect(JSON.stringify(opened.model.phase.value)).not.toContain("T1001");
  });

  it("follows edits once a second try to read has worked", async () => {
    const opened = aDesk([list()], { register });
    opened.state.fault = new RangeError("no");
    await opened.model.start();
    opened.state.fault = undefined;
    await opened.model.readAgain();
    opened.report({ kind: "cells", sheetId: "s1", top: 2, left: 1, cells: [["CP"]] });
    expect(worst(opened)?.[1]).toBe("not-eligible");
  });

  it("offers the example where the workbook has no list", async () => {
    const opened = aDesk([]);
    await opened.model.start();
    expect(opened.model.phase.value).toEqual({ is: "no-table" });
    await opened.model.mark();
    expect(opened.model.notice.value?.sentence).toBe("There is no list of allocations in this workbook at present.");
  });

  it("hands the rows that are looked at to the service, and again after an edit", async () => {
    const opened = aDesk([list()], { register });
    await opened.model.start();
    opened.report({ kind: "cells", sheetId: "s1", top: 2, left: 1, cells: [["CP"]] });
    expect(opened.service.sheets.map(({ rows }) => rows[1]?.[1])).toEqual(["CIN", "CP"]);
  });

  it.each([
    ["the day before the trial's end", "2025-04-03", false],
    ["the day it ends", "2025-04-04", true],
  ])("on %s asks or does not ask what became of it", async (_, day, asks) => {
    const opened = aDesk([list()], { checkDate: isoDay(day) });
    await opened.model.start();
    expect(opened.model.asksAboutTrial.value).toBe(asks);
    await opened.model.keepChoices((choices) => ({ ...choices, trial: { kind: "extended", end: "2025-10-04" } }));
    expect(opened.model.asksAboutTrial.value).toBe(false);
    expect(opened.model.inputs.value.policy.trial.end).toBe("2025-10-04");
  });

  it("keeps the check date as a serial of the workbook's own calendar", async () => {
    const opened = aDesk([list()], { date1904: true });
    await opened.model.start();
    await opened.model.keepCheckDate("2025-01-31");
    expect(opened.asked.at(-1)).toEqual(["keepCheckDate", 45_688 - 1_462]);
    expect(opened.model.inputs.value.asOf).toBe(isoDay("2025-01-31"));
  });

  it("marks each cell once, for the worst that is wrong with it", async () => {
    const opened = aDesk([aList({ headers: HEADERS, rows: [row("T1002", "CP")] })], { register });
    await opened.model.start();
    await opened.model.mark();
    const [, sheetId, marks] = opened.asked.find(([what]) => what === "mark") as [
      string,
      string,
      { row: number; column: number; severity: string }[],
    ];
    expect(sheetId).toBe("s1");
    expect(marks).toContainEqual({ row: 1, column: 2, severity: "not-eligible" });
    expect(new Set(marks.map((mark) => `${mark.row},${mark.column}`)).size).toBe(marks.length);
  });

  it("writes a report on a month that was sent, with the months before it", async () => {
    const month = (name: string) => ({
      receipt: {
        team: "dover",
        month: name,
        version: 1,
        asOf: `${name}-28`,
        rows: 1,
        verdicts: { clear: 1, advice: 0, check: 0, action: 0, "not-eligible": 0 },
        policyHash: "other",
        contentHash: "c",
        at: `${name}-28T10:00:00.000Z`,
      },
      measures: { cases: { count: 1 } },
      versions: 1,
    });
    const history = {
      months: () => Promise.resolve([month("2024-10"), month("2024-11")]),
      changes: () => Promise.reject(new RangeError()),
      giveFeedback: () => Promise.resolve(),
    };
    const opened = aDesk([list()], { register }, { history });
    await opened.model.start();
    await opened.model.insertReport("dover", "2024-11");
    const [, sheet] = opened.asked.find(([what]) => what === "insertReport") as [
      string,
      { title: string; charts: unknown[] },
    ];
    expect(sheet.title).toMatch(/Dover.*November 2024/);
    expect(sheet.charts).not.toEqual([]);
    expect(opened.model.notice.value).toMatchObject({
      kind: "done",
      sentence: "The report on November 2024 stands on a new sheet.",
    });
    await opened.model.insertReport("dover", "2024-12");
    expect(opened.model.notice.value).toMatchObject({
      kind: "problem",
      sentence: "No snapshot of Dover for December 2024 has been sent, so there is nothing to report.",
    });
  });

  it("makes a register from the names on the list, and fills in nothing but what the list says", async () => {
    const opened = aDesk([
      aList({
        headers: HEADERS,
        rows: [row("T1001", "CIN"), [...row("T1003", "CIN").slice(0, 2), "TBC", "", "", "", "Dover"]],
      }),
    ]);
    await opened.model.start();
    await opened.model.makePractitioners();
    const [, headers, rows] = opened.asked.find(([what]) => what === "makePractitioners") as [
      string,
      string[],
      string[][],
    ];
    expect(headers.slice(0, 3)).toEqual(["Name", "Staff number", "Role"]);
    expect(rows.map((cells) => cells.filter((cell) => cell !== ""))).toEqual([
      ["Invented Ann", "Social Work Assistant"],
      ["Invented Olu"],
    ]);
  });
});
