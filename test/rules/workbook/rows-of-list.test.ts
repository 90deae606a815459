import { describe, expect, test } from "vitest";
import { NOT_CALCULATED } from "../../../rules/read.ts";
import { findAllocations } from "../../../rules/workbook/find-lists.ts";
import type { Grid } from "../../../rules/workbook/grid.ts";
import { CHILD, grid, HEAD, OTHER, table } from "./grids.ts";

const rowsOf = (one: Grid) =>
  findAllocations(one).map(({ rows, rowNumbers, totalsRows }) => ({ rows, rowNumbers, totalsRows }));

describe("a row after the data", () => {
  test.each(["Total", "TOTALS: 2", "total cases"])("is none where it begins '%s'", (label) => {
    expect(rowsOf(grid([HEAD, CHILD, [label, 2, 3], []]))).toEqual([
      { rows: [CHILD], rowNumbers: [2], totalsRows: [3] },
    ]);
  });

  test("is one where its values are formulas: look-ups are no totals", () => {
    const isFormula = (row: number, column: number): boolean => row > 1 && column > 0;
    expect(rowsOf(grid([HEAD, CHILD, OTHER], { isFormula }))[0]?.rows).toEqual([CHILD, OTHER]);
  });

  test("is one where a child ref is filled, whatever its first cell says", () => {
    const rows = [
      ["Worker", "Child ID", "Status"],
      ["Sam Assistant", "C-1", "CIN"],
      ["Total Care", "C-2", "CP"],
    ];
    expect(rowsOf(grid(rows))[0]).toMatchObject({ rowNumbers: [2, 3], totalsRows: [] });
  });

  test("is one from the third line of totals up", () => {
    const totals = [
      ["Total CIN", 1],
      ["Total CP", 2],
      ["Total", 3],
    ];
    expect(rowsOf(grid([HEAD, CHILD, ...totals]))[0]).toMatchObject({ totalsRows: [4, 5] });
  });

  test("is one within a table that has no row of totals", () => {
    expect(rowsOf(grid([HEAD, CHILD, ["Total", "CP", ""]], { tables: [table(2)] }))[0]).toMatchObject({
      rowNumbers: [2, 3],
      totalsRows: [],
    });
  });

  test("is one where nothing but its child ref is filled", () => {
    expect(rowsOf(grid([HEAD, CHILD, ["C-2"]]))[0]?.rows).toEqual([CHILD, ["C-2"]]);
  });

  test("ends the data only at the end: 'Total' among children is read", () => {
    expect(rowsOf(grid([HEAD, ["Total", "CIN", ""], CHILD]))[0]?.rows).toEqual([["Total", "CIN", ""], CHILD]);
  });
});

describe("rows that are no cases", () => {
  const lookUps = (from: number) => (row: number, column: number) => row >= from && column > 0;

  test.each([[0], ["#N/A"], [""]])("are those made ready for later, whose look-ups show %j", (shown) => {
    const prepared = ["", shown, "#REF!"];
    expect(findAllocations(grid([HEAD, CHILD, prepared, prepared], { isFormula: lookUps(1) }))[0]).toMatchObject({
      rowNumbers: [2],
      preparedRows: [3, 4],
    });
  });

  test("may lie between the data and its totals", () => {
    const rows = [HEAD, CHILD, ["", 0, 0], ["Total", 1], ["", 0, 0]];
    expect(findAllocations(grid(rows, { isFormula: lookUps(2) }))[0]).toMatchObject({
      rows: [CHILD],
      preparedRows: [3, 5],
      totalsRows: [4],
    });
  });

  test("are not those where somebody typed a 0 or a word, or whose child ref is there", () => {
    const typed = grid([HEAD, CHILD, ["", 0, "#N/A"]], { isFormula: (_, column) => column === 2 });
    expect(findAllocations(typed)[0]).toMatchObject({ rowNumbers: [2, 3], preparedRows: [] });
    const known = grid([HEAD, CHILD, ["C-2", "#N/A", "#N/A"]], { isFormula: lookUps(1) });
    expect(findAllocations(known)[0]).toMatchObject({ rowNumbers: [2, 3], preparedRows: [] });
  });

  test("are not those whose child ref was never calculated", () => {
    const never = grid([HEAD, CHILD, ["", 0, 0]], {
      isFormula: (row) => row > 1,
      isNotCalculated: (row, column) => row === 2 && column === 0,
    });
    expect(findAllocations(never)[0]).toMatchObject({ rowNumbers: [2, 3], preparedRows: [] });
  });
});

describe("what a cell says is what it shows", () => {
  test("a merged cell's value is that of each row it covers, and of its first column alone", () => {
    const rows = [HEAD, ["C-1", "CIN", "Sam Assistant"], ["C-2", "CP", ""], ["C-3", "", ""]];
    const merges = [
      { top: 1, left: 2, bottom: 3, right: 2 },
      { top: 3, left: 0, bottom: 3, right: 1 },
    ];
    expect(findAllocations(grid(rows, { merges }))[0]?.rows).toEqual([
      CHILD,
      ["C-2", "CP", "Sam Assistant"],
      ["C-3", "", "Sam Assistant"],
    ]);
  });

  test("a header that is merged over two rows names its column in the lower one", () => {
    const rows = [["Child ID", "Case", ""], ["", "Status", "Worker"], CHILD];
    const merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ];
    expect(findAllocations(grid(rows, { merges }))).toMatchObject([{ headerRow: 2, headers: HEAD, rows: [CHILD] }]);
  });

  test("a reference is as its format shows it, and no other number is", () => {
    const rows = [
      ["Child ID", "Status", "Worker", "Complexity"],
      [1234, "CIN", 77, 2],
      ["001234", "CIN", "", 3],
    ];
    const shown = ["001234", undefined, "W077", "002"];
    const list = findAllocations(
      grid(rows, { shownText: (row, column) => (row === 1 ? shown[column] : undefined) }),
    )[0];
    expect(list?.rows).toEqual([["001234", "CIN", "W077", 2], rows[2]]);
  });

  test("a formula without a stored value is no blank", () => {
    const never = grid([HEAD, CHILD, ["C-2", "CIN", ""]], {
      isFormula: () => true,
      isNotCalculated: (row, column) => row === 2 && column === 2,
    });
    expect(findAllocations(never)[0]?.rows[1]).toEqual(["C-2", "CIN", NOT_CALCULATED]);
  });
});
