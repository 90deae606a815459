import { expect, test } from "vitest";
import { run } from "../../tools/check/run.ts";
import { text, today } from "./checked.ts";
import { fileOf, inOrder, practitioners, tableOf, workbookFile } from "./workbooks.ts";

test.each([
  ["no file given", [], /Give one workbook/],
  ["two files", ["a.xlsx", "b.xlsx"], /Give one workbook/],
  ["an option nobody knows", ["a.xlsx", "--loud"], /--loud is no option here/],
  ["an option without its value", ["a.xlsx", "--as-of"], /--as-of needs a value/],
  ["a date that is none", ["a.xlsx", "--as-of", "4/10/24"], /'4\/10\/24', which is no date/],
  [
    "a policy that does not ship",
    ["a.xlsx", "--policy", "surrey"],
    /It has: kent-trial-2024, england-2026, working-together/,
  ],
  ["a file that is not there", ["nowhere.xlsx"], /There is no file nowhere\.xlsx/],
  ["a folder", ["."], /is not a file/],
])("%s: one sentence and exit code 2", (_name, words, sentence) => {
  const { code, out, err } = run(words, today);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(sentence);
  expect(err.split("\n")).toHaveLength(1);
});

test.each([
  ["text", fileOf(new TextEncoder().encode("Child ref,Lead\nC-1,Sam"), "list.csv")],
  ["a password", fileOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(1000)]))],
  [
    "no table that looks like allocations",
    workbookFile([
      {
        name: "Rota",
        rows: [
          ["Day", "Duty"],
          ["Monday", "Kim"],
        ],
      },
      practitioners,
    ]),
  ],
  [
    "a check date that is none",
    workbookFile([tableOf("Cases", [inOrder("C-1")])], { names: [{ name: "LP_CheckDate", formula: '"soon"' }] }),
  ],
  [
    "a check date outside the calendar",
    workbookFile([tableOf("Cases", [inOrder("C-1")])], { names: [{ name: "LP_CheckDate", formula: "-4" }] }),
  ],
  [
    "a policy nobody knows",
    workbookFile([tableOf("Cases", [inOrder("C-1")])], { names: [{ name: "LP_Policy", formula: '"surrey"' }] }),
  ],
])("a file with %s: what is wrong, and exit code 2", (_name, path) => {
  const { code, out, err } = text(path);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^\S[^]*\.$/);
});

test("a file with no list: which row was taken for headers, what was known of it and what it lacks", () => {
  const rows = [
    ["Team caseload"],
    ["Number", "Allocated worker", "Sort", "Seen"],
    ["C-1", "Sam Assistant", "CIN", "x"],
    ["C-2", "Sam Assistant", "CP", "y"],
  ];
  const { code, err } = text(workbookFile([{ name: "Caseload", rows }, practitioners]));
  expect(code).toBe(2);
  expect(err).toContain("Sheet 'Caseload', headers taken from row 2:");
  expect(err).toContain("known: Allocated worker = Lead professional");
  expect(err).toContain("perhaps: Number = Child ref?; Sort = Case status?");
  expect(err).toContain("not known: Seen");
  expect(err).toContain("lacking: 2 more known columns");
});
