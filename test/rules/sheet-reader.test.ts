import { describe, expect, test } from "vitest";
import { SheetReader } from "../../rules/sheet-reader.ts";
import { checkRows, columnsWithout, GIVEN, keysByRow, keysOf, sheetOf } from "./sheets.ts";

describe("a reader of a sheet", () => {
  test("gives every row that is not blank, one after another", () => {
    const sheet = sheetOf([{ childRef: "C-1" }, {}, { childRef: "C-3" }]);
    const rows = [sheet.rows[0] ?? [], [], sheet.rows[2] ?? []];
    const reader = new SheetReader({ ...sheet, rows }, GIVEN);
    expect(Array.from(reader.rows(), ({ index, childRef }) => [index, childRef])).toEqual([
      [0, "C-1"],
      [2, "C-3"],
    ]);
  });

  test("gives the row of an index, and nothing for a blank one or one that there is not", () => {
    const reader = new SheetReader({ ...sheetOf([{}]), rows: [...sheetOf([{}]).rows, ["", " "]] }, GIVEN);
    expect([reader.rowAt(0)?.lead?.name, reader.rowAt(1), reader.rowAt(7)]).toEqual([
      "Sam Assistant",
      undefined,
      undefined,
    ]);
  });
});

describe("a whole list's own status or team", () => {
  const list = sheetOf(
    [{}, { childRef: "C-2", lead: "" }, { childRef: "C-3", lead: "Una Nowhere" }],
    columnsWithout("status", "team"),
  );

  test("stands in for the column that it does not have", () => {
    const { rows, coverage } = checkRows([], {}, { ...list, whole: { status: "Child protection" } });
    expect(rows.map((row) => keysOf(row?.findings)[0])).toEqual([
      "LP-03/not-social-worker",
      "LP-01/no-social-worker",
      "LP-03/cannot-tell",
    ]);
    expect(coverage.notChecked.flatMap(({ fields }) => fields)).not.toContain("status");
  });

  test("is read as a cell would be: one that nobody knows is said on every row", () => {
    const keys = keysByRow(checkRows([], {}, { ...list, whole: { status: "list 7" } }));
    expect(keys.map((row) => row?.includes("LP-32/unknown-status"))).toEqual([true, true, true]);
  });

  test("counts for nothing where there is a column", () => {
    expect(keysByRow(checkRows([{}], {}, { whole: { status: "CP", team: "Atlantis" } }))).toEqual([[]]);
  });

  test("a team of the whole list is the trial's or is not", () => {
    const keys = keysByRow(checkRows([], {}, { ...list, whole: { status: "CIN", team: "Maidstone" } }));
    expect(keys[0]).toContain("LP-05/outside-trial");
  });

  test("does not make a case of a blank row", () => {
    expect(checkRows([], {}, { ...list, rows: [["", ""]], whole: { status: "CP" } }).rows).toEqual([undefined]);
  });
});
