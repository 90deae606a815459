import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findAllocations,
  findRegister,
  looksLikeAllocations,
  type Grid,
  type TableRange,
} from "../../rules/allocations.ts";
import { FIELD_IDS, FIELDS } from "../../rules/fields.ts";
import { mapHeaders } from "../../rules/headers.ts";
import { NOT_CALCULATED, type Cell } from "../../rules/read.ts";
import { oddCell, runs } from "./any-cells.ts";

const HEAD = ["Child ID", "Status", "Worker"];
const CHILD = ["C-1", "CIN", "Sam Assistant"];
const OTHER = ["C-2", "EH", "Eli Earlyhelp"];

const grid = (rows: readonly (readonly Cell[])[], more: Partial<Grid> = {}): Grid => ({
  rows,
  tables: [],
  isFormula: () => false,
  ...more,
});
const table = (bottom: number, more: Partial<TableRange> = {}): TableRange => ({
  name: "Table1",
  top: 0,
  left: 0,
  bottom,
  right: 2,
  headerRows: 1,
  totalsRows: 0,
  ...more,
});
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
