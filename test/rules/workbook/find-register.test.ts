import { describe, expect, test } from "vitest";
import { findRegister, findUnnamedRegister, lackingIn } from "../../../rules/workbook/find-register.ts";
import { CHILD, grid, HEAD, table } from "./grids.ts";

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
    expect(findRegister(one, "Staff")).toMatchObject({ headers: REGISTER, rows: [KIM] });
    expect(findRegister(grid([], { tables: [table(2, { name: "Practitioners" })] }), "Staff")).toMatchObject({
      headers: [],
      rows: [],
    });
  });

  test("is else the rows below such headers on a sheet of that name", () => {
    expect(findRegister(grid([["Our staff"], REGISTER, KIM]), "practitioners ")).toMatchObject({
      headers: REGISTER,
      rows: [KIM],
    });
    expect(findRegister(grid([REGISTER, KIM]), "Sheet1")).toBeUndefined();
    expect(findRegister(grid([HEAD, CHILD]), "Practitioners")).toBeUndefined();
  });

  test("takes in people typed just below the table", () => {
    const rows = [REGISTER, KIM, ["Lee Late", "SW", "SW100009"], [], ["Far Away", "SW", "SW1"]];
    expect(findRegister(grid(rows, { tables: [table(1, { name: "Practitioners" })] }), "Staff")?.rows).toEqual(
      rows.slice(1, 3),
    );
  });

  test("is said to lack what its headers do not name, and is not passed over", () => {
    const found = findRegister(
      grid([["Name", "Role", "Regn"], KIM], { tables: [table(1, { name: "Practitioners" })] }),
      "x",
    );
    expect(found && lackingIn(found)).toEqual(["registration"]);
    const rows = [
      ["Name", "Role"],
      ["Kim", "SW"],
    ];
    const other = findRegister(grid(rows), "Practitioners");
    expect(other && lackingIn(other)).toEqual(["registration"]);
  });

  test("has the columns that a person has chosen", () => {
    const chosen = new Map([["Regn", "registration" as const]]);
    const found = findRegister(
      grid([["Name", "Role", "Regn"], KIM], { tables: [table(1, { name: "Practitioners" })] }),
      "x",
      chosen,
    );
    expect(found?.mapping.columns.get("registration")).toBe(2);
  });

  test("under another name is a table or rows with a name and a registration, and no list of cases", () => {
    expect(findUnnamedRegister(grid([["Our staff"], REGISTER, KIM]))).toMatchObject({ headerRow: 2, rows: [KIM] });
    expect(findUnnamedRegister(grid([REGISTER, KIM], { tables: [table(1)] }))?.table).toBe("Table1");
    expect(findUnnamedRegister(grid([[...HEAD, "SWE number"], CHILD]))).toBeUndefined();
  });
});
