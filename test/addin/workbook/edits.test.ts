import { describe, expect, it } from "vitest";
import { findAllocations } from "../../../rules/workbook/find-lists.ts";
import { findInWorkbook } from "../../../rules/workbook/found.ts";
import { NO_READING_CHOICES } from "../../../rules/workbook/choices.ts";
import { addTo, fewReads, noBurst, type ReadRequest } from "../../../addin/workbook/burst.ts";
import { effectOf, holdHeader, mapWorkbook, type WorkbookMap } from "../../../addin/workbook/workbook-map.ts";
import { gridOf, sheetContents } from "../../../addin/workbook/contents.ts";
import { NO_DETAILS } from "../../../addin/workbook/details.ts";
import { withIds } from "../../../addin/workbook/read.ts";
import type { PlacedTable, SheetCells } from "../../../addin/workbook/sheet-cells.ts";

const HEADERS = ["Child ref", "Lead professional", "Case status", "Team"];
const row = (ref: string) => [ref, "Marcus Skylark", "CIN", "Dover"];
const cell = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

/** A sheet with headers in row 2 and three rows below; as a table it begins in the same place. */
function sheetWith(isTable: boolean, id = "s1"): SheetCells {
  const values = [["Cases", "", "", ""], HEADERS, row("EX-1"), row("EX-2"), row("EX-3")];
  const entry = { id: "t1", name: "Cases", hasHeader: true, hasTotals: false };
  const table: PlacedTable = {
    ...entry,
    top: 1,
    left: 0,
    bottom: 4,
    right: 3,
    headerRows: 1,
    totalsRows: 0,
    isFiltered: false,
  };
  return {
    entry: { id, name: "Sheet", isVisible: true, tables: isTable ? [entry] : [] },
    used: cell(0, 0, 4, 3),
    values,
    merges: [],
    hasUnknownMerges: false,
    hides: { rows: false, columns: false },
    tables: isTable ? [table] : [],
    isProtected: false,
    isFiltered: false,
    isLeftOut: false,
  };
}

function knownOf(sheet: SheetCells, cells: Parameters<typeof mapWorkbook>[2] = []): WorkbookMap {
  const found = findInWorkbook({
    date1904: false,
    checkDate: undefined,
    policy: undefined,
    choices: NO_READING_CHOICES,
    sheets: [sheetContents(sheet, NO_DETAILS)],
  });
  return mapWorkbook([sheet], withIds(found, [sheet]), cells, { chosen: new Map(), ...found });
}

describe.each([
  ["a table", true],
  ["rows below a header", false],
])("an edit in %s", (_, isTable) => {
  const known = knownOf(sheetWith(isTable));
  const kind = (area: ReturnType<typeof cell>): string => effectOf(known, "s1", area).kind;

  it("of a cell reads its row, since other cells of it may be formulas", () => {
    expect(effectOf(known, "s1", cell(3, 2))).toEqual({ kind: "rows", areas: [cell(3, 0, 3, 3)] });
  });

  it("of headers, or just below the rows, reads everything anew", () => {
    expect([kind(cell(1, 2)), kind(cell(5, 0)), kind(cell(3, 0, 5, 0))]).toEqual(["anew", "anew", "anew"]);
  });

  it("of a title above, or far to the right, is looked at for the headers of another list", () => {
    expect([kind(cell(0, 0)), kind(cell(3, 9))]).toEqual(["perhaps-headers", "perhaps-headers"]);
  });

  it("that reaches beyond the rows reads everything anew", () => {
    expect(kind(cell(3, 2, 3, 9))).toBe("anew");
  });
});

describe("an edit", () => {
  it("just beside a table may have made it grow", () => {
    expect(effectOf(knownOf(sheetWith(true)), "s1", cell(3, 4)).kind).toBe("anew");
    expect(effectOf(knownOf(sheetWith(true)), "s1", cell(3, 5)).kind).toBe("perhaps-headers");
  });

  it("reads everything anew before anything has been read", () => {
    expect(effectOf(undefined, "s1", cell(3, 2)).kind).toBe("anew");
  });

  it("of the cell that a name points to reads everything anew", () => {
    const known = knownOf(sheetWith(true), [{ sheetId: "notes", at: { row: 1, column: 1 } }]);
    expect([effectOf(known, "notes", cell(1, 1)).kind, effectOf(known, "notes", cell(1, 2)).kind]).toEqual([
      "anew",
      "none",
    ]);
  });

  it("of merged cells, or of a row that is none, reads everything anew", () => {
    const merged = { ...sheetWith(false), merges: [cell(3, 1, 4, 1)] };
    expect(effectOf(knownOf(merged), "s1", cell(3, 1)).kind).toBe("anew");
    expect(effectOf(knownOf(merged), "s1", cell(2, 1)).kind).toBe("rows");
    const values = [["Cases", "", "", ""], HEADERS, row("EX-1"), ["a remark", "", "", ""], row("EX-2")];
    expect(effectOf(knownOf({ ...sheetWith(false), values }), "s1", cell(3, 0)).kind).toBe("anew");
  });

  it("on a sheet without a list is looked at for headers", () => {
    const empty: SheetCells = { ...sheetWith(false), values: [["Notes"]], used: cell(0, 0) };
    const known = knownOf(empty);
    expect(effectOf(known, "s1", cell(0, 0, 60, 1))).toEqual({ kind: "perhaps-headers", area: cell(0, 0, 60, 1) });
    expect(effectOf(known, "s1", cell(0, 0, 30_000, 1)).kind).toBe("anew");
    expect(holdHeader(known, [["Groceries", 4]])).toBe(false);
    expect(holdHeader(known, [["Groceries", "child REF"]])).toBe(true);
  });

  it("of the register reads everything anew", () => {
    const register: SheetCells = {
      ...sheetWith(false, "s2"),
      entry: { id: "s2", name: "Practitioners", isVisible: true, tables: [] },
      values: [["Name", "Registration"]],
      used: cell(0, 0, 0, 1),
    };
    expect(effectOf(knownOf(register), "s2", cell(7, 1)).kind).toBe("anew");
  });
});

describe("a burst of edits", () => {
  const rows = (top: number, bottom = top, sheetId = "s1"): ReadRequest => ({
    sheetId,
    area: cell(top, 0, bottom, 41),
    kind: "rows",
  });

  it("is read in as few areas as its rows allow", () => {
    expect(fewReads([rows(7), rows(5), rows(6), rows(9)])).toEqual([rows(5, 7), rows(9)]);
  });

  it("of scattered rows reads some rows between them as well, and leaves none out", () => {
    const wanted = Array.from({ length: 40 }, (_, index) => rows(index * 10));
    const reads = fewReads(wanted) ?? [];
    expect(reads.length).toBeLessThanOrEqual(6);
    for (const { area } of wanted)
      expect(reads.some((read) => read.area.top <= area.top && read.area.bottom >= area.bottom)).toBe(true);
  });

  it("keeps sheets apart", () => {
    expect(fewReads([rows(5), rows(6, 6, "s2")])).toHaveLength(2);
  });

  it("that is too much to read is a change of everything", () => {
    expect(fewReads([rows(0, 3_000)])).toBeDefined();
    expect(fewReads([rows(0, 4_000)])).toBeUndefined();
    expect(fewReads(Array.from({ length: 8 }, (_, index) => rows(1, 1, `s${index}`)))).toBeUndefined();
  });

  it("remembers that everything is to be read anew", () => {
    const burst = noBurst();
    addTo(burst, "s1", { kind: "rows", areas: [cell(3, 0)] });
    addTo(burst, "s1", { kind: "anew" });
    addTo(burst, "s1", { kind: "none" });
    expect([burst.isAnew, burst.wanted.length]).toEqual([true, 1]);
  });
});

it("a used area that begins further down keeps its rows' numbers", () => {
  const shifted: SheetCells = { ...sheetWith(false), used: cell(3, 2, 7, 5) };
  const [found] = findAllocations(gridOf(shifted));
  expect(found?.headerRow).toBe(5);
  expect(found?.rowNumbers).toEqual([6, 7, 8]);
  expect([found?.left, found?.mapping.columns.get("childRef")]).toEqual([2, 0]);
});
