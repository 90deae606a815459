import { describe, expect, test } from "vitest";
import { codeOf, open, write } from "./open.ts";

describe("writing through Microsoft's client", () => {
  test("null leaves a cell as it is and an empty text clears it", async () => {
    const opened = open();
    await write(opened, "A2:B3", [
      ["EX-9", null],
      ["", true],
    ]);
    expect(opened.grid.read(opened.first, "A2:B3")).toEqual([
      ["EX-9", "Hazel Example"],
      ["", true],
    ]);
  });

  test("values of another shape are refused", async () => {
    const opened = open();
    for (const wrong of [
      [[1]],
      [[1, 2]],
      [[1, 2], [3]],
      [
        [{}, 1],
        [1, 1],
      ],
    ])
      expect(await codeOf(write(opened, "A2:B3", wrong))).toBe("InvalidArgument");
    expect(opened.grid.read(opened.first, "A2")).toEqual([["EX-1"]]);
  });

  test("one value goes into every cell", async () => {
    const opened = open();
    await write(opened, "D1:E2", 7);
    expect(opened.grid.read(opened.first, "D1:E2")).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  test.each([
    ["12", 12],
    [" 1.5 ", 1.5],
    ["-3e2", -300],
    ["true", true],
    ["01/11/2024", 45597],
    ["2024-11-01", 45597],
    ["31/02/2024", "31/02/2024"],
    ["EX-1", "EX-1"],
    ["'12", "12"],
    ["'=1", "=1"],
  ])("a text %j is taken as typed", async (typed, kept) => {
    const opened = open();
    await write(opened, "D1", [[typed]]);
    expect(opened.grid.read(opened.first, "D1")).toEqual([[kept]]);
  });

  test("in a cell with the text format a text stays as it is", async () => {
    const opened = open();
    await opened.run(async ({ workbook, sync }) => {
      const range = workbook.worksheets.getItem("Cases").getRange("D1:F1");
      range.numberFormat = [["@", "@", "General"]];
      range.values = [["12", "=1", "12"]];
      range.load("numberFormat");
      await sync();
      expect(range.numberFormat).toEqual([["@", "@", "General"]]);
    });
    expect(opened.grid.read(opened.first, "D1:F1")).toEqual([["12", "=1", 12]]);
  });

  test("thousands of cells are written in one round trip", async () => {
    const opened = open();
    const many = Array.from({ length: 2000 }, (_, row) => [row, `text ${row}`]);
    await write(opened, "D1:E2000", many);
    expect(opened.syncs()).toBe(1);
    expect(opened.grid.read(opened.first, "D1:E2000")).toEqual(many);
  });

  test("contents are cleared, of whole columns too", async () => {
    const { run, grid, first } = open();
    await run(async ({ workbook, sync }) => {
      workbook.worksheets.getItem("Cases").getRange("B:B").clear("Contents");
      await sync();
    });
    expect(grid.read(first, "A1:B2")).toEqual([
      ["Child ref", ""],
      ["EX-1", ""],
    ]);
  });

  test("a protected sheet is written to by nobody", async () => {
    const opened = open();
    opened.grid.protect(opened.first, true);
    expect(await codeOf(write(opened, "D1", [[1]]))).toBe("AccessDenied");
    const also = [
      (sheet: Excel.Worksheet) => {
        sheet.getRange("A1").format.fill.color = "#FF0000";
      },
      (sheet: Excel.Worksheet) => {
        sheet.getRange("A1").clear();
      },
      (sheet: Excel.Worksheet) => {
        sheet.getRange("A1").numberFormat = [["@"]];
      },
      (sheet: Excel.Worksheet) => {
        sheet.getRanges("A1,B2").conditionalFormats.add("Custom");
      },
      (sheet: Excel.Worksheet) => {
        sheet.tables.add("D1:E2", true);
      },
    ];
    for (const change of also) {
      expect(
        await codeOf(
          opened.run(async ({ workbook, sync }) => {
            change(workbook.worksheets.getItem("Cases"));
            await sync();
          }),
        ),
      ).toBe("AccessDenied");
    }
    await opened.run(async ({ workbook, sync }) => {
      const { protection } = workbook.worksheets.getItem("Cases");
      protection.load("protected");
      workbook.worksheets.getItem("Cases").getRange("B2").select();
      await sync();
      expect(protection.protected).toBe(true);
    });
  });

  test("what fails stops the batch where it stands", async () => {
    const { run, grid, first } = open();
    const batch = run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.getItem("Cases");
      sheet.getRange("D1").values = [[1]];
      sheet.getRange("D2").values = [[1, 2]];
      sheet.getRange("D3").values = [[3]];
      await sync();
    });
    expect(await codeOf(batch)).toBe("InvalidArgument");
    expect(grid.read(first, "D1:D3")).toEqual([[1], [""], [""]]);
  });
});
