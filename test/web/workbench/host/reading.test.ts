import { describe, expect, test } from "vitest";
import { codeOf, open, type Batch } from "./open.ts";

describe("reading through Microsoft's client", () => {
  test("what was not loaded cannot be read", async () => {
    const { run } = open();
    const early = run(async ({ workbook, sync }) => {
      const range = workbook.worksheets.getItem("Cases").getRange("A1");
      await sync();
      return range.values;
    });
    expect(await codeOf(early)).toBe("PropertyNotLoaded");
  });

  test("several collections and ranges come in one round trip", async () => {
    const { run, syncs, first } = open();
    await run(async ({ workbook, sync }) => {
      workbook.worksheets.load("items/id,items/name,items/visibility,items/tables/items/name");
      workbook.tables.load("items/id,items/showHeaders,items/showTotals,items/worksheet/id");
      const body = workbook.tables.getItem("Allocations").getDataBodyRange().load("address,values,rowIndex");
      const header = workbook.tables.getItem("allocations").getHeaderRowRange().load("values");
      await sync();
      expect(workbook.worksheets.items.map(({ id, name, visibility }) => ({ id, name, visibility }))).toEqual([
        { id: first, name: "Cases", visibility: "Visible" },
      ]);
      expect(workbook.worksheets.items[0]?.tables.items.map(({ name }) => name)).toEqual(["Allocations"]);
      expect(
        workbook.tables.items.map(({ showHeaders, showTotals, worksheet }) => [showHeaders, showTotals, worksheet.id]),
      ).toEqual([[true, false, first]]);
      expect([body.address, body.rowIndex, body.values]).toEqual([
        "Cases!A2:B3",
        1,
        [
          ["EX-1", "Hazel Example"],
          ["EX-2", "Rowan Example"],
        ],
      ]);
      expect(header.values).toEqual([["Child ref", "Lead"]]);
    });
    expect(syncs()).toBe(1);
  });

  test("items of a loaded collection can be worked with in the next round trip", async () => {
    const { run } = open();
    await run(async ({ workbook, sync }) => {
      workbook.worksheets.load("items/id");
      await sync();
      const range = workbook.worksheets.items[0]?.getRange("B2").load("values");
      await sync();
      expect(range?.values).toEqual([["Hazel Example"]]);
    });
  });

  test("a range is the same cells in a later round trip, and is let go at the end", async () => {
    const { run, grid, host, first, syncs } = open();
    await run(async ({ workbook, sync }) => {
      const used = workbook.worksheets.getItem(first).getUsedRange().load("address");
      await sync();
      expect(used.address).toBe("Cases!A1:B3");
      grid.type(first, "D9", [["more"]]);
      used.load("address");
      await sync();
      expect(used.address).toBe("Cases!A1:B3");
      expect(host.keptObjects()).toBe(1);
    });
    expect(host.keptObjects()).toBe(0);
    expect(syncs()).toBe(2);
  });

  test("what is not there is a null object, or the error ItemNotFound", async () => {
    const { run } = open([{ name: "Empty" }]);
    await run(async ({ workbook, sync }) => {
      const { worksheets, tables, names, settings } = workbook;
      const nothing = [
        worksheets.getItemOrNullObject("Nowhere").load("name"),
        tables.getItemOrNullObject("Nothing").load("name"),
        names.getItemOrNullObject("LP_Nothing").load("formula"),
        settings.getItemOrNullObject("nothing").load("value"),
        worksheets.getItem("Empty").getUsedRangeOrNullObject(true).load("values"),
      ];
      await sync();
      expect(nothing.map(({ isNullObject }) => isNullObject)).toEqual([true, true, true, true, true]);
    });
    const missing = (get: (workbook: Excel.Workbook) => Excel.Worksheet | Excel.Table): Promise<unknown> =>
      codeOf(
        run(async ({ workbook, sync }) => {
          get(workbook).load("name");
          await sync();
        }),
      );
    expect(await missing(({ worksheets }) => worksheets.getItem("Nowhere"))).toBe("ItemNotFound");
    expect(await missing(({ tables }) => tables.getItem("Nothing"))).toBe("ItemNotFound");
  });

  test("a member that the host does not play is named", async () => {
    const { run } = open();
    const asked = run(async ({ workbook, sync }) => {
      workbook.worksheets.getActiveWorksheet().pivotTables.load("items");
      await sync();
    });
    expect(await codeOf(asked)).toBe("ApiNotFound");
    await expect(asked).rejects.toThrow("Worksheet.PivotTables");
  });

  test("a set that this Excel does not have is refused by the client itself", async () => {
    const { run } = open(undefined, { ExcelApi: "1.6" });
    expect(
      await codeOf(
        run(({ workbook }) => Promise.resolve(workbook.worksheets.getItem("Cases").getRangeByIndexes(0, 0, 1, 1))),
      ),
    ).toBe("ApiNotFound");
  });

  test("ranges lead to one another, and never off the sheet", async () => {
    const { run } = open();
    await run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.getItem("Cases");
      const range = sheet.getRange("B2:D6");
      const found = [
        range.getCell(1, 1),
        range.getRow(0),
        range.getLastRow(),
        range.getColumn(2),
        range.getLastColumn(),
        range.getRowsBelow(2),
        range.getRowsAbove(1),
        range.getColumnsAfter(1),
        range.getColumnsBefore(1),
        range.getOffsetRange(1, -1),
        range.getResizedRange(1, 0),
        range.getAbsoluteResizedRange(1, 2),
        range.getBoundingRect("F1"),
        range.getIntersection("A1:C3"),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getUsedRange(),
      ].map((one) => one.load("address"));
      await sync();
      expect(found.map(({ address }) => address.replace("Cases!", ""))).toEqual([
        "C3",
        "B2:D2",
        "B6:D6",
        "D2:D6",
        "D2:D6",
        "B7:D8",
        "B1:D1",
        "E2:E6",
        "A2:A6",
        "A3:C7",
        "B2:D7",
        "B2:C2",
        "B1:F6",
        "B2:C3",
        "2:6",
        "B:D",
        "B2:B3",
      ]);
      const apart = range.getIntersectionOrNullObject("H1").load("address");
      await sync();
      expect(apart.isNullObject).toBe(true);
    });
    expect(
      await codeOf(
        run(async ({ workbook, sync }) => {
          workbook.worksheets.getItem("Cases").getRange("A1").getRowsAbove(1).load("address");
          await sync();
        }),
      ),
    ).toBe("InvalidArgument");
  });

  test("a sheet whose name needs them stands in quotation marks", async () => {
    const { run } = open([{ name: "Team 'A' 2024", cells: [[1]] }]);
    await run(async ({ workbook, sync }) => {
      const range = workbook.worksheets.getActiveWorksheet().getUsedRange().load("address");
      await sync();
      expect(range.address).toBe("'Team ''A'' 2024'!A1");
      const again = workbook.worksheets.getActiveWorksheet().getRange(range.address).load("values");
      await sync();
      expect(again.values).toEqual([[1]]);
    });
  });
});

describe("limits", () => {
  const large = {
    name: "Large",
    cells: Array.from({ length: 3000 }, (_, row) =>
      Array.from({ length: 20 }, (__, column) => `cell ${row} ${column} ${"x".repeat(90)}`),
    ),
  };

  test("an answer above 5 MB is refused, and given where there is no limit", async () => {
    const { run, host } = open([large]);
    const read = (): Promise<number> =>
      run(async ({ workbook, sync }) => {
        const used = workbook.worksheets.getActiveWorksheet().getUsedRange().load("values");
        await sync();
        return used.values.length;
      });
    expect(await codeOf(read())).toBe("ResponsePayloadSizeLimitExceeded");
    host.payloadLimit = undefined;
    expect(await read()).toBe(3000);
  });

  test("a request above 5 MB is refused, and writes nothing", async () => {
    const { run, grid, first } = open();
    const write = run(async ({ workbook, sync }) => {
      workbook.worksheets.getItem("Cases").getRange("D1:D300").values = Array.from({ length: 300 }, () => [
        "x".repeat(20_000),
      ]);
      await sync();
    });
    expect(await codeOf(write)).toBe("RequestPayloadSizeLimitExceeded");
    expect(grid.read(first, "D1")).toEqual([[""]]);
  });

  test("more than five million cells come as nothing instead of values", async () => {
    const { run } = open();
    await run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.getItem("Cases").getRange().load("values,cellCount");
      await sync();
      expect(sheet.values).toBeNull();
      expect(sheet.cellCount).toBe(-1);
    });
  });

  test("while a cell is edited a batch is refused, unless it waits for the end of it", async () => {
    const { run, host } = open();
    const read = async ({ workbook, sync }: Batch): Promise<unknown> => {
      const range = workbook.worksheets.getItem("Cases").getRange("A1").load("values");
      await sync();
      return range.values;
    };
    host.editCell(true);
    expect(await codeOf(run(read))).toBe("InvalidOperationInCellEditMode");
    const waiting = run(read, { delayForCellEdit: true });
    host.editCell(false);
    expect(await waiting).toEqual([["Child ref"]]);
  });
});
