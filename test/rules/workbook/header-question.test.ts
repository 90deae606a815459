import { describe, expect, test } from "vitest";
import type { Cell } from "../../../rules/read.ts";
import { NO_READING_CHOICES, type ReadingChoices } from "../../../rules/workbook/choices.ts";
import type { SheetContents } from "../../../rules/workbook/contents.ts";
import { findInWorkbook, type FoundInWorkbook } from "../../../rules/workbook/found.ts";
import { candidateOf, speaksForList } from "../../../rules/workbook/header-question.ts";
import { leavesRowsOut, leftOut, leftOutInWords, notesOnSheets } from "../../../rules/workbook/notes.ts";
import { placeInWords } from "../../../rules/workbook/said-of-sheet.ts";
import { grid, HEAD, CHILD } from "./grids.ts";

const NAMES = ["Hazel Example", "Sam Invented", "Tess Sample"];
const BOARD: readonly (readonly Cell[])[] = [
  ["Duty board"],
  [],
  ["YP code", "Wkr", "Strand", "Begun", "Scribbles"],
  ...Array.from({ length: 9 }, (_, at) => [
    `YP${at}`,
    NAMES[at % 3],
    ["CIN", "CP"][at % 2],
    45_600 + at,
    at % 4 === 0 ? "rings on Mondays, and says so each and every time" : "",
  ]),
];

const sheet = (name: string, rows: readonly (readonly Cell[])[], more: Partial<SheetContents> = {}): SheetContents => ({
  ...grid(rows),
  name,
  isVisible: true,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  isFiltered: false,
  ...more,
});

const found = (sheets: readonly SheetContents[], choices: Partial<ReadingChoices> = {}): FoundInWorkbook =>
  findInWorkbook({
    date1904: false,
    checkDate: undefined,
    policy: undefined,
    choices: { ...NO_READING_CHOICES, ...choices },
    sheets,
  });

describe("a sheet whose headers say nothing", () => {
  test("is asked about, with what each column may be and what stands in it", () => {
    const [question] = found([sheet("Board", BOARD)]).questions;
    const [best, ...others] = question?.candidates ?? [];
    expect(best?.row).toBe(3);
    expect(others).toEqual([]);
    expect(best?.rowNumbers).toHaveLength(9);
    expect(best?.columns.map(({ header, suggestion }) => [header, suggestion])).toEqual([
      ["YP code", "childRef"],
      ["Wkr", "lead"],
      ["Strand", "status"],
      ["Begun", undefined],
      ["Scribbles", undefined],
    ]);
    const [, , strand, begun, scribbles] = best?.columns ?? [];
    expect(strand?.samples).toEqual(["CIN", "CP"]);
    expect(begun?.samples).toEqual(["4 Nov 2024", "5 Nov 2024", "6 Nov 2024"]);
    expect(begun?.likely).toEqual(["leadFrom", "lastSupervision", "statusFrom", "reviewMeetingOn"]);
    expect(scribbles?.samples).toEqual(["rings on Mondays, and says so each and…"]);
    expect(question && speaksForList(question)).toBe(true);
  });

  test("is asked about with no row below them yet, where the workbook has nothing else", () => {
    const begun = [["Our ref", "Cluster", "Key worker", "Came to us"]];
    const [question] = found([sheet("New", begun)]).questions;
    expect(question?.candidates.map(({ row, rowNumbers }) => [row, rowNumbers])).toEqual([[1, []]]);
    expect(found([sheet("New", begun), sheet("Cases", [HEAD, CHILD])]).questions).toEqual([]);
    expect(found([sheet("New", [["Duty board", "Fridays"]])]).questions).toEqual([]);
  });

  test("has no suggestion made that its cells contradict", () => {
    const dates = ["Supervisor's", "Holder"].map((header) => [
      header,
      ...Array.from({ length: 6 }, (_, at) => 45_600 + at),
    ]);
    const rows = Array.from({ length: 7 }, (_, at) => [at === 0 ? "Strand" : "CIN", dates[0]?.[at], dates[1]?.[at]]);
    const [question] = found([sheet("Board", rows)]).questions;
    expect(question?.candidates[0]?.columns.map(({ suggestion }) => suggestion)).toEqual([
      "status",
      undefined,
      undefined,
    ]);
  });

  test("is read by the row that was said, and by that row alone while it names what was said", () => {
    const columns = { Wkr: "lead", Strand: "status" } as const;
    const lists = { Board: { headerRow: 3 } };
    expect(found([sheet("Board", BOARD)], { columns, lists })).toMatchObject({
      lists: [{ allocations: { headerRow: 3 } }],
      questions: [],
    });
    const moved = [[], ...BOARD];
    expect(found([sheet("Board", moved)], { columns, lists }).lists).toEqual([]);
  });

  test("is a table too, where that was said, with what was said of it as a whole", () => {
    const rows = [
      ["Wkr", "Sort"],
      ["Sam Example", "x"],
    ];
    const table = { name: "T", top: 0, left: 0, bottom: 1, right: 1, headerRows: 1, totalsRows: 0 };
    const choices = { columns: { Wkr: "lead" }, lists: { Board: { headerRow: 1, status: "CIN" } } } as const;
    expect(found([sheet("Board", rows, { tables: [table] })], choices).lists).toMatchObject([
      { place: "Board!T", whole: { status: "CIN" } },
    ]);
  });

  test("is asked about no more once it is said to be no list", () => {
    const said = found([sheet("Board", BOARD)], { lists: { Board: { isList: false } } });
    expect(said).toMatchObject({ lists: [], questions: [], noLists: ["Board"] });
    expect(leavesRowsOut(said)).toBe(false);
    expect(notesOnSheets(said)).toEqual(["Left out, as somebody has said that it is no list: 'Board'."]);
  });
});

describe("rows below headers of which too few are known", () => {
  const rows = [
    HEAD,
    CHILD,
    [],
    ["Worker", "Child ID", "Sort"],
    ["Sam Assistant", "C-2", "x"],
    ["Sam Assistant", "C-3", "y"],
  ];

  test("are asked about beside the list above them, and count as left out", () => {
    const both = found([sheet("Cases", rows)]);
    expect(both.lists).toHaveLength(1);
    expect(both.questions.map(leftOutInWords)).toEqual([
      "On the sheet 'Cases' rows 5 and 6 stand below another row of headers, row 4, of which too few are known, and were not checked.",
    ]);
    expect(leavesRowsOut(both)).toBe(true);
    expect(both.questions[0]).toMatchObject({ place: "Cases!row 4", isBesideList: true });
  });

  test("are a list once their columns are said, whatever its place among the lists of the sheet", () => {
    const lists = { "Cases!row 4": { headerRow: 4, status: "CP" } } as const;
    const both = found([sheet("Cases", rows)], { columns: { Sort: "family" }, lists });
    expect(both.questions).toEqual([]);
    expect(both.lists).toMatchObject([{ whole: undefined }, { place: "Cases!2", whole: { status: "CP" } }]);
  });

  test("are left out without a question once they are said to be no list", () => {
    const said = found([sheet("Cases", rows)], { lists: { "Cases!row 4": { headerRow: 4, isList: false } } });
    expect(said).toMatchObject({ questions: [], noLists: ["Cases!row 4"] });
    expect(leavesRowsOut(said)).toBe(false);
  });
});

test("a list that is said to be none is left out, and said", () => {
  const said = found([sheet("Cases", [HEAD, CHILD])], { lists: { Cases: { headerRow: 1, isList: false } } });
  expect(said).toMatchObject({ lists: [], questions: [], noLists: ["Cases"] });
});

test("a list's own columns can be looked at one by one", () => {
  const [list] = found([sheet("Cases", [HEAD, CHILD, []])]).lists;
  expect(list && candidateOf(list.allocations, false)).toMatchObject({
    row: 1,
    rowNumbers: [2],
    columns: [
      { header: "Child ID", field: "childRef", samples: ["C-1"] },
      { header: "Status", field: "status", samples: ["CIN"] },
      { header: "Worker", field: "lead", samples: ["Sam Assistant"] },
    ],
  });
});

test("what may be a list on a further sheet is said with its rows", () => {
  const rows = [["Case ref", "Wkr", "Strand"], ...BOARD.slice(3).map((cells) => cells.slice(0, 3))];
  const { questions } = found([
    sheet("Cases", [HEAD, CHILD]),
    sheet("Board", rows),
    sheet("Notes", [
      ["One", "Two"],
      ["a", "b"],
    ]),
  ]);
  expect(questions.map(leftOutInWords)).toEqual([
    "The sheet 'Board' may hold a list too, with headers in row 1: rows 2, 3, 4, 5, 6, 7, 8, 9 and 10 were not checked.",
  ]);
});

describe("rows beside a table", () => {
  const table = { name: "T", top: 0, left: 0, bottom: 1, right: 2, headerRows: 1, totalsRows: 0 };
  const rows = [HEAD, [...CHILD, "", "C-7", "CP", "Sam Example"], ["", "", "", "", "Sam Example", 3, 2]];

  test("that look like cases are named; how many there are of something is no case", () => {
    const said = found([sheet("Cases", rows, { tables: [table] })]);
    expect(leavesRowsOut(said)).toBe(true);
    expect(leftOut(said)).toEqual([
      "On the sheet 'Cases' row 2 holds what looks like a case beside the list, below no headers that are known, and was not checked.",
    ]);
    const more = found([
      sheet("Cases", [...rows, ["", "", "", "", 1_203_400, "CIN", "Sam Example"]], { tables: [table] }),
    ]);
    expect(leftOut(more)[0]).toMatch(/^On the sheet 'Cases' rows 2 and 4 hold what look like cases/);
  });

  test("are left out without a word more once they are said to be no cases", () => {
    const lists = { "Cases!beside": { isList: false } } as const;
    const said = found([sheet("Cases", rows, { tables: [table] })], { lists });
    expect(leavesRowsOut(said)).toBe(false);
    expect(said.noLists).toEqual(["Cases!beside"]);
  });

  test("are no cases where they are the register", () => {
    const register = [
      [...HEAD, "", "Name", "Role", "Registration"],
      [...CHILD, "", "Kim Socialworker", "SW", "SW123"],
    ];
    expect(found([sheet("Cases", register)]).strayRows).toEqual([]);
  });
});

test.each([
  ["Cases", "Cases"],
  ["Cases!2", "Cases, list 2"],
  ["Cases!Old", "Cases, table Old"],
  ["Cases!row 5", "Cases, row 5"],
  ["My! cases!beside", "My! cases, beside the list"],
])("the place %s is said as '%s'", (place, words) => {
  expect(placeInWords(place)).toBe(words);
});
