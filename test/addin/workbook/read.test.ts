import { describe, expect, it } from "vitest";
import { isoDay } from "../../../rules/dates.ts";
import { aCase, HEADERS, listSheet, onlyList, open, someCases, tableSheet } from "./a-workbook.ts";

describe("reading a workbook", () => {
  it("finds a table, with where its rows stand", async () => {
    const { workbook, sheetId } = open([tableSheet("Cases", "tblCases")]);
    const list = onlyList(await workbook.read());
    expect(list).toMatchObject({ sheet: "Cases", sheetId: sheetId("Cases"), isProtected: false, isFiltered: false });
    expect(list.key).toBe(list.tableId);
    expect(list.allocations).toMatchObject({ table: "tblCases", headerRow: 3, rowNumbers: [4, 5, 6], left: 0 });
    expect(list.allocations.rows[1]).toEqual(aCase(2));
  });

  it("finds rows below a header, by the sheet alone", async () => {
    const { workbook, sheetId } = open([listSheet("Cases")]);
    const list = onlyList(await workbook.read());
    expect(list).toMatchObject({ key: sheetId("Cases"), tableId: undefined });
    expect(list.allocations).toMatchObject({ table: undefined, headerRow: 3, rowNumbers: [4, 5, 6] });
  });

  it("finds a list that does not begin in the first column", async () => {
    const { workbook } = open([
      {
        name: "Cases",
        cells: [[], ["", "", ...HEADERS], ["", "", ...aCase(1)]],
        tables: [{ name: "tblCases", address: "C2:G3" }],
      },
    ]);
    expect(onlyList(await workbook.read()).allocations).toMatchObject({
      left: 2,
      headers: HEADERS,
      rows: [aCase(1)],
      rowNumbers: [3],
    });
  });

  it("finds the lists of several sheets, and takes none from a hidden one", async () => {
    const { workbook, sheetId } = open([
      tableSheet("Dover", "tblDover"),
      { name: "Notes", cells: [["Groceries"]] },
      listSheet("Thanet"),
      { ...tableSheet("Old", "tblOld"), isVisible: false },
    ]);
    const read = await workbook.read();
    expect(read.lists.map(({ sheet }) => sheet)).toEqual(["Dover", "Thanet"]);
    expect(read.activeSheetId).toBe(sheetId("Dover"));
    expect(new Set(read.lists.map(({ key }) => key)).size).toBe(2);
  });

  it("takes two round trips, whatever the number of sheets and tables", async () => {
    const few = open([tableSheet("Cases", "tblCases")]);
    expect((await few.syncsOf(() => few.workbook.read())).syncs).toBe(2);
    const many = open([
      ...Array.from({ length: 8 }, (_, index) => tableSheet(`Team ${index}`, `tbl${index}`)),
      ...Array.from({ length: 8 }, (_, index) => listSheet(`List ${index}`)),
      {
        name: "Practitioners",
        cells: [
          ["Name", "Registration"],
          ["Hazel Example", "none"],
        ],
        isVisible: false,
      },
    ]);
    many.grid.setName("LP_CheckDate", "'Team 1'!$A$1");
    const { result, syncs } = await many.syncsOf(() => many.workbook.read());
    expect([result.lists.length, syncs]).toEqual([16, 2]);
  });

  it("reads an empty workbook without complaint", async () => {
    const { workbook } = open([{ name: "Sheet1" }]);
    expect(await workbook.read()).toMatchObject({
      lists: [],
      problems: [],
      inputs: { register: undefined, checkDate: undefined, policyId: undefined, date1904: false },
    });
  });

  it("copes with blank and merged headers, whose cells are empty but the first", async () => {
    const cells = [
      ["Child ref", "", "Case status", "", "Lead professional"],
      ["EX-1", "", "CIN", "", "Hazel Example"],
    ];
    const { workbook } = open([{ name: "Cases", cells }]);
    const { mapping } = onlyList(await workbook.read()).allocations;
    expect([...mapping.columns]).toEqual([
      ["childRef", 0],
      ["status", 2],
      ["lead", 4],
    ]);
  });

  it("leaves out rows of totals: a table's own, and those that say so; sums alone are no totals", async () => {
    const declared = {
      ...tableSheet("Declared", "tblA"),
      cells: [[], [], HEADERS, ...someCases(3), ["", "", "", "", 3]],
      tables: [{ name: "tblA", address: "A3:E7", hasTotals: true }],
    };
    const said = { name: "Said", cells: [HEADERS, ...someCases(2), ["Total", "", "", "", "=LP.RULE(E2)"]] };
    const sums = {
      name: "Sums",
      cells: [HEADERS, ...someCases(2), ["", "", "", "", { formula: "=SUM(E2:E3)", value: 4 }]],
    };
    const { workbook } = open([declared, said, sums]);
    const { lists } = await workbook.read();
    expect(lists.map(({ allocations }) => allocations.totalsRows)).toEqual([[7], [4], []]);
    expect(lists.map(({ allocations }) => allocations.rows.length)).toEqual([3, 2, 3]);
  });

  it("says which lists are protected or filtered, and reads them all the same", async () => {
    const { workbook } = open([
      { ...tableSheet("Locked", "tblA"), isProtected: true },
      { ...listSheet("Filtered"), isFiltered: true },
    ]);
    const { lists } = await workbook.read();
    expect(
      lists.map(({ isProtected, isFiltered, allocations }) => [isProtected, isFiltered, allocations.rows.length]),
    ).toEqual([
      [true, false, 3],
      [false, true, 3],
    ]);
  });
});

describe("what the workbook says of how it is checked", () => {
  const register = {
    name: "Staff",
    cells: [
      ["Name", "Registration"],
      ["Hazel Example", "none"],
    ],
    tables: [{ name: "Practitioners", address: "A1:B2" }],
  };

  it("is the register in the table Practitioners, on a hidden sheet too", async () => {
    for (const isVisible of [true, false]) {
      const { inputs, lists } = await open([
        tableSheet("Cases", "tblCases"),
        { ...register, isVisible },
      ]).workbook.read();
      expect(inputs.register).toMatchObject({ headers: ["Name", "Registration"], rows: [["Hazel Example", "none"]] });
      expect(lists).toHaveLength(1);
    }
  });

  it("is the check date and policy of its names", async () => {
    const { workbook, grid } = open([tableSheet("Cases", "tblCases")]);
    grid.setName("LP_CheckDate", "45626");
    grid.setName("LP_Policy", '"working-together"');
    expect((await workbook.read()).inputs).toMatchObject({
      checkDate: isoDay("2024-11-30"),
      policyId: "working-together",
    });
  });

  it("is what the cells hold that the names point to", async () => {
    const { workbook, grid } = open([
      tableSheet("Cases", "tblCases"),
      { name: "My notes", cells: [["Check date", 45_626]], isVisible: false },
    ]);
    grid.setName("LP_CheckDate", "'My notes'!$B$1");
    expect((await workbook.read()).inputs.checkDate).toBe(isoDay("2024-11-30"));
  });

  it("says what cannot be used instead of failing", async () => {
    const { workbook, grid } = open([tableSheet("Cases", "tblCases")]);
    grid.setName("LP_CheckDate", '"next week"');
    grid.setName("LP_Policy", "Gone!$A$1");
    grid.settings.set("LeadProfessional", JSON.stringify("{ broken"));
    const { problems, inputs, lists } = await workbook.read();
    expect([inputs.checkDate, inputs.policyId, lists.length]).toEqual([undefined, undefined, 1]);
    expect(problems.map((sentence) => /LP_CheckDate|LP_Policy|choices/.exec(sentence)?.[0])).toEqual([
      "choices",
      "LP_CheckDate",
      "LP_Policy",
    ]);
    expect(problems.join(" ")).not.toContain("next week");
  });

  it("counts days as the workbook does", async () => {
    const { workbook, grid } = open([tableSheet("Cases", "tblCases")], { date1904: true });
    grid.setName("LP_CheckDate", String(45_626 - 1_462));
    expect((await workbook.read()).inputs).toMatchObject({ date1904: true, checkDate: isoDay("2024-11-30") });
  });

  it("is the headers that a manager has chosen, from the first look", async () => {
    const cells = [
      ["Ref of the young person", "Who", "Case status", "Team"],
      ["EX-1", "Hazel Example", "CIN", "Dover"],
    ];
    const { workbook, grid } = open([{ name: "Cases", cells }]);
    expect((await workbook.read()).lists).toHaveLength(0);
    grid.settings.set("LeadProfessional", JSON.stringify(JSON.stringify({ version: 1, columns: { Who: "lead" } })));
    expect(onlyList(await workbook.read()).allocations.mapping.columns.get("lead")).toBe(1);
  });
});
