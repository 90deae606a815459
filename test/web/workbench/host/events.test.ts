import { describe, expect, test } from "vitest";
import { moment, open, write } from "./open.ts";

describe("events", () => {
  async function listening() {
    const opened = open();
    const heard: {
      readonly type?: string;
      readonly address?: string;
      readonly triggerSource?: string;
      readonly changeType?: string;
    }[] = [];
    const hear = (event: object): Promise<void> => Promise.resolve(void heard.push(event as (typeof heard)[number]));
    const handlers = await opened.run(async ({ workbook: { worksheets, tables, onSelectionChanged }, sync }) => {
      const added = [
        worksheets.onChanged.add(hear),
        worksheets.onSelectionChanged.add(hear),
        worksheets.onAdded.add(hear),
        worksheets.onDeleted.add(hear),
        tables.onAdded.add(hear),
        tables.onDeleted.add(hear),
        tables.onChanged.add(hear),
        worksheets.onActivated.add(hear),
        onSelectionChanged.add(hear),
      ];
      await sync();
      return added;
    });
    return { ...opened, heard, handlers };
  }

  test("tell a user's edit from the add-in's own", async () => {
    const opened = await listening();
    opened.grid.type(opened.first, "D5", [[1]]);
    await moment();
    await write(opened, "E5", [[2]]);
    await moment();
    const changes = opened.heard.map(({ type, address, triggerSource }) => [type, address, triggerSource]);
    expect(changes).toEqual([
      ["WorksheetChanged", "D5", "Unknown"],
      ["WorksheetChanged", "E5", "ThisLocalAddin"],
    ]);
  });

  test("tell rows put in and taken away, edits of tables, sheets, tables and the selection", async () => {
    const { grid, first, heard } = await listening();
    grid.insertRows(first, 4);
    grid.deleteColumns(first, 5, 2);
    grid.type(first, "A2", [["EX-7"]]);
    const other = grid.addSheet("Other");
    grid.addTable(other, { top: 0, left: 0, rows: 2, columns: 1 }, "Another");
    grid.select(other, { top: 3, left: 1, rows: 2, columns: 1 });
    grid.removeSheet(other);
    await moment(30);
    // The workbook's own event of the selection says nothing but that.
    expect(
      heard.map(({ type = "SelectionChanged", address = "", changeType = "" }) =>
        `${type} ${address} ${changeType}`.trim(),
      ),
    ).toEqual([
      "WorksheetChanged 5:5 RowInserted",
      "WorksheetChanged F:G ColumnDeleted",
      "WorksheetChanged A2 RangeEdited",
      "TableChanged A2 RangeEdited",
      "WorksheetAdded",
      "TableAdded",
      "WorksheetActivated",
      "WorksheetSelectionChanged B4:B5",
      "WorksheetDeleted",
      "WorksheetActivated",
      "TableDeleted",
      "SelectionChanged",
    ]);
  });

  test("are no longer heard once removed, nor while events are off", async () => {
    const { run, Excel, grid, first, heard, handlers } = await listening();
    await run(async ({ context, sync }) => {
      context.runtime.enableEvents = false;
      await sync();
      grid.type(first, "D5", [[1]]);
      context.runtime.enableEvents = true;
      await sync();
    });
    await moment();
    expect(heard).toEqual([]);
    const [one] = handlers;
    // A handler can only be removed in the context that it was added in.
    await Excel.run(one?.context as Excel.RequestContext, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
    grid.type(first, "D5", [[2]]);
    await moment();
    expect(heard).toEqual([]);
  });
});
