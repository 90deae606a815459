import { describe, expect, it } from "vitest";
import { aCase, HEADERS, listSheet, open, pause, someCases, tableSheet, TIMES, watched } from "./a-workbook.ts";

describe.each([
  ["a table", tableSheet("Cases", "tblCases", 20)],
  ["rows below a header", listSheet("Cases", 20)],
])("watching %s", (_, sheet) => {
  it("reports an edited row as it now is, in one round trip", async () => {
    const opened = open([sheet]);
    await opened.workbook.read();
    const { changes, settled } = await watched(opened);
    const { syncs } = await opened.syncsOf(async () => {
      opened.grid.type(opened.sheetId("Cases"), "C5", [["CP"]]);
      await settled();
    });
    expect(changes).toEqual([
      {
        kind: "cells",
        sheetId: opened.sheetId("Cases"),
        top: 4,
        left: 0,
        cells: [["EX-2", "Dover", "CP", "Hazel Example", 45_600]],
      },
    ]);
    expect(syncs).toBe(1);
  });

  it("reports a burst of edits in one round trip, next rows together", async () => {
    const opened = open([sheet]);
    await opened.workbook.read();
    const { changes, settled } = await watched(opened);
    const { syncs } = await opened.syncsOf(async () => {
      for (const row of [5, 6, 7, 12]) opened.grid.type(opened.sheetId("Cases"), `C${row}`, [["CP"]]);
      await settled();
    });
    expect(
      changes.map((change) => (change.kind === "cells" ? [change.top, change.cells.length] : change.kind)),
    ).toEqual([
      [4, 3],
      [11, 1],
    ]);
    expect(syncs).toBe(1);
  });

  it("reads everything anew for a new row below, a changed header, a row put in and one taken away", async () => {
    const opened = open([sheet]);
    const id = opened.sheetId("Cases");
    const edits = [
      () => {
        opened.grid.type(id, "A24", [aCase(21)]);
      },
      () => {
        opened.grid.type(id, "C3", [["Plan"]]);
      },
      () => {
        opened.grid.insertRows(id, 6);
      },
      () => {
        opened.grid.deleteRows(id, 6);
      },
      () => {
        opened.grid.deleteColumns(id, 1);
      },
    ];
    for (const edit of edits) {
      await opened.workbook.read();
      const { changes, settled, stop } = await watched(opened);
      edit();
      await settled();
      expect(changes).toEqual([{ kind: "structure" }]);
      await stop();
    }
  });

  it("says nothing of edits that bear on no list", async () => {
    const opened = open([sheet, { name: "Groceries", cells: [["Eggs", 6]] }]);
    await opened.workbook.read();
    const { changes, settled } = await watched(opened);
    opened.grid.type(opened.sheetId("Cases"), "J9", [["scratch"]]);
    opened.grid.type(opened.sheetId("Groceries"), "A2", [["Milk"]]);
    await settled();
    expect(changes).toEqual([]);
  });
});

describe("watching a workbook", () => {
  it("finds a list that is being typed where there was none", async () => {
    const opened = open([{ name: "Sheet1" }]);
    await opened.workbook.read();
    const { changes, settled } = await watched(opened);
    opened.grid.type(opened.sheetId("Sheet1"), "A1", [HEADERS]);
    await settled();
    expect(changes).toEqual([{ kind: "structure" }]);
  });

  it("reports what a formula of a list has come to, though the edit was made on another sheet", async () => {
    const cells = [HEADERS, aCase(1), aCase(2).with(3, "=Names!A2")];
    const opened = open([
      { name: "Cases", cells },
      { name: "Names", cells: [["Name"], ["Hazel Example"]] },
    ]);
    await opened.workbook.read();
    const { changes, settled } = await watched(opened);
    opened.grid.type(opened.sheetId("Names"), "A2", [["Rowan Example"]]);
    await settled();
    expect(changes).toContainEqual({
      kind: "cells",
      sheetId: opened.sheetId("Cases"),
      top: 2,
      left: 3,
      cells: [["Rowan Example"]],
    });
  });

  it("reads everything anew when a row that was made ready for later has an answer", async () => {
    const prepared = ["=Names!A9", "=Names!A9", "=Names!A9", "=Names!A9", "=Names!A9"];
    const opened = open([
      { name: "Cases", cells: [HEADERS, aCase(1), prepared, aCase(2)] },
      { name: "Names", cells: [["Name"]] },
    ]);
    await opened.workbook.read();
    const { changes, settled } = await watched(opened);
    opened.grid.recalculate();
    await settled();
    expect(changes).toEqual([]);
    opened.grid.type(opened.sheetId("Names"), "A9", [["EX-9"]]);
    await settled();
    expect(changes).toContainEqual({ kind: "structure" });
  });

  it("reads everything anew when a sheet or a table comes or goes, and when the register is edited", async () => {
    const register = {
      name: "Staff",
      cells: [
        ["Name", "Registration"],
        ["Hazel Example", "none"],
      ],
      tables: [{ name: "Practitioners", address: "A1:B2" }],
    };
    const opened = open([tableSheet("Cases", "tblCases"), register, { name: "Spare", cells: [["Name"], ["Milk"]] }]);
    const { grid, sheetId } = opened;
    const happenings = [
      () => {
        grid.type(sheetId("Staff"), "B2", [["SW900201"]]);
      },
      () => {
        grid.addTable(sheetId("Spare"), { top: 0, left: 0, rows: 2, columns: 1 }, "tblSpare");
      },
      () => {
        grid.removeTable(grid.tables().find(({ name }) => name === "tblSpare")?.id ?? "");
      },
      () => {
        grid.addSheet("New");
      },
      () => {
        grid.removeSheet(sheetId("New"));
      },
    ];
    for (const happen of happenings) {
      await opened.workbook.read();
      const { changes, settled, stop } = await watched(opened);
      happen();
      await settled();
      expect(changes).toEqual([{ kind: "structure" }]);
      await stop();
    }
  });

  it("reports where the selection has come to rest, without a round trip", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    await opened.workbook.read();
    const { changes, settled } = await watched(opened);
    const { syncs } = await opened.syncsOf(async () => {
      for (const top of [3, 4, 5]) opened.grid.select(opened.sheetId("Cases"), { top, left: 2, rows: 1, columns: 1 });
      await settled();
    });
    expect(changes).toEqual([{ kind: "selection", sheetId: opened.sheetId("Cases"), row: 5, column: 2 }]);
    expect(syncs).toBe(0);
  });

  it("takes an edit of very many rows for a change of everything", async () => {
    const opened = open([{ name: "Cases", cells: [HEADERS, ...someCases(40_000)] }]);
    await opened.workbook.read();
    const { changes, settled } = await watched(opened);
    opened.grid.type(
      opened.sheetId("Cases"),
      "C2",
      Array.from({ length: 40_000 }, () => ["CP"]),
    );
    await settled();
    expect(changes).toEqual([{ kind: "structure" }]);
  });

  it("reads an edit a little later while the next cell is being typed in, and loses none", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    const id = opened.sheetId("Cases");
    await opened.workbook.read();
    const { changes } = await watched(opened);
    opened.grid.type(id, "C4", [["CP"]]);
    opened.client.host.editCell(true);
    await pause(TIMES.gather * 4);
    expect(changes).toEqual([]);
    opened.grid.type(id, "C6", [["CLA"]]);
    opened.client.host.editCell(false);
    await pause(TIMES.gather * 4 + TIMES.retry * 3);
    expect(changes.map((change) => (change.kind === "cells" ? change.top : change.kind))).toEqual([3, 5]);
  });

  it("reads everything anew when the edited sheet is gone before it could be read", async () => {
    const opened = open([tableSheet("Cases", "tblCases"), tableSheet("More", "tblMore")]);
    await opened.workbook.read();
    const { changes, settled } = await watched(opened);
    opened.grid.type(opened.sheetId("More"), "C4", [["CP"]]);
    opened.grid.removeSheet(opened.sheetId("More"));
    await settled();
    expect(changes).toEqual([{ kind: "structure" }]);
  });

  it("hears nothing once it is stopped", async () => {
    const opened = open([tableSheet("Cases", "tblCases")]);
    await opened.workbook.read();
    const { changes, stop, settled } = await watched(opened);
    opened.grid.type(opened.sheetId("Cases"), "C4", [["CP"]]);
    await stop();
    opened.grid.type(opened.sheetId("Cases"), "C5", [["CP"]]);
    await settled();
    expect(changes).toEqual([]);
  });
});
