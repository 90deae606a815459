import { readFileSync, statSync } from "node:fs";
import * as fflate from "fflate";
import { expect, test } from "vitest";
import { run } from "../../tools/check/run.ts";
import { date, fileOf, HEADERS, inOrder, practitioners, tableOf, workbookFile } from "./workbooks.ts";

interface Data {
  readonly sheets: readonly {
    readonly name: string;
    readonly asOf: string;
    readonly policy: { readonly id: string };
    readonly mapping: Readonly<Record<string, string>>;
    readonly rows: readonly {
      readonly row: number;
      readonly childRef: string;
      readonly verdict: string;
      readonly findings: readonly {
        readonly rule: string;
        readonly breach: string;
        readonly cell: string;
        readonly message: string;
        readonly nextStep: string;
      }[];
    }[];
    readonly sheet: readonly { readonly rule: string; readonly breach: string }[];
    readonly coverage: { readonly checked: number; readonly of: number };
    readonly counts: Readonly<Record<string, number>>;
    readonly notes: readonly string[];
  }[];
}

const today = "2025-06-01";
const text = (path: string, ...options: string[]) => run([path, ...options], today);
const data = (path: string, ...options: string[]) =>
  (JSON.parse(run([path, "--json", ...options], today).out) as Data).sheets;
const only = <T>(items: readonly T[]): T => {
  expect(items).toHaveLength(1);
  return items[0] as T;
};

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
  expect(out).toContain("Sam Assistant is not a social worker, and nobody is named to oversee this case.");
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

test("a manager's own headers are found in another order, below merged titles and blank lines, on any sheet", () => {
  const path = workbookFile([
    { name: "Notes", rows: [["Please read"], ["Status", "is kept on the next sheet"]] },
    practitioners,
    {
      name: "Team list",
      rows: [
        ["Children in need", "", "", ""],
        ["as of 30 November 2024"],
        [],
        ["District", "Allocated worker", "CIN/CP", "LCS ID", "Comments", "Practice supervisor"],
        ["Maidstone", "Sam Assistant", "c) Child in need plan", 1234567, "a note", "Pat Supervisor"],
        [],
        ["Dover", "ASSISTANT,  Sam", "CP", "C-2", "", "Pat Supervisor"],
      ],
      merges: ["A1:D1"],
    },
  ]);
  const sheet = only(data(path));
  expect(sheet.name).toBe("Team list");
  expect(sheet.mapping).toEqual({
    team: "District",
    lead: "Allocated worker",
    status: "CIN/CP",
    childRef: "LCS ID",
    overseer: "Practice supervisor",
  });
  expect(sheet.rows.map(({ row, childRef }) => [row, childRef])).toEqual([
    [5, "1234567"],
    [7, "C-2"],
  ]);
  expect(sheet.rows[0]?.findings.map(({ rule, breach }) => `${rule}/${breach}`)).toContain("LP-05/outside-trial");
  expect(sheet.rows[1]?.findings[0]).toMatchObject({ rule: "LP-03", breach: "not-social-worker", cell: "B7" });
  expect(text(path).out).toContain("Not read: Comments");
});

test("totals after the data are no rows, and that is said", () => {
  const rows = [
    HEADERS,
    inOrder("C-1"),
    inOrder("C-2"),
    [],
    ["Total", 2],
    ["", "", "", { formula: "COUNTA(D2:D3)", value: 2 }],
  ];
  const sheet = only(data(workbookFile([{ name: "Cases", rows }, practitioners])));
  expect(sheet.rows.map(({ row }) => row)).toEqual([2, 3]);
  expect(sheet.notes).toEqual(["2 rows look like totals and were left out: 5 and 6."]);
});

test("rows whose cells are formulas are rows, and their last values count", () => {
  const looked = inOrder("C-9").map((value, column): { formula: string; value: string | number } => ({
    formula: `INDEX(Export!A:H,2,${column + 1})`,
    value: value as string,
  }));
  const sheet = only(
    data(
      workbookFile([
        { name: "Cases", rows: [HEADERS, looked, looked.with(0, { formula: "B1", value: "C-10" })] },
        practitioners,
      ]),
    ),
  );
  expect(sheet.rows.map(({ childRef, verdict }) => [childRef, verdict])).toEqual([
    ["C-9", "clear"],
    ["C-10", "clear"],
  ]);
});

test("hidden rows are checked all the same, and that is said", () => {
  const path = workbookFile([
    { ...tableOf("Cases", [inOrder("C-1"), inOrder("C-2").with(6, ""), inOrder("C-3")]), hiddenRows: [2] },
    practitioners,
  ]);
  const sheet = only(data(path));
  expect(sheet.counts).toMatchObject({ "not-eligible": 1, clear: 2 });
  expect(sheet.notes).toEqual(["1 row is hidden in Excel and was checked all the same: 3."]);
});

test("filtered rows are checked all the same, and that is said", () => {
  const { zipSync, unzipSync, strFromU8, strToU8 } = fflate;
  const parts = unzipSync(
    readFileSync(
      workbookFile([
        { name: "Cases", rows: [HEADERS, inOrder("C-1"), inOrder("C-2")], hiddenRows: [1] },
        practitioners,
      ]),
    ),
  );
  const sheet = "xl/worksheets/sheet1.xml";
  const filtered = strFromU8(parts[sheet] ?? new Uint8Array()).replace(
    "</sheetData>",
    '</sheetData><autoFilter ref="A1:H3"/>',
  );
  const path = fileOf(zipSync({ ...parts, [sheet]: strToU8(filtered) }));
  expect(only(data(path)).notes).toEqual(["1 row is filtered out in Excel and was checked all the same: 2."]);
});

test("two lists of allocations in one workbook are both checked, each for itself", () => {
  const sheets = data(
    workbookFile([
      tableOf("Thanet list", [inOrder("C-1")]),
      tableOf("Dover list", [inOrder("C-1").with(3, "Kim Socialworker").with(4, "SW")]),
      practitioners,
    ]),
  );
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ["Thanet list", 1],
    ["Dover list", 1],
  ]);
});

test("without a Practitioners table it says that nobody can be told qualified", () => {
  const sheet = only(data(workbookFile([tableOf("Cases", [inOrder("C-1")])])));
  expect(sheet.sheet.map(({ rule, breach }) => `${rule}/${breach}`)).toEqual(["LP-33/no-register"]);
  expect(sheet.notes[0]).toMatch(/no table 'Practitioners'/);
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
    "checked as of 30 Nov 2024 (LP_CheckDate) with the policy 'Kent trial 2024' (LP_Policy)",
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

test.each([
  ["no file given", [], /Give one workbook/],
  ["two files", ["a.xlsx", "b.xlsx"], /Give one workbook/],
  ["an option nobody knows", ["a.xlsx", "--loud"], /--loud is no option here/],
  ["an option without its value", ["a.xlsx", "--as-of"], /--as-of needs a value/],
  ["a date that is none", ["a.xlsx", "--as-of", "4/10/24"], /'4\/10\/24', which is no date/],
  ["a policy that does not ship", ["a.xlsx", "--policy", "surrey"], /It has: kent-trial-2024, working-together/],
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
])("a file with %s: one sentence and exit code 2", (_name, path) => {
  const { code, out, err } = text(path);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^\S.*\.$/);
});

test("a long list of findings is cut on screen and whole as data", () => {
  const rows = Array.from({ length: 400 }, (_, index) => inOrder(`C-${index}`).with(7, `on day ${index}`));
  const path = workbookFile([tableOf("Cases", rows), practitioners]);
  expect(text(path).out).toContain("And 101 further findings; --json gives them all.");
  expect(only(data(path)).rows.filter(({ findings }) => findings.length > 0)).toHaveLength(400);
});
