import { describe, expect, it, test } from "vitest";
import type { GridEvent, GridFunction } from "../../../../web/workbench/grid.ts";
import { memoryGrid } from "../../../../web/workbench/memory/memory-grid.ts";
import type { CellValue } from "../../../../xlsx/workbook.ts";
import { area } from "../grid-contract/clause.ts";
import { gridContract } from "../grid-contract/grid-contract.ts";

describe("the grid in memory", () => {
  it.each(gridContract.map(({ says, holds }) => [says, holds] as const))("%s", async (_, holds) => {
    await holds(memoryGrid([]));
  });
});

/** Shows where its arguments stand and what they hold. */
const SHOW: GridFunction = {
  name: "LP.SHOW",
  description: "",
  parameters: [],
  start({ arguments: given, addresses }, answer) {
    answer([[given.map((cells, at) => `${addresses[at] ?? "-"} ${JSON.stringify(cells)}`).join("; ")]]);
    return () => undefined;
  },
};

const echo = (start: GridFunction["start"]): GridFunction => ({ ...SHOW, name: "LP.ECHO", start });
const ECHO = echo(({ arguments: [cells] }, answer) => {
  answer(cells ?? [[""]]);
  return () => undefined;
});

const TEAM: CellValue[][] = [
  ["Ref", "Lead name", "Team"],
  ["EX-1", "Hazel", "Dover"],
  ["EX-2", "Rowan", "Thanet"],
  ["Total", "", 2],
];

function aGrid() {
  const grid = memoryGrid([
    { name: "Cases", cells: TEAM, tables: [{ name: "Cases", address: "A1:C4", hasTotals: true }] },
    {
      name: "My notes",
      cells: [
        ["x", 1],
        ["y", 2],
      ],
    },
  ]);
  grid.register([SHOW, ECHO]);
  const [cases = "", notes = ""] = grid.sheets().map(({ id }) => id);
  const shown = (formula: string): CellValue => {
    grid.type(cases, "H1", [[formula]]);
    return grid.read(cases, "H1")[0]?.[0] ?? "";
  };
  return { grid, cases, notes, shown };
}

describe("arguments of a formula", () => {
  test.each([
    ["A1:B1", 'Cases!A1:B1 [["Ref","Lead name"]]'],
    ["$B$2", 'Cases!B2 [["Hazel"]]'],
    ["'My notes'!A1:B2", `'My notes'!A1:B2 [["x",1],["y",2]]`],
    ["'My notes'!B:B", "'My notes'!B1:B2 [[1],[2]]"],
    ["Cases[#Headers]", 'Cases!A1:C1 [["Ref","Lead name","Team"]]'],
    ["Cases[Team]", 'Cases!C2:C3 [["Dover"],["Thanet"]]'],
    ["Cases[[#Data],[Ref]:[Lead name]]", 'Cases!A2:B3 [["EX-1","Hazel"],["EX-2","Rowan"]]'],
    ["Cases[[#Headers],[Ref]:[Lead name]]", 'Cases!A1:B1 [["Ref","Lead name"]]'],
    ["cases[[#Headers],[#Data],[team]]", 'Cases!C1:C3 [["Team"],["Dover"],["Thanet"]]'],
    ["Cases[#Totals]", 'Cases!A4:C4 [["Total","",2]]'],
    ["Cases", 'Cases!A2:C3 [["EX-1","Hazel","Dover"],["EX-2","Rowan","Thanet"]]'],
    ['"a,""b""",TRUE,-1.5e1,', '- [["a,\\"b\\""]]; - [[true]]; - [[-15]]; - null'],
    ["", ""],
  ])("LP.SHOW(%s)", (given, expected) => {
    expect(aGrid().shown(`=LP.SHOW(${given})`)).toBe(expected);
  });

  test("may be of the formula's own row, in the table or beside it", () => {
    const { grid, cases } = aGrid();
    grid.type(cases, "H3", [["=LP.SHOW(Cases[[#This Row],[Team]])"]]);
    grid.type(cases, "C2", [["=LP.SHOW([@Ref],[@[Lead name]])"]]);
    expect(grid.read(cases, "H3")).toEqual([['Cases!C3 [["Thanet"]]']]);
    expect(grid.read(cases, "C2")).toEqual([['Cases!A2 [["EX-1"]]; Cases!B2 [["Hazel"]]']]);
  });

  test("may be names, of a constant or of cells", () => {
    const { grid, shown } = aGrid();
    grid.setName("LP_CheckDate", "45626");
    grid.setName("Notes", "'My notes'!$A$1:$A$2");
    expect(shown("=LP.SHOW(lp_checkdate,Notes)")).toBe(`- [[45626]]; 'My notes'!A1:A2 [["x"],["y"]]`);
  });

  test.each([
    ["=LP.SHOW(Nothing!A1)", "#REF!"],
    ["=LP.SHOW(Cases[Nobody])", "#NAME?"],
    ["=LP.SHOW(Nobody[#Data])", "#NAME?"],
    ["=LP.SHOW(A1", "#NAME?"],
    ["=1+1", "#NAME?"],
    ["=SUM(A1:A2)", "#NAME?"],
  ])("%s is %s", (formula, error) => {
    expect(aGrid().shown(formula)).toBe(error);
  });
});

describe("what spills", () => {
  test("is #SPILL! while something stands in the way, and spills when it is gone", () => {
    const { grid, cases } = aGrid();
    grid.type(cases, "H2", [["in the way"]]);
    grid.type(cases, "H1", [["=LP.ECHO('My notes'!A1:B2)"]]);
    expect(grid.read(cases, "H1:I2")).toEqual([
      ["#SPILL!", ""],
      ["in the way", ""],
    ]);
    grid.type(cases, "H2", [[""]]);
    expect(grid.read(cases, "H1:I2")).toEqual([
      ["x", 1],
      ["y", 2],
    ]);
    grid.type(cases, "I2", [["again"]]);
    expect(grid.read(cases, "H1:I2")).toEqual([
      ["#SPILL!", ""],
      ["", "again"],
    ]);
  });

  test("is blocked in a table", () => {
    const { grid, cases } = aGrid();
    grid.type(cases, "C2", [["=LP.ECHO('My notes'!A1:B2)"]]);
    expect(grid.read(cases, "C2:C3")).toEqual([["#SPILL!"], ["Thanet"]]);
  });

  test("shrinks with its result, and goes with its formula", () => {
    const { grid, cases, notes } = aGrid();
    grid.type(cases, "H1", [["=LP.ECHO('My notes'!A:A)"]]);
    expect(grid.read(cases, "H1:H2")).toEqual([["x"], ["y"]]);
    grid.deleteRows(notes, 1);
    expect(grid.read(cases, "H1:H2")).toEqual([["x"], [""]]);
    grid.insertColumns(cases, 0);
    expect(grid.formulas(cases, area(0, 8))).toEqual([["=LP.ECHO('My notes'!A:A)"]]);
    grid.type(cases, "I1", [[""]]);
    expect(grid.read(cases, "I1:I2")).toEqual([[""], [""]]);
  });

  test("of one formula is read by the next", () => {
    const { grid, cases, notes } = aGrid();
    grid.type(cases, "H1", [["=LP.ECHO('My notes'!A1:A2)", "=LP.ECHO(H2)"]]);
    grid.type(notes, "A2", [["changed"]]);
    expect(grid.read(cases, "I1")).toEqual([["changed"]]);
  });
});

test("a formula keeps what it shows until its next result, and one that was ended is heard no more", () => {
  const { grid, cases } = aGrid();
  const answers: ((cells: CellValue[][]) => void)[] = [];
  let ended = 0;
  grid.register([echo((_, answer) => (answers.push(answer), () => (ended += 1)))]);
  grid.type(cases, "H1", [["=LP.ECHO(A2)"]]);
  expect(grid.read(cases, "H1")).toEqual([["#BUSY!"]]);
  answers[0]?.([["one"]]);
  grid.type(cases, "A2", [["EX-8"]]);
  expect([grid.read(cases, "H1"), ended]).toEqual([[["one"]], 1]);
  answers[0]?.([["old"]]);
  answers[1]?.([["two"]]);
  expect(grid.read(cases, "H1")).toEqual([["two"]]);
});

describe("a table", () => {
  test("grows when a row is typed right below, but not when an add-in writes there", () => {
    const grid = memoryGrid([
      { name: "Cases", cells: [["Ref"], ["EX-1"]], tables: [{ name: "Cases", address: "A1:A2" }] },
    ]);
    const [cases = ""] = grid.sheets().map(({ id }) => id);
    grid.write(cases, area(2, 0), [["EX-2"]]);
    expect(grid.tables()[0]?.area).toEqual(area(0, 0, 2, 1));
    grid.type(cases, "A3", [["EX-2"]]);
    expect(grid.tables()[0]?.area).toEqual(area(0, 0, 3, 1));
  });

  test("moves, grows and shrinks with the rows and columns of its sheet", () => {
    const { grid, cases } = aGrid();
    const tableNow = () => grid.tables()[0]?.area;
    grid.insertRows(cases, 0, 2);
    expect(tableNow()).toEqual(area(2, 0, 4, 3));
    grid.insertRows(cases, 4);
    expect(tableNow()).toEqual(area(2, 0, 5, 3));
    grid.deleteRows(cases, 1, 3);
    expect(tableNow()).toEqual(area(1, 0, 3, 3));
    grid.insertColumns(cases, 1);
    expect(tableNow()).toEqual(area(1, 0, 3, 4));
    grid.deleteColumns(cases, 0, 9);
    expect(tableNow()).toBeUndefined();
  });
});

test("what happens to rows and tables is told", () => {
  const { grid, cases } = aGrid();
  const heard: GridEvent["kind"][] = [];
  grid.listen(({ kind }) => heard.push(kind));
  grid.insertRows(cases, 9);
  grid.resizeTable(grid.tables()[0]?.id ?? "", { top: 0, left: 0, rows: 3, columns: 3 });
  grid.removeTable(grid.tables()[0]?.id ?? "");
  expect(heard).toEqual(["rows", "tables", "tables"]);
});
