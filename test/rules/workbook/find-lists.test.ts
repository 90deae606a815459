import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELD_IDS, FIELDS } from "../../../rules/fields.ts";
import { mapHeaders } from "../../../rules/headers.ts";
import type { Cell } from "../../../rules/read.ts";
import { findAllocations } from "../../../rules/workbook/find-lists.ts";
import { findRegister, findUnnamedRegister } from "../../../rules/workbook/find-register.ts";
import type { Grid } from "../../../rules/workbook/grid.ts";
import { looksLikeAllocations } from "../../../rules/workbook/header-row.ts";
import { oddCell, runs } from "../any-cells.ts";
import { CHILD, grid, HEAD, OTHER, table } from "./grids.ts";

const rowsOf = (one: Grid) =>
  findAllocations(one).map(({ rows, rowNumbers, totalsRows }) => ({ rows, rowNumbers, totalsRows }));

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

  test("have the header with the most known columns, the last of equals", () => {
    expect(findAllocations(grid([["Child ID", "Team", "Plan"], [...HEAD, "Team"], CHILD]))[0]?.headerRow).toBe(2);
    expect(
      findAllocations(grid([["Child ID", "Team", "Plan"], ["Child ID", "Unit", "Worker"], CHILD])).map(
        ({ headerRow }) => headerRow,
      ),
    ).toEqual([2]);
  });

  test("are none where no header names a child or a lead, or fewer than three columns are known; any row may be the header", () => {
    for (const headers of [
      ["Team", "Status", "Supervisor"],
      ["Child ID", "Status"],
      ["a", "b", "c"],
    ])
      expect(findAllocations(grid([headers, CHILD]))).toEqual([]);
    expect(findAllocations(grid([...Array.from({ length: 50 }, () => ["x"]), HEAD, CHILD]))[0]?.headerRow).toBe(51);
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
  test("are each table's own rows and those below its end, and nothing beside them; a remark below is named", () => {
    const rows = [
      ["", "x", ...HEAD, "y"],
      ["", "x", ...CHILD, "y"],
      ["", "x", ...OTHER, "y"],
      ["", "", "see notes"],
      [],
      ["", "", "C-3", "CP", ""],
    ];
    expect(findAllocations(grid(rows, { tables: [table(2, { left: 2, right: 4 })] }))).toMatchObject([
      {
        table: "Table1",
        headers: HEAD,
        rows: [CHILD, OTHER, [], ["C-3", "CP", ""]],
        rowNumbers: [2, 3, 5, 6],
        belowTable: [6],
        remarkRows: [4],
        left: 2,
        headerRow: 1,
      },
    ]);
  });

  test("leave the totals row out", () => {
    expect(rowsOf(grid([HEAD, CHILD, ["Sum", "", 1]], { tables: [table(2, { totalsRows: 1 })] }))).toEqual([
      { rows: [CHILD], rowNumbers: [2], totalsRows: [3] },
    ]);
  });

  test("without a row of headers of their own are rows below a header", () => {
    const tables = [table(2, { top: 1, headerRows: 0 })];
    expect(findAllocations(grid([HEAD, CHILD, OTHER], { tables }))).toMatchObject([{ rows: [CHILD, OTHER] }]);
  });

  test("are not those of a table of other columns, or of the register", () => {
    for (const more of [{ left: 1 }, { name: "Practitioners" }, { name: "Policy" }])
      expect(findAllocations(grid([HEAD, CHILD], { tables: [table(1, more)] }))).toEqual([]);
  });

  test("stand beside those below a header, which are looked for outside tables", () => {
    const rows = [["Name", "Role", "Registration"], ["Kim Socialworker", "SW", "SW1"], [], HEAD, CHILD];
    expect(findAllocations(grid(rows, { tables: [table(1)] }))[0]?.headerRow).toBe(4);
    expect(
      findAllocations(grid([HEAD, CHILD, [], HEAD, OTHER], { tables: [table(1)] })).map(({ rowNumbers }) => rowNumbers),
    ).toEqual([[2], [5]]);
  });

  test("may claim more rows than the sheet has", () => {
    expect(rowsOf(grid([HEAD, CHILD], { tables: [table(40), table(90, { top: 80 })] }))).toMatchObject([
      { rows: [CHILD] },
    ]);
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
          const others = [...found.totalsRows, ...found.preparedRows, ...found.remarkRows];
          for (const number of found.rowNumbers) expect(others).not.toContain(number);
        }
        findRegister({ rows, tables, isFormula }, sheetName);
        findUnnamedRegister({ rows, tables, isFormula });
      },
    ),
    runs(500),
  );
});
