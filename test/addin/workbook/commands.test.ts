import { describe, expect, it } from "vitest";
import { check } from "../../../rules/check.ts";
import { isoDay, toSerial } from "../../../rules/dates.ts";
import { FIELD_IDS, type FieldId } from "../../../rules/fields.ts";
import { kentTrial2024 } from "../../../rules/policies/index.ts";
import { undoSurvives } from "../../../addin/workbook/open-workbook.ts";
import { onlyList, open, tableSheet } from "./a-workbook.ts";

const AS_OF = isoDay("2024-11-30");

describe("going to a cell", () => {
  it("shows its sheet and selects it", async () => {
    const { workbook, grid, sheetId } = open([tableSheet("Cases", "tblCases"), tableSheet("More", "tblMore")]);
    await workbook.goTo(sheetId("More"), 4, 2);
    expect(grid.selection()).toEqual({ sheetId: sheetId("More"), area: { top: 4, left: 2, rows: 1, columns: 1 } });
    expect(grid.activeSheetId()).toBe(sheetId("More"));
  });

  it("says so where the sheet is gone", async () => {
    const { workbook, grid, sheetId } = open([tableSheet("Cases", "tblCases"), { name: "Gone" }]);
    const gone = sheetId("Gone");
    grid.removeSheet(gone);
    await expect(workbook.goTo(gone, 0, 0)).rejects.toMatchObject({
      code: "ItemNotFound",
      message: expect.stringContaining("no longer in the workbook") as string,
    });
  });
});

describe("the example", () => {
  it("is a list that is found and checked, with something to find in it and rows that are in order", async () => {
    const { workbook, grid } = open([{ name: "Sheet1" }]);
    grid.setName("LP_CheckDate", String(toSerial(AS_OF)));
    await workbook.read();
    await workbook.insertExample();
    const list = onlyList(await workbook.read());
    expect(list.sheet).toBe("Lead Professional example");
    expect(list.allocations.mapping.columns.size).toBe(FIELD_IDS.length);
    const { columns } = list.allocations.mapping;
    const { counts } = check(
      { columns, rows: list.allocations.rows, rowNumbers: list.allocations.rowNumbers },
      { asOf: AS_OF, policy: kentTrial2024 },
    );
    expect(list.allocations.rows).toHaveLength(12);
    for (const verdict of ["not-eligible", "action", "check"] as const) expect(counts[verdict]).toBeGreaterThan(0);
    expect(counts.clear + counts.advice).toBeGreaterThan(0);
  });

  it("takes two round trips and finds a free name each time", async () => {
    const opened = open([{ name: "Sheet1" }]);
    const { syncs } = await opened.syncsOf(() => opened.workbook.insertExample());
    await opened.workbook.insertExample();
    expect(syncs).toBe(2);
    expect(opened.grid.sheets().map(({ name }) => name)).toEqual([
      "Sheet1",
      "Lead Professional example",
      "Lead Professional example 2",
    ]);
    expect(opened.grid.tables().map(({ name }) => name)).toEqual([
      "LeadProfessionalExample",
      "LeadProfessionalExample2",
    ]);
  });

  it("shows its dates as dates", async () => {
    const { workbook, grid, sheetId } = open([{ name: "Sheet1" }]);
    await workbook.insertExample();
    const list = onlyList(await workbook.read());
    const lookOf = (field: FieldId): string | undefined =>
      grid.lookAt(sheetId(list.sheet), 3, list.allocations.mapping.columns.get(field) ?? -1).numberFormat;
    expect([lookOf("leadFrom"), lookOf("finalMeetingOn"), lookOf("team")]).toEqual([
      "dd/mm/yyyy",
      "dd/mm/yyyy",
      undefined,
    ]);
  });

  it("counts its dates as the workbook does", async () => {
    const ofCalendar = async (date1904: boolean): Promise<number> => {
      const { workbook, grid } = open([{ name: "Sheet1" }], { date1904 });
      grid.setName("LP_CheckDate", String(toSerial(AS_OF, date1904)));
      await workbook.read();
      await workbook.insertExample();
      const { allocations } = onlyList(await workbook.read());
      return Number(allocations.rows[0]?.[allocations.mapping.columns.get("leadFrom") ?? -1]);
    };
    expect(await ofCalendar(false)).toBe(toSerial(AS_OF) - 40);
    expect(await ofCalendar(true)).toBe(toSerial(AS_OF) - 40 - 1_462);
  });
});

describe("the table Practitioners", () => {
  const headers = ["Name", "Staff number", "Registered to"];

  it("is made on a sheet of its own, and is the register from then on", async () => {
    const { workbook, grid } = open([tableSheet("Cases", "tblCases"), { name: "Staff" }]);
    await workbook.makePractitioners(headers, [
      ["Hazel Example", "007", 45_991],
      ["=Rowan Example", "", ""],
    ]);
    expect(
      grid.tables().map(({ name, sheetId: id }) => [name, grid.sheets().find((sheet) => sheet.id === id)?.name]),
    ).toContainEqual(["Practitioners", "Staff 2"]);
    expect((await workbook.read()).inputs.register).toMatchObject({
      headers,
      rows: [
        ["Hazel Example", "007", 45_991],
        ["=Rowan Example", "", ""],
      ],
    });
  });

  it("is made without a single name too", async () => {
    const { workbook } = open([tableSheet("Cases", "tblCases")]);
    await workbook.makePractitioners(headers, []);
    expect((await workbook.read()).inputs.register).toMatchObject({ headers, rows: [] });
  });

  it("is never made twice", async () => {
    const { workbook, grid } = open([tableSheet("Cases", "tblCases")]);
    await workbook.makePractitioners(headers, []);
    await expect(workbook.makePractitioners(headers, [])).rejects.toThrow("has something named Practitioners already");
    expect(grid.sheets()).toHaveLength(2);
  });
});

describe("names that the workbook keeps", () => {
  it("are written as formulas, changed, and taken away", async () => {
    const { workbook, grid } = open([tableSheet("Cases", "tblCases")]);
    await workbook.keepCheckDate(45_626);
    await workbook.keepPolicy('odd "name"');
    expect([...grid.names()]).toEqual([
      ["LP_CheckDate", "45626"],
      ["LP_Policy", '"odd ""name"""'],
    ]);
    expect((await workbook.read()).inputs).toMatchObject({ checkDate: AS_OF, policyId: 'odd "name"' });
    await workbook.keepCheckDate(45_627);
    expect(grid.names().get("LP_CheckDate")).toBe("45627");
    await workbook.keepCheckDate(undefined);
    await workbook.keepPolicy(undefined);
    await workbook.keepPolicy(undefined);
    expect([...grid.names()]).toEqual([]);
  });
});

it("calculates every formula anew when asked", async () => {
  const { workbook, grid, sheetId } = open([{ name: "Sheet1" }]);
  let calls = 0;
  grid.register([
    {
      name: "LP.RULE",
      description: "",
      parameters: [],
      start: (_, answer) => {
        calls += 1;
        answer([["x"]]);
        return () => undefined;
      },
    },
  ]);
  grid.type(sheetId("Sheet1"), "A1", [["=LP.RULE()"]]);
  const before = calls;
  await workbook.recalculate();
  expect(calls).toBeGreaterThan(before);
});

it.each([
  ["1.19", false],
  ["1.20", true],
])("with ExcelApi %s undo survives a write: %s", (api, survives) => {
  open([{ name: "Sheet1" }], { api });
  expect(undoSurvives()).toBe(survives);
});
