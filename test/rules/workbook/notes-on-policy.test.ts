import { expect, test } from "vitest";
import { england2026 } from "../../../rules/policies/index.ts";
import { notesOnPolicy } from "../../../rules/workbook/notes-on-policy.ts";

const found = { sheet: "Ours", rows: [], table: "Policy", headerRow: 1, left: 0, headers: [], lacking: [] };
const from = { asOf: "today", policy: "table", register: "none", belonging: "refs" } as const;
const withRows = (...rows: number[]) => ({
  from,
  policyTable: {
    policy: england2026,
    basedOn: england2026,
    unusable: rows.map((row) => ({ row, reason: "It has no setting." })),
    remarks: [],
    saysOfTrial: false,
    found,
    isUsed: true,
  },
});

test("the rows that do not count are said in short where each is listed elsewhere", () => {
  expect(notesOnPolicy(found, withRows(), "short")).toEqual([]);
  expect(notesOnPolicy(found, withRows(4), "short")).toEqual([
    "1 row of the table Policy was left out. Set-up says which, and why.",
  ]);
  expect(notesOnPolicy(found, withRows(4, 5), "short")).toEqual([
    "2 rows of the table Policy were left out. Set-up says which, and why.",
  ]);
  expect(notesOnPolicy(found, withRows(4))).toEqual([
    "The table Policy on the sheet 'Ours', row 4, was left out. It has no setting.",
  ]);
  expect(notesOnPolicy(undefined, withRows(4))).toEqual([]);
});
