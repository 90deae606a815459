import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { data, only, text, today } from "./checked.ts";
import { date, inOrder, practitioners, tableOf, workbookFile } from "./workbooks.ts";

test("a plain sheet of eight columns with nothing wrong is Clear, and the exit code is 0", () => {
  const path = workbookFile([tableOf("Cases", [inOrder("C-1"), inOrder("C-2", "Kim Socialworker")]), practitioners]);
  const sheet = only(data(path));
  expect(sheet.rows.map(({ verdict }) => verdict)).toEqual(["clear", "clear"]);
  expect(sheet.sheet.map(({ breach }) => breach)).toEqual(["registration-undated"]);
  expect(text(path)).toMatchObject({ code: 0, err: "" });
});

test("a finding is told with sheet, cell, row, child ref, rule, what is wrong and what to do", () => {
  const path = workbookFile([tableOf("Open cases", [inOrder("C-1"), inOrder("C-2").with(6, "")]), practitioners]);
  const { code, out } = text(path);
  expect(code).toBe(1);
  expect(out).toContain("Not eligible  LP-08/not-named");
  expect(out).toContain("Sam Assistant leads as Social Work Assistant, and nobody is named to oversee this case.");
  expect(out).toContain("Next: Name a social-work-qualified practice supervisor or manager");
  expect(out).toContain("'Open cases'!G3 (row 3, C-2)");
  const finding = only(data(path)).rows[1]?.findings[0];
  expect(finding).toMatchObject({ rule: "LP-08", breach: "not-named", cell: "G3" });
});

test("the worst findings come first", () => {
  const rows = [
    inOrder("C-1").with(7, date("2024-10-20")),
    inOrder("C-2").with(6, ""),
    inOrder("C-3").with(1, "Thannet"),
  ];
  const severities = text(workbookFile([tableOf("Cases", rows), practitioners])).out.match(
    /^(Not eligible|Action needed|Check|Advice) {2}/gm,
  );
  expect(severities?.map((one) => one.trim())).toEqual(["Not eligible", "Action needed", "Check", "Advice"]);
});

test("what is wrong with one person is said once, with every place", () => {
  const rows = [1, 2, 3].map((n) => inOrder(`C-${n}`).with(3, "Una Nowhere").with(6, "Una Nowhere").with(4, "Wizard"));
  const { out } = text(workbookFile([tableOf("Cases", rows), practitioners]));
  expect(out.match(/LP-04\/role-unknown/g)).toHaveLength(1);
  expect(out).toMatch(/'Cases'!D2 \(row 2, C-1\)\n.*'Cases'!D3 \(row 3, C-2\)\n.*'Cases'!D4 \(row 4, C-3\)/);
});

test("ten thousand rows are checked", () => {
  const rows = Array.from({ length: 10_000 }, (_, index) =>
    inOrder(`C-${index}`, index % 2 ? "Kim Socialworker" : "Sam Assistant"),
  );
  expect(only(data(workbookFile([tableOf("Cases", rows), practitioners]))).counts).toMatchObject({ clear: 10_000 });
});

test("dates of a workbook that counts from 1904 are the same dates", () => {
  const rows = [
    inOrder("C-1")
      .with(5, date("2024-10-14") - 1462)
      .with(7, date("2024-11-12") - 1462),
  ];
  const path = workbookFile([tableOf("Cases", rows), practitioners], {
    date1904: true,
    names: [{ name: "LP_CheckDate", formula: String(45626 - 1462) }],
  });
  expect(only(data(path))).toMatchObject({ asOf: "2024-11-30", counts: { clear: 1 } });
});

test("the check date and policy come from the command line, else from the workbook, else from today and the default", () => {
  const sheets = [tableOf("Cases", [inOrder("C-1")]), practitioners];
  expect(only(data(workbookFile(sheets)))).toMatchObject({ asOf: "2024-11-30", policy: { id: "kent-trial-2024" } });
  expect(only(data(workbookFile(sheets, {})))).toMatchObject({ asOf: today, policy: { id: "kent-trial-2024" } });
  expect(only(data(workbookFile(sheets), "--as-of", "1/12/2024", "--policy", "working-together"))).toMatchObject({
    asOf: "2024-12-01",
    policy: { id: "working-together" },
  });
  expect(text(workbookFile(sheets)).out).toContain(
    "checked as of 30 Nov 2024 (LP_CheckDate) by the policy 'Kent trial 2024' (LP_Policy)",
  );
});

test("the file is never written to", () => {
  const path = workbookFile([tableOf("Cases", [inOrder("C-1")]), practitioners]);
  const before = { bytes: readFileSync(path), time: statSync(path).mtimeMs };
  text(path);
  expect({ bytes: readFileSync(path), time: statSync(path).mtimeMs }).toEqual(before);
});

test("control characters in a cell never reach the terminal", () => {
  const { out } = text(
    workbookFile([tableOf("Cases", [inOrder("C-1").with(3, "Una\u001b[31mNowhere\u009b2J")]), practitioners]),
  );
  expect(out).toContain("Nowhere");
  expect(out).not.toMatch(/(?!\n)[\p{Cc}]/u);
});

test("a long list of findings is cut on screen and whole as data", () => {
  const rows = Array.from({ length: 400 }, (_, index) => inOrder(`C-${index}`).with(7, `on day ${index}`));
  const path = workbookFile([tableOf("Cases", rows), practitioners]);
  expect(text(path).out).toContain("And 101 further findings; --json gives them all.");
  expect(only(data(path)).rows.filter(({ findings }) => findings.length > 0)).toHaveLength(400);
});
