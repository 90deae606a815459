import { describe, expect, it } from "vitest";
import { listSheet, open, someCases, tableSheet } from "./a-workbook.ts";

describe("a workbook above Excel's 5 MB", () => {
  it("is read by rows, and comes to the same", async () => {
    const opened = open([tableSheet("Cases", "tblCases", 20_000), listSheet("Small")]);
    opened.client.host.payloadLimit = 600_000;
    const { result, syncs } = await opened.syncsOf(() => opened.workbook.read());
    const [large, small] = result.lists;
    expect(large?.allocations.rows.map(([ref]) => ref)).toEqual(someCases(20_000).map(([ref]) => ref));
    expect(large?.allocations.rowNumbers.at(-1)).toBe(20_003);
    expect(small?.allocations.rows).toEqual(someCases(3));
    expect(syncs).toBeGreaterThan(4);
    expect(syncs).toBeLessThan(20);
  });

  it("takes two round trips again below that", async () => {
    const opened = open([tableSheet("Cases", "tblCases", 20_000)]);
    expect((await opened.syncsOf(() => opened.workbook.read())).syncs).toBe(2);
  });

  it("leaves out a sheet with something far away from everything, and says so", async () => {
    const opened = open([tableSheet("Cases", "tblCases"), { name: "Scratch" }]);
    opened.grid.write(opened.sheetId("Scratch"), { top: 0, left: 0, rows: 1, columns: 1 }, [["here"]]);
    opened.grid.write(opened.sheetId("Scratch"), { top: 900_000, left: 200, rows: 1, columns: 1 }, [["there"]]);
    const { lists, problems } = await opened.workbook.read();
    expect(lists).toHaveLength(1);
    expect(problems).toEqual([expect.stringContaining("The sheet Scratch was left out")]);
  });
});

describe("reading while a cell is being typed in", () => {
  it("waits a moment and reads then", async () => {
    const { client, workbook } = open([tableSheet("Cases", "tblCases")]);
    client.host.editCell(true);
    const reading = workbook.read();
    setTimeout(() => {
      client.host.editCell(false);
    }, 50);
    expect((await reading).lists).toHaveLength(1);
  });

  it("is given up at last, with what to do", async () => {
    const { client, workbook } = open([tableSheet("Cases", "tblCases")]);
    client.host.editCell(true);
    await expect(workbook.read()).rejects.toMatchObject({
      code: "InvalidOperationInCellEditMode",
      message: expect.stringContaining("Press Enter or Esc") as string,
    });
  });
});
