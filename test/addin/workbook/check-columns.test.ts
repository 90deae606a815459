import { describe, expect, it, vi } from "vitest";
import type { CheckValues, WorkbookList } from "../../../addin/workbook/workbook.ts";
import { HEADERS, listSheet, onlyList, open, someCases, tableSheet, type Open } from "./a-workbook.ts";

const valuesOf = ({ allocations: { rows } }: WorkbookList): CheckValues => ({
  check: rows.map(() => "Clear"),
  why: rows.map((_, index) => (index === 0 ? "=LP-01: nobody leads." : "")),
});
const never = (): CheckValues => {
  throw new Error("No plain values were wanted.");
};

const formulasAt = ({ grid, sheetId }: Open, sheet: string, top: number, left: number): unknown[] =>
  grid.formulas(sheetId(sheet), { top, left, rows: 1, columns: 2 })[0] ?? [];

describe("adding the check columns", () => {
  it("writes both formulas beside a table, a blank column between", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    const list = onlyList(await opened.workbook.read());
    const { result, syncs } = await opened.syncsOf(() => opened.workbook.addCheckColumns(list, never));
    expect(result).toEqual({ kind: "formulas", address: "Cases!G3:H3" });
    expect(opened.grid.read(opened.sheetId("Cases"), "F3:H3")).toEqual([["", "LP check", "LP why"]]);
    expect(formulasAt(opened, "Cases", 3, 6)).toEqual([
      "=LP.CHECK(tblCases[#Headers],tblCases[#Data])",
      "=LP.WHY(tblCases[#Headers],tblCases[#Data])",
    ]);
    expect(syncs).toBe(2);
  });

  it("gives a list without a table by its addresses, leaving out its own columns", async () => {
    const opened = open([listSheet("Dover's cases")]);
    const result = await opened.workbook.addCheckColumns(onlyList(await opened.workbook.read()), never);
    expect(result.address).toBe("'Dover''s cases'!G3:H3");
    expect(formulasAt(opened, "Dover's cases", 3, 6)[0]).toBe("=LP.CHECK($A$3:$E$3,$A$4:$E$6)");
    await opened.workbook.addCheckColumns(onlyList(await opened.workbook.read()), never);
    expect(formulasAt(opened, "Dover's cases", 3, 6)[0]).toBe("=LP.CHECK($A$3:$E$3,$A$4:$E$6)");
    expect(opened.grid.read(opened.sheetId("Dover's cases"), "I3:L3")).toEqual([["", "", "", ""]]);
  });

  it("goes further right rather than write over anything, above and below the list too", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    const id = opened.sheetId("Cases");
    opened.grid.type(id, "H5", [["my note"]]);
    opened.grid.type(id, "K1", [["printed"]]);
    opened.grid.type(id, "L40", [["later"]]);
    const { address } = await opened.workbook.addCheckColumns(onlyList(await opened.workbook.read()), never);
    expect(address).toBe("Cases!N3:O3");
    expect([opened.grid.read(id, "H5"), opened.grid.read(id, "K1"), opened.grid.read(id, "L40")]).toEqual([
      [["my note"]],
      [["printed"]],
      [["later"]],
    ]);
  });

  it("uses a gap that is wide enough", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    opened.grid.type(opened.sheetId("Cases"), "J3", [["my notes"]]);
    const { address } = await opened.workbook.addCheckColumns(onlyList(await opened.workbook.read()), never);
    expect(address).toBe("Cases!G3:H3");
  });

  it("writes over its own columns, and only those", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    const id = opened.sheetId("Cases");
    await opened.workbook.addCheckColumns(onlyList(await opened.workbook.read()), never);
    opened.grid.type(id, "G5", [["stuck"]]);
    opened.grid.type(id, "J5", [["my note"]]);
    const { address } = await opened.workbook.addCheckColumns(onlyList(await opened.workbook.read()), never);
    expect(address).toBe("Cases!G3:H3");
    expect(opened.grid.read(id, "G5:J5")).toEqual([["", "", "", "my note"]]);
  });

  it("works on a filtered sheet, and refuses a protected one in words", async () => {
    const filtered = open([{ ...tableSheet("Cases", "tblCases"), isFiltered: true }]);
    expect((await filtered.workbook.addCheckColumns(onlyList(await filtered.workbook.read()), never)).kind).toBe(
      "formulas",
    );
    const locked = open([{ ...tableSheet("Cases", "tblCases"), isProtected: true }]);
    await expect(locked.workbook.addCheckColumns(onlyList(await locked.workbook.read()), never)).rejects.toMatchObject({
      code: "AccessDenied",
      message: expect.stringMatching(
        /^The sheet Cases is protected, so Lead Professional cannot add the check columns on it\. Unprotect it/,
      ) as string,
    });
  });

  it("asks for a first row where a list has none", async () => {
    const opened = open([{ name: "Cases", cells: [HEADERS] }]);
    await expect(opened.workbook.addCheckColumns(onlyList(await opened.workbook.read()), never)).rejects.toThrow(
      "has no rows yet",
    );
  });

  it("waits until a cell is no longer typed in", async () => {
    const { client, workbook } = open([tableSheet("Cases", "tblCases")]);
    const list = onlyList(await workbook.read());
    client.host.editCell(true);
    const adding = workbook.addCheckColumns(list, never);
    setTimeout(() => {
      client.host.editCell(false);
    }, 30);
    expect((await adding).kind).toBe("formulas");
  });
});

describe("a list that is too long for a formula", () => {
  it("keeps LP check live and has plain texts for LP why above 2,000 rows", async () => {
    const opened = open([tableSheet("Cases", "tblCases", 2_001)]);
    const list = onlyList(await opened.workbook.read());
    const values = vi.fn(() => valuesOf(list));
    expect(await opened.workbook.addCheckColumns(list, values)).toEqual({ kind: "mixed", address: "Cases!G3:H3" });
    expect(values).toHaveBeenCalledOnce();
    expect(formulasAt(opened, "Cases", 3, 6)).toEqual([
      "=LP.CHECK(tblCases[#Headers],tblCases[#Data])",
      "=LP-01: nobody leads.",
    ]);
  });

  it("is written in pieces of plain texts above 15,000 rows, within Excel's limit", async () => {
    const opened = open([tableSheet("Cases", "tblCases", 20_000)]);
    const list = onlyList(await opened.workbook.read());
    opened.client.host.payloadLimit = 2_500_000;
    const long = {
      check: list.allocations.rows.map(() => "Action needed"),
      why: list.allocations.rows.map((_, index) => `LP-08: row ${index} ${"and so on ".repeat(20)}`),
    };
    const { result, syncs } = await opened.syncsOf(() => opened.workbook.addCheckColumns(list, () => long));
    expect(result.kind).toBe("values");
    expect(opened.grid.read(opened.sheetId("Cases"), "G4:H20003")).toEqual(
      long.check.map((text, index) => [text, long.why[index]]),
    );
    expect(syncs).toBeLessThan(12);
  });

  it("gives each text to its own row, where rows lie between that are none of the list", async () => {
    const cells = [HEADERS, ...someCases(1), HEADERS, ...someCases(2_100)];
    const opened = open([{ name: "Cases", cells }]);
    const list = onlyList(await opened.workbook.read());
    const why = list.allocations.rowNumbers.map((number) => `row ${number}`);
    await opened.workbook.addCheckColumns(list, () => ({ check: [], why }));
    expect(opened.grid.read(opened.sheetId("Cases"), "H2:H4")).toEqual([["row 2"], [""], ["row 4"]]);
  });
});

describe("repairing the check columns", () => {
  it("writes them anew from our own definition, whatever stands there", async () => {
    const opened = open([tableSheet("Cases", "tblCases"), listSheet("Thanet")]);
    const { lists } = await opened.workbook.read();
    for (const list of lists) await opened.workbook.addCheckColumns(list, never);
    for (const name of ["Cases", "Thanet"])
      opened.grid.type(opened.sheetId(name), "G4", [["#NAME?", "=_xldudf_LP_WHY(1)"]]);
    expect(await opened.workbook.repair((await opened.workbook.read()).lists, never)).toBe(4);
    expect(formulasAt(opened, "Cases", 3, 6)).toEqual([
      "=LP.CHECK(tblCases[#Headers],tblCases[#Data])",
      "=LP.WHY(tblCases[#Headers],tblCases[#Data])",
    ]);
    expect(formulasAt(opened, "Thanet", 3, 6)).toEqual([
      "=LP.CHECK($A$3:$E$3,$A$4:$E$6)",
      "=LP.WHY($A$3:$E$3,$A$4:$E$6)",
    ]);
  });

  it("adds none where there are none", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    expect(await opened.workbook.repair((await opened.workbook.read()).lists, never)).toBe(0);
    expect(opened.grid.read(opened.sheetId("Cases"), "G3:H3")).toEqual([["", ""]]);
  });

  it("takes away our own texts below a list that has become shorter, and nobody else's", async () => {
    const opened = open([tableSheet("Cases", "tblCases", 5)]);
    const id = opened.sheetId("Cases");
    await opened.workbook.addCheckColumns(onlyList(await opened.workbook.read()), never);
    const table = opened.grid.tables()[0]?.id ?? "";
    opened.grid.type(id, "G4", [
      ["Clear", ""],
      ["Check", "LP-32: x"],
      ["Clear", ""],
      ["Advice", "LP-26: x"],
      ["Clear", "LP: x"],
      ["my total", "mine"],
    ]);
    opened.grid.resizeTable(table, { top: 2, left: 0, rows: 3, columns: 5 });
    opened.grid.write(
      id,
      { top: 5, left: 0, rows: 3, columns: 5 },
      Array.from({ length: 3 }, () => HEADERS.map(() => "")),
    );
    await opened.workbook.repair((await opened.workbook.read()).lists, never);
    expect(opened.grid.read(id, "G6:H9")).toEqual([
      ["", ""],
      ["", ""],
      ["", ""],
      ["my total", "mine"],
    ]);
  });
});
