import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findAllocations, findRegister, looksLikeAllocations } from "../../rules/allocations.ts";
import { FIELD_IDS, FIELDS } from "../../rules/fields.ts";
import { mapHeaders } from "../../rules/headers.ts";
import type { Cell } from "../../rules/read.ts";
import { oddCell, runs } from "./any-cells.ts";
import { HEAD, CHILD, OTHER, grid, table, rowsOf } from "./grids.ts";

describe("allocations on a sheet", () => {
  test("are the rows below a header, with the numbers that Excel shows", () => {
    expect(findAllocations(grid([["Thanet, November"], [], HEAD, CHILD, OTHER]))).toMatchObject([
      {
        table: undefined,
        headers: HEAD,
        rows: [CHILD, OTHER],
        rowNumbers: [4, 5],
        left: 0,
        headerRow: 3,
        totalsRows: [],
      },
    ]);
  });

  test("have the header with the most known columns, the first of equals", () => {
    expect(findAllocations(grid([["Child ID", "Team", "Plan"], [...HEAD, "Team"], CHILD]))[0]?.headerRow).toBe(2);
    expect(
      findAllocations(grid([["Child ID", "Team", "Plan"], ["Child ID", "Unit", "Worker"], CHILD]))[0]?.headerRow,
    ).toBe(1);
  });

  test("are none where no header names a child or a lead, or fewer than three columns are known", () => {
    for (const headers of [
      ["Team", "Status", "Supervisor"],
      ["Child ID", "Status"],
      ["a", "b", "c"],
    ])
      expect(findAllocations(grid([headers, CHILD]))).toEqual([]);
    expect(findAllocations(grid([...Array.from({ length: 50 }, () => ["x"]), HEAD, CHILD]))).toEqual([]);
  });

  test("are found beside a column of registration numbers", () => {
    const headers = [...HEAD, "SWE number"];
    expect(looksLikeAllocations(headers, mapHeaders(headers))).toBe(true);
  });

  test("are found beside a table of something else", () => {
    const rows = [[...HEAD, "", "Code", "Means"], [...CHILD, "", "CIN", "child in need"], OTHER];
    expect(findAllocations(grid(rows, { tables: [table(1, { name: "Codes", left: 4, right: 5 })] }))).toHaveLength(1);
  });

  test("are found with the columns that a person has chosen", () => {
    const odd = grid([["Child ID", "Status", "Who"], CHILD]);
    expect(findAllocations(odd)).toEqual([]);
    expect(findAllocations(odd, new Map([["Who", "lead"]]))[0]?.mapping.columns.get("lead")).toBe(2);
  });

  test("begin again below a header that is repeated", () => {
    expect(rowsOf(grid([HEAD, CHILD, HEAD, OTHER]))).toEqual([
      { rows: [CHILD, OTHER], rowNumbers: [2, 4], totalsRows: [] },
    ]);
    expect(rowsOf(grid([HEAD, CHILD, [...HEAD, ""], OTHER]))[0]?.rows).toEqual([CHILD, OTHER]);
  });
});

describe("allocations in Excel tables", () => {
  test("are each table's own rows, and nothing beside or below it", () => {
    const rows = [
      ["", "x", ...HEAD, "y"],
      ["", "x", ...CHILD, "y"],
      ["", "x", ...OTHER, "y"],
      ["", "", "see notes"],
    ];
    expect(findAllocations(grid(rows, { tables: [table(2, { left: 2, right: 4 })] }))).toMatchObject([
      { table: "Table1", headers: HEAD, rows: [CHILD, OTHER], rowNumbers: [2, 3], left: 2, headerRow: 1 },
    ]);
  });

  test("leave the totals row out", () => {
    expect(rowsOf(grid([HEAD, CHILD, ["Sum", "", 1]], { tables: [table(2, { totalsRows: 1 })] }))).toEqual([
      { rows: [CHILD], rowNumbers: [2], totalsRows: [3] },
    ]);
  });

  test("are not those of a table without headers, of other columns, or of the register", () => {
    for (const more of [{ headerRows: 0 }, { left: 1 }, { name: "Practitioners" }])
      expect(findAllocations(grid([HEAD, CHILD], { tables: [table(1, more)] }))).toEqual([]);
  });

  test("come before rows below a header, which are looked for outside tables", () => {
    const rows = [["Name", "Role", "Registration"], ["Kim Socialworker", "SW", "SW1"], [], HEAD, CHILD];
    expect(findAllocations(grid(rows, { tables: [table(1)] }))[0]?.headerRow).toBe(4);
    expect(findAllocations(grid([HEAD, CHILD, [], HEAD, OTHER], { tables: [table(1)] }))).toHaveLength(1);
  });

  test("may claim more rows than the sheet has", () => {
    expect(rowsOf(grid([HEAD, CHILD], { tables: [table(40), table(90, { top: 80 })] }))).toMatchObject([
      { rows: [CHILD] },
    ]);
  });
});

describe("the register of a workbook", () => {
  const REGISTER = ["Name", "Role", "Registration"];
  const KIM = ["Kim Socialworker", "SW", "SW100002"];

  test("is the table named Practitioners, on any sheet, without its totals", () => {
    const one = grid(
      [
        ["", ...REGISTER, "x"],
        ["", ...KIM, "x"],
        ["", "Total", "", 1],
      ],
      { tables: [table(2, { name: "PRACTITIONERS", left: 1, right: 3, totalsRows: 1 })] },
    );
    expect(findRegister(one, "Staff")).toEqual({ headers: REGISTER, rows: [KIM] });
    expect(findRegister(grid([], { tables: [table(2, { name: "Practitioners" })] }), "Staff")).toEqual({
      headers: [],
      rows: [],
    });
  });

  test("is else the rows below such headers on a sheet of that name", () => {
    expect(findRegister(grid([["Our staff"], REGISTER, KIM]), "practitioners ")).toEqual({
      headers: REGISTER,
      rows: [KIM],
    });
    expect(findRegister(grid([REGISTER, KIM]), "Sheet1")).toBeUndefined();
    expect(findRegister(grid([HEAD, CHILD]), "Practitioners")).toBeUndefined();
  });
});

test("any grid is searched without an error", () => {
  const known = fc.constantFrom<Cell>(
    ...FIELD_IDS.slice(0, 12).map((id) => FIELDS[id].header),
    "Name",
    "Registration",
    "Total",
  );
  const anyRows = fc.array(
    fc.array(fc.oneof({ weight: 3, arbitrary: known }, { weight: 2, arbitrary: oddCell }), { maxLength: 8 }),
    { maxLength: 8 },
  );
  const small = fc.nat(10);
  const anyTable = fc.record({
    name: fc.constantFrom("Practitioners", "Table1"),
    top: small,
    left: small,
    bottom: small,
    right: small,
    headerRows: fc.nat(1),
    totalsRows: fc.nat(2),
  });
  fc.assert(
    fc.property(
      anyRows,
      fc.array(anyTable, { maxLength: 2 }),
      fc.func(fc.boolean()),
      fc.constantFrom("Practitioners", "Sheet1"),
      (rows, tables, isFormula, sheetName) => {
        for (const found of findAllocations({ rows, tables, isFormula })) {
          expect(looksLikeAllocations(found.headers, found.mapping)).toBe(true);
          expect(found.rowNumbers).toHaveLength(found.rows.length);
          for (const number of found.rowNumbers) expect(found.totalsRows).not.toContain(number);
        }
        findRegister({ rows, tables, isFormula }, sheetName);
      },
    ),
    runs(500),
  );
});
