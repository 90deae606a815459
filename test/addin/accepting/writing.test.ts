import { describe, expect, it } from "vitest";
import { acceptanceOf } from "../../../addin/accepting/accept.ts";
import { takingBackOf } from "../../../addin/accepting/take-back.ts";
import { createInputsStore } from "../../../addin/checking/check-inputs.ts";
import { createPaneModel } from "../../../addin/model/create-pane-model.ts";
import { isoDay, toSerial } from "../../../rules/dates.ts";
import { nothingSent } from "../../../tools/bench/nothing-sent.ts";
import type { CellValue } from "../../../xlsx/workbook.ts";
import type { MemorySheet } from "../../../web/workbench/memory/state.ts";
import { open, type Open } from "../workbook/a-workbook.ts";

const DAY = isoDay("2024-11-30");
const UNTIL = isoDay("2024-12-31");
const HEADERS = ["Child ref", "Case status", "Lead professional", "Child's wishes recorded"];
const ROWS = [
  ["EX-1", "Child in need", "Hazel Example", ""],
  ["EX-2", "Child in need", "Hazel Example", ""],
];
const STAFF: MemorySheet = {
  name: "Staff",
  cells: [
    ["Name", "Role", "Registration", "Registered to"],
    ["Hazel Example", "Social Worker", "SW100001", toSerial(isoDay("2025-11-30"))],
    ["Pat Supervisor", "Team Manager", "SW100002", toSerial(isoDay("2025-11-30"))],
  ],
  tables: [{ name: "Practitioners", address: "A1:D3" }],
};
const plain: MemorySheet = { name: "Cases", cells: [HEADERS, ...ROWS] };
const table: MemorySheet = { ...plain, tables: [{ name: "tblCases", address: "A1:D3" }] };

/** The pane's model over a workbook in Microsoft's client. */
async function opened(cases: MemorySheet, api = "1.20") {
  const excel = open([cases, STAFF], { api });
  const store = createInputsStore(DAY);
  const model = createPaneModel({ workbook: excel.workbook, store, ...nothingSent() });
  await model.start();
  const accepted = (): unknown =>
    model.findings.value
      .filter(({ finding }) => finding.accepted)
      .map(({ finding, rowNumber }) => [rowNumber, finding.rule]);
  const accept = (index = 0, rule: "LP-19" | "LP-20" | "LP-22" = "LP-19") => {
    const list = model.current.value;
    if (!list) throw new Error("There is no list.");
    const change = acceptanceOf(list, model.inputs.value, { index, rule }, { by: "Pat Supervisor", until: UNTIL });
    if (typeof change === "string") throw new Error(change);
    return model.changeAcceptance(change);
  };
  return { ...excel, model, accept, accepted };
}
const read = ({ grid, sheetId }: Pick<Open, "grid" | "sheetId">, address: string): CellValue[][] =>
  grid.read(sheetId("Cases"), address);

describe("accepting a finding in a workbook", () => {
  it.each([
    ["a plain list", plain],
    ["a table", table],
  ])("adds the three columns to %s, writes the row's cells, and the finding counts no more", async (_, cases) => {
    const here = await opened(cases);
    expect(here.accepted()).toEqual([]);
    await here.accept();
    expect(read(here, "D1:H3")).toEqual([
      ["Child's wishes recorded", "Accepted", "Accepted by", "Accepted until", ""],
      ["", "LP-19", "Pat Supervisor", toSerial(UNTIL), ""],
      ["", "", "", "", ""],
    ]);
    expect(here.accepted()).toEqual([[2, "LP-19"]]);
    expect(here.model.notice.value).toMatchObject({
      kind: "done",
      sentence:
        "Row 2: LP-19 is accepted by Pat Supervisor until 31 Dec 2024. To undo it by hand: clear E2, clear F2 and clear G2.",
    });
  });

  it("makes the table reach over the new columns, its name and rows as they were", async () => {
    const here = await opened(table);
    await here.accept();
    expect(here.grid.tables().find(({ name }) => name === "tblCases")?.area).toEqual({
      top: 0,
      left: 0,
      rows: 3,
      columns: 7,
    });
  });

  it("shows the last day as a date", async () => {
    const here = await opened(plain);
    await here.accept();
    expect(here.grid.numberFormatAt?.(here.sheetId("Cases"), 1, 6)).toBe("dd/mm/yyyy");
  });

  it("writes into columns that are there already, and adds none", async () => {
    const here = await opened({
      name: "Cases",
      cells: [
        [...HEADERS, "Accepted", "Note", "Accepted by", "Accepted until"],
        ...ROWS.map((row) => [...row, "", "mine", "", ""]),
      ],
    });
    await here.accept(1);
    expect(read(here, "E1:H3")).toEqual([
      ["Accepted", "Note", "Accepted by", "Accepted until"],
      ["", "mine", "", ""],
      ["LP-19", "mine", "Pat Supervisor", toSerial(UNTIL)],
    ]);
  });

  it("writes a second rule beside the first, and takes one back and then the other", async () => {
    const here = await opened(table);
    await here.accept(0, "LP-19");
    await here.accept(0, "LP-22");
    expect(read(here, "E2:G2")).toEqual([["LP-19, LP-22", "Pat Supervisor", toSerial(UNTIL)]]);
    for (const rule of ["LP-19", "LP-22"] as const) {
      const list = here.model.current.value;
      const change = list && takingBackOf(list, here.model.inputs.value, { index: 0, rule });
      if (typeof change !== "object") throw new Error(change);
      await here.model.changeAcceptance(change);
    }
    expect(read(here, "E2:G2")).toEqual([["", "", ""]]);
    expect(here.accepted()).toEqual([]);
  });

  it.each([
    ["a plain list", plain],
    ["a table", table],
  ])("moves our own check columns beside the new ones of %s", async (_, cases) => {
    const here = await opened(cases);
    await here.model.addCheckColumns();
    await here.accept();
    expect(read(here, "E1:J1")).toEqual([["Accepted", "Accepted by", "Accepted until", "", "LP check", "LP why"]]);
    const [formulas] = here.grid.formulas(here.sheetId("Cases"), { top: 1, left: 8, rows: 1, columns: 2 });
    expect(formulas?.every((formula) => String(formula).startsWith("=LP."))).toBe(true);
  });

  it("leaves everything as it is where somebody's cells stand beside the list, and says so", async () => {
    const cells = [[...HEADERS], [...(ROWS[0] ?? []), "", "mine"], [...(ROWS[1] ?? [])]];
    const here = await opened({ name: "Cases", cells, tables: [{ name: "tblCases", address: "A1:D3" }] });
    await here.accept();
    expect(here.model.notice.value).toMatchObject({
      kind: "problem",
      sentence: expect.stringContaining("Other cells stand") as string,
    });
    expect(read(here, "E1:F3")).toEqual([
      ["", ""],
      ["", "mine"],
      ["", ""],
    ]);
  });

  it("writes nothing on a protected sheet, or where the row is another child's by now", async () => {
    const here = await opened(plain);
    here.grid.protect(here.sheetId("Cases"), true);
    await here.accept();
    expect(here.model.notice.value).toMatchObject({
      kind: "problem",
      sentence: expect.stringContaining("is protected") as string,
    });
    here.grid.protect(here.sheetId("Cases"), false);
    await here.accept();
    here.grid.write(here.sheetId("Cases"), { top: 2, left: 0, rows: 1, columns: 1 }, [["EX-9"]]);
    await here.accept(1);
    expect(here.model.notice.value).toMatchObject({ kind: "problem" });
    expect(read(here, "E3:G3")).toEqual([["", "", ""]]);
  });

  it("writes into rows that a filter hides as into others", async () => {
    const here = await opened(table);
    here.grid.filter(here.sheetId("Cases"), true);
    await here.accept(1);
    expect(read(here, "E3:E3")).toEqual([["LP-19"]]);
  });

  it("says what to do in an Excel that cannot make a table wider", async () => {
    const here = await opened(table, "1.12");
    await here.accept();
    expect(here.model.notice.value).toMatchObject({
      kind: "problem",
      sentence: expect.stringContaining("Type Accepted, Accepted by and Accepted until") as string,
    });
  });
});
