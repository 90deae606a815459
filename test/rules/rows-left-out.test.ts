import { describe, expect, test } from "vitest";
import { findAllocations, type Grid } from "../../rules/allocations.ts";
import { NOT_CALCULATED, type Cell } from "../../rules/read.ts";
import { HEAD, CHILD, OTHER, grid, table, rowsOf } from "./grids.ts";

describe("a row after the data", () => {
  const formulasIn =
    (...cells: string[]) =>
    (row: number, column: number): boolean =>
      cells.includes(`${row},${column}`);

  test.each(["Total", "TOTALS: 2", "total cases"])("is none where it begins '%s'", (label) => {
    expect(rowsOf(grid([HEAD, CHILD, ["", label, 2], []]))).toEqual([
      { rows: [CHILD], rowNumbers: [2], totalsRows: [3] },
    ]);
  });

  test("is one where it only looks like totals: its values are formulas, or it says so elsewhere", () => {
    for (const last of [
      ["Cases", 2, 2],
      ["", 2, 2],
      ["C-3", "Total", "CIN"],
    ])
      expect(
        rowsOf(grid([HEAD, CHILD, OTHER, last], { isFormula: formulasIn("3,1", "3,2") }))[0]?.rows,
        last.join(),
      ).toEqual([CHILD, OTHER, last]);
  });

  test("is none at most twice, a table's own totals among them", () => {
    expect(rowsOf(grid([HEAD, CHILD, ["Total", 1], ["Total", 2], ["Total", 3]]))).toMatchObject([
      { rows: [CHILD, ["Total", 1]], totalsRows: [4, 5] },
    ]);
    const rows = [HEAD, CHILD, ["Total", 1], ["Total", 2], ["Sum", 3]];
    expect(rowsOf(grid(rows, { tables: [table(4, { totalsRows: 1 })] }))).toMatchObject([
      { rows: [CHILD, ["Total", 1]], totalsRows: [4, 5] },
    ]);
  });

  test("is one where a column is worked out on every row", () => {
    expect(rowsOf(grid([HEAD, CHILD, OTHER], { isFormula: (row, column) => row > 0 && column > 0 }))[0]?.rows).toEqual([
      CHILD,
      OTHER,
    ]);
  });

  test("is one where it is the only row, drawn from another sheet", () => {
    expect(rowsOf(grid([HEAD, CHILD], { isFormula: (row) => row > 0 }))[0]?.rows).toEqual([CHILD]);
  });

  test("is one where nothing but its first cell is filled", () => {
    expect(rowsOf(grid([HEAD, CHILD, ["C-2"]]))[0]?.rows).toEqual([CHILD, ["C-2"]]);
  });

  test("ends the data only at the end: 'Total' among children is read", () => {
    expect(rowsOf(grid([HEAD, ["Total", "", ""], CHILD]))[0]?.rows).toEqual([["Total", "", ""], CHILD]);
  });
});

describe("a row prepared for later", () => {
  const isFormula = (row: number): boolean => row > 1;
  const prepared = (cells: readonly Cell[], isPrepared: Grid["isFormula"] = isFormula) =>
    findAllocations(grid([HEAD, CHILD, cells, OTHER], { isFormula: isPrepared }))[0];

  test.each([
    ["nothing", ["", "", ""]],
    ["0", [0, 0, 0]],
    ["errors", ["#N/A", "#REF!", ""]],
  ] as const)("is none where its formulas show %s", (_what, cells) => {
    expect(prepared(cells)).toMatchObject({ rows: [CHILD, OTHER], rowNumbers: [2, 4], preparedRows: [3] });
  });

  test("is one where any formula shows something, or was never calculated", () => {
    for (const cells of [
      ["", "A. Person", ""],
      ["C-9", 0, 0],
      [0, NOT_CALCULATED, 0],
      [NOT_CALCULATED, 0, 0],
    ])
      expect(prepared(cells)?.rows).toEqual([CHILD, cells, OTHER]);
  });

  test("is one where anything was typed, and is blank without any formula", () => {
    expect(prepared([0, "A. Person", 0], (row, column) => row === 2 && column !== 1)?.preparedRows).toEqual([]);
    expect(prepared([0, 0, 0], () => false)?.rows).toHaveLength(3);
    expect(prepared(["", "", ""], () => false)?.preparedRows).toEqual([]);
  });

  test("may lie between the data and its totals", () => {
    expect(findAllocations(grid([HEAD, CHILD, [0, 0, 0], ["Total", 1], [0, 0, 0]], { isFormula }))[0]).toMatchObject({
      rows: [CHILD],
      preparedRows: [3, 5],
      totalsRows: [4],
    });
  });

  test("may be one of a list without child refs", () => {
    const headers = ["Lead professional", "Case status", "Team"];
    expect(
      findAllocations(grid([headers, ["A. Person", "CIN", "Dover"], [0, 0, ""]], { isFormula }))[0]?.preparedRows,
    ).toEqual([3]);
  });
});
