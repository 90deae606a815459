import { readFileSync } from "node:fs";
import * as fflate from "fflate";
import { expect, test } from "vitest";
import { data, only, text } from "./checked.ts";
import { fileOf, HEADERS, inOrder, practitioners, tableOf, workbookFile } from "./workbooks.ts";

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
    ["Total of all teams", "", "", { formula: "COUNTA(D2:D3)", value: 2 }],
  ];
  const sheet = only(data(workbookFile([{ name: "Cases", rows }, practitioners])));
  expect(sheet.rows.map(({ row }) => row)).toEqual([2, 3]);
  expect(sheet.notes).toEqual(["Left out as totals: rows 5 and 6."]);
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
