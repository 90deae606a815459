import { describe, expect, test } from "vitest";
import { codeOf, open } from "./open.ts";

describe("sheets, tables, names and settings", () => {
  test("a sheet with a table is made and shown in one round trip", async () => {
    const { run, grid, syncs } = open();
    await run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.add("Staff");
      const range = sheet.getRange("A1:B2");
      range.values = [
        ["Name", "Role"],
        ["Hazel Example", "Social worker"],
      ];
      const table = sheet.tables.add(range, true);
      table.name = "Practitioners";
      range.format.columnWidth = 75;
      range.format.font.bold = true;
      range.format.wrapText = true;
      sheet.activate();
      table.load("id,name");
      await sync();
      expect(table.name).toBe("Practitioners");
    });
    expect(syncs()).toBe(1);
    const staff = grid.sheets()[1]?.id ?? "";
    expect(grid.activeSheetId()).toBe(staff);
    expect(grid.tables().map(({ name, sheetId, area }) => ({ name, sheetId, area }))).toContainEqual({
      name: "Practitioners",
      sheetId: staff,
      area: { top: 0, left: 0, rows: 2, columns: 2 },
    });
    expect(grid.lookAt(staff, 1, 1)).toEqual({ width: 100, isBold: true, isWrapped: true });
  });

  test("a name that is taken, or is none, is refused", async () => {
    const { run } = open();
    const attempt = (work: (workbook: Excel.Workbook) => unknown): Promise<unknown> =>
      codeOf(
        run(async ({ workbook, sync }) => {
          work(workbook);
          await sync();
        }),
      );
    expect(await attempt(({ worksheets }) => worksheets.add("cases"))).toBe("ItemAlreadyExists");
    expect(await attempt(({ worksheets }) => worksheets.add("a/b"))).toBe("InvalidArgument");
    expect(await attempt(({ names }) => names.add("AB12", "=1"))).toBe("InvalidArgument");
    expect(
      await attempt(({ names }) => {
        names.add("LP_Policy", "=1");
        names.add("lp_policy", "=2");
      }),
    ).toBe("ItemAlreadyExists");
    expect(
      await attempt(({ tables }) => {
        tables.add("Cases!D1:E2", true).name = "LP_Policy";
      }),
    ).toBe("ItemAlreadyExists");
    expect(
      await attempt(({ worksheets }) => {
        worksheets.getItem("Cases").delete();
      }),
    ).toBe("InvalidOperation");
  });

  test("names are kept as formulas, read back, and taken away", async () => {
    const { run, grid } = open();
    await run(async ({ workbook: { names }, sync }) => {
      names.add("LP_CheckDate", "=45626");
      names.add("LP_Policy", '="kent-trial-2024"');
      await sync();
      const kept = ["lp_checkdate", "LP_POLICY"].map((name) =>
        names.getItemOrNullObject(name).load("name,formula,value,type"),
      );
      await sync();
      expect(kept.map(({ name, formula, value, type }): unknown[] => [name, formula, value, type])).toEqual([
        ["LP_CheckDate", "=45626", 45626, "Double"],
        ["LP_Policy", '="kent-trial-2024"', "kent-trial-2024", "String"],
      ]);
      kept[0]?.delete();
      await sync();
    });
    expect([...grid.names()]).toEqual([["LP_Policy", '"kent-trial-2024"']]);
  });

  test("settings hold what JSON can say", async () => {
    const { run, grid } = open();
    const value = { version: 1, columns: { "Allocated worker": "lead" } };
    await run(async ({ workbook: { settings }, sync }) => {
      settings.add("LeadProfessional", value);
      await sync();
      const kept = settings.getItem("LeadProfessional").load("value");
      settings.load("items/key");
      await sync();
      expect([kept.value as unknown, settings.items.map(({ key }) => key)]).toEqual([value, ["LeadProfessional"]]);
      kept.delete();
      await sync();
    });
    expect(grid.settings.size).toBe(0);
  });
});

describe("conditional formats", () => {
  const add = (sheet: Excel.Worksheet, address: string): Excel.ConditionalFormat => {
    const format = sheet.getRanges(address).conditionalFormats.add("Custom");
    format.custom.rule.formula = "=TRUE";
    format.custom.format.fill.color = "#F8D0D0";
    format.custom.format.font.underline = "Single";
    return format;
  };

  test("have their ids after the round trip that made them, asked for first or last", async () => {
    const { run, grid, first, syncs } = open();
    await run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.getItem("Cases");
      const early = sheet.getRange("A1").conditionalFormats.add("Custom").load("id");
      early.custom.format.font.bold = true;
      const late = add(sheet, "A2:A3,B2").load("id");
      await sync();
      expect([early.id, late.id]).toEqual(grid.formatIds(first));
      expect(syncs()).toBe(1);
    });
    expect(grid.formatsOn(first).map(({ areas, format }) => [areas.length, format])).toEqual([
      [1, { isBold: true }],
      [2, { fill: "#F8D0D0", isUnderlined: true }],
    ]);
  });

  test("are taken away by their ids, and only those", async () => {
    const { run, grid, first } = open();
    const users = grid.addFormat(first, [{ top: 0, left: 0, rows: 1, columns: 1 }], { fill: "#00FF00" });
    await run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.getItem("Cases");
      const ours = add(sheet, "A2").load("id");
      await sync();
      const formats = sheet.getRange().conditionalFormats.load("items/id");
      const gone = sheet.getRange().conditionalFormats.getItemOrNullObject("format-99").load("id");
      await sync();
      expect(formats.items.map(({ id }) => id)).toEqual([users, ours.id]);
      expect(gone.isNullObject).toBe(true);
      formats.items[1]?.delete();
      await sync();
    });
    expect(grid.formatIds(first)).toEqual([users]);
  });

  test("an address longer than Excel takes is refused", async () => {
    const { run } = open();
    const address = (length: number): string => Array.from({ length }, () => "A1").join(",");
    const attempt = (given: string): Promise<unknown> =>
      codeOf(
        run(async ({ workbook, sync }) => {
          add(workbook.worksheets.getItem("Cases"), given);
          await sync();
        }),
      );
    expect(await attempt(address(2732))).toBe("InvalidArgument");
    expect(await attempt(address(2731))).toBe("no error");
  });
});
