import { describe, expect, test } from "vitest";
import { findAllocations, findOnSheet } from "../../../rules/workbook/find-lists.ts";
import { CHILD, grid, HEAD, OTHER } from "./grids.ts";

describe("several lists on a sheet", () => {
  const TURNED = ["Worker", "Child ID", "Status"];
  const ROW = ["Sam Assistant", "C-2", "CP"];

  test("stand below each other, each with columns of its own; a title belongs to the list below it", () => {
    const lists = findAllocations(grid([["Team A"], HEAD, CHILD, [], ["Team B"], TURNED, ROW]));
    expect(lists).toMatchObject([
      { headerRow: 2, rows: [CHILD], rowNumbers: [3], remarkRows: [] },
      { headerRow: 6, rows: [ROW], rowNumbers: [7] },
    ]);
    expect(lists[1]?.mapping.columns.get("lead")).toBe(0);
  });

  test("stand below each other without a blank row between", () => {
    expect(findAllocations(grid([HEAD, CHILD, TURNED, ROW])).map(({ rowNumbers }) => rowNumbers)).toEqual([[2], [4]]);
  });

  test("stand side by side, with the same headers or in other rows", () => {
    expect(
      findAllocations(
        grid([
          [...HEAD, "", ...HEAD],
          [...CHILD, "", ...OTHER],
        ]),
      ),
    ).toMatchObject([
      { left: 0, rows: [CHILD] },
      { left: 4, rows: [OTHER] },
    ]);
    expect(findAllocations(grid([HEAD, CHILD, [...OTHER, "", ...TURNED], ["", "", "", "", ...ROW]]))).toMatchObject([
      { left: 0, headerRow: 1, rows: [CHILD, OTHER] },
      { left: 4, headerRow: 3, rows: [ROW] },
    ]);
    expect(
      findAllocations(
        grid([
          [...HEAD, ...HEAD],
          [...CHILD, ...OTHER],
        ]),
      ).map(({ left }) => left),
    ).toEqual([0, 3]);
  });

  test("are not seen where a blank column parts the columns of one", () => {
    const rows = [
      ["Child ID", "Status", "", "Worker", "Role", "Start"],
      ["C-1", "CIN", "", "Sam Assistant", "SWA", 1],
    ];
    expect(findAllocations(grid(rows))).toMatchObject([{ left: 0, rows: [rows[1]] }]);
  });

  test("a worker's role is no header, whatever it is called", () => {
    const head = ["Child ID", "Worker", "Role", "Team"];
    const rows = [
      ["C-1", "Sam Assistant", "Team Manager", "Dover"],
      ["C-2", "Ali Example", "Social worker", "Team"],
    ];
    expect(findAllocations(grid([head, ...rows]))).toMatchObject([{ rows }]);
  });

  test("rows below headers of which too few are known are no rows of the list above, and are named", () => {
    const rows = [HEAD, CHILD, [], ["Worker", "Child ID", "Sort"], ["Sam Assistant", "C-2", "x"]];
    expect(findOnSheet(grid(rows), { chosen: new Map(), headerRows: [] })).toMatchObject({
      lists: [{ rowNumbers: [2] }],
      doubtful: [{ headerRow: 4, rowNumbers: [5] }],
    });
  });

  test("begin at the row that a person has named", () => {
    const rows = [
      ["Ref", "Wkr", "Sort"],
      ["C-1", "Sam Assistant", "CIN"],
    ];
    expect(findOnSheet(grid(rows), { chosen: new Map(), headerRows: [] }).lists).toEqual([]);
    expect(findOnSheet(grid(rows), { chosen: new Map([["Wkr", "lead"]]), headerRows: [1] }).lists).toMatchObject([
      { headerRow: 1, rowNumbers: [2] },
    ]);
  });
});
