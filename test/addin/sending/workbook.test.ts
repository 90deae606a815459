import { expect, test } from "vitest";
import type { Receipt } from "../../../client/snapshots.ts";
import { open, onlyList, someCases, HEADERS, listSheet, tableSheet } from "../workbook/a-workbook.ts";

const RECEIPT: Receipt = {
  team: "dover",
  month: "2024-11",
  version: 2,
  asOf: "2024-11-30",
  rows: 3,
  verdicts: { clear: 3, advice: 0, check: 0, action: 0, "not-eligible": 0 },
  policyHash: "p",
  contentHash: "c",
  at: "2024-11-30T12:00:00Z",
  follows: 1,
};

test("rows of a list are read as they stand, in one round trip", async () => {
  for (const sheet of [listSheet("Cases", 5), tableSheet("Cases", "Allocations", 5)]) {
    const { workbook, syncsOf, client, sheetId } = open([sheet]);
    const list = onlyList(await workbook.read());
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheetId("Cases")).getRange("A6").values = [["EX-changed"]];
      await context.sync();
    });
    const { result, syncs } = await syncsOf(() => workbook.readRows(list, 1, 3));
    expect(result.map(([ref]) => ref)).toEqual(
      ["EX-2", "EX-3", "EX-4"].map((ref, index) => (list.allocations.rowNumbers[index + 1] === 6 ? "EX-changed" : ref)),
    );
    expect(syncs).toBe(1);
    expect(await workbook.readRows(list, 5, 10)).toEqual([]);
    expect(await workbook.readRows(list, 4, 10)).toHaveLength(1);
  }
});

test("a header that is repeated between the rows is left out as before", async () => {
  const { workbook } = open([{ name: "Cases", cells: [HEADERS, ...someCases(2), HEADERS, ...someCases(2)] }]);
  const list = onlyList(await workbook.read());
  expect((await workbook.readRows(list, 0, 10)).map(([ref]) => ref)).toEqual(["EX-1", "EX-2", "EX-1", "EX-2"]);
});

test("receipts and unfinished uploads are kept in the workbook, and other choices leave them as they are", async () => {
  const { workbook } = open([listSheet("Cases")]);
  await workbook.keepChoices({ columns: { Worker: "lead" }, teams: {}, roles: {}, marks: {} });
  await workbook.keepSent(() => ({ receipts: [RECEIPT], unsent: { "key-1": "t1" } }));
  await workbook.keepChoices({ columns: { Worker: null }, teams: {}, roles: {}, marks: {} });
  await workbook.keepSent(({ receipts, unsent }) => ({
    receipts: receipts ?? [],
    unsent: { ...unsent, "key-2": "t2" },
  }));
  const { inputs, problems } = await workbook.read();
  expect(inputs.choices).toEqual({
    columns: { Worker: null },
    teams: {},
    roles: {},
    marks: {},
    receipts: [RECEIPT],
    unsent: { "key-1": "t1", "key-2": "t2" },
  });
  expect(problems).toEqual([]);
});
