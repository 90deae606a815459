import { describe, expect, it } from "vitest";
import { patchList, rowAt } from "../../../addin/checking/patch.ts";
import { aList } from "../model/lists.ts";

// Headers in row 4 from column B; rows 5, 6 and 8 (row 7 repeats the headers).
const list = aList({
  left: 1,
  headerRow: 4,
  headers: ["Child ref", "Case status", "Lead professional"],
  rows: [
    ["T1", "CIN", "Ann"],
    ["T2", "CP", "Ben"],
    ["T3", "EH", ""],
  ],
  rowNumbers: [5, 6, 8],
});
const edit = (top: number, left: number, cells: readonly (readonly string[])[], sheetId = "s1") =>
  patchList(list, { kind: "cells", sheetId, top, left, cells });

describe("an edit within a list", () => {
  it("puts the cell into its row and leaves the others as they were", () => {
    const after = edit(5, 2, [["CIN"]]);
    expect(after).not.toBe("read anew");
    if (after === "read anew") return;
    expect(after.allocations.rows).toEqual([
      ["T1", "CIN", "Ann"],
      ["T2", "CIN", "Ben"],
      ["T3", "EH", ""],
    ]);
    expect(after.allocations.rows[0]).toBe(list.allocations.rows[0]);
    expect(list.allocations.rows[1]).toEqual(["T2", "CP", "Ben"]);
  });

  it("takes from a wider paste only what falls on its columns", () => {
    const after = edit(4, 0, [
      ["outside", "T9", "S47"],
      ["outside", "T8", "CLA"],
    ]);
    expect(after !== "read anew" && after.allocations.rows.slice(0, 2)).toEqual([
      ["T9", "S47", "Ann"],
      ["T8", "CLA", "Ben"],
    ]);
  });

  it("is none where the cells stand beside it, above it or on another sheet", () => {
    expect(edit(5, 4, [["note"]])).toBe(list);
    expect(edit(5, 0, [["note"]])).toBe(list);
    expect(edit(2, 1, [["title"]])).toBe(list);
    expect(edit(5, 1, [["T1"]], "s2")).toBe(list);
  });

  it("has the sheet read anew where it touches the headers, a row between, or the row just below", () => {
    expect(edit(3, 1, [["Ref"]])).toBe("read anew");
    expect(edit(6, 1, [["T7"]])).toBe("read anew");
    expect(edit(8, 1, [["T4"]])).toBe("read anew");
    expect(edit(2, 1, [["a"], ["b"], ["c"]])).toBe("read anew");
  });

  it("is none two rows below the last", () => {
    expect(edit(9, 1, [["elsewhere"]])).toMatchObject({ key: list.key, allocations: { rows: list.allocations.rows } });
  });
});

describe("the row that is selected", () => {
  it("is one of the list's rows, or none", () => {
    expect(rowAt(list, "s1", 7)).toBe(2);
    expect(rowAt(list, "s1", 6)).toBeUndefined();
    expect(rowAt(list, "s2", 4)).toBeUndefined();
  });
});
