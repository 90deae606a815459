import { describe, expect, it } from "vitest";
import { england2026, kentTrial2024 } from "../../../rules/policies/index.ts";
import { policyRows, type WrittenRow } from "../../../rules/policy-table/policy-rows.ts";
import { readPolicyTable } from "../../../rules/policy-table/read-policy-table.ts";
import { listSheet, open } from "./a-workbook.ts";

const ROWS: readonly WrittenRow[] = [
  ["title", "Northtown 2026", ""],
  ["team", "Northtown", "NT; 007"],
  ["unallocated days", 7, ""],
];
const policySheet = (cells: readonly (readonly (string | number)[])[], address: string) => ({
  name: "Ours",
  cells,
  tables: [{ name: "Policy", address }],
});
const HEADS = ["Setting", "Value", "Also called"];

const found = async ({ workbook }: ReturnType<typeof open>) => (await workbook.read()).inputs.policyTable;
const asTexts = (table: Awaited<ReturnType<typeof found>>) =>
  table?.rows.map(({ setting, value, alsoCalled }) => [setting, value, alsoCalled]);

describe("writing a policy into the workbook", () => {
  it.each([kentTrial2024, england2026])(
    "makes a sheet with the table Policy that says all of it: $title",
    async (policy) => {
      const opened = open([listSheet("Cases")]);
      await opened.workbook.writePolicy(policyRows(policy), await found(opened));
      const table = await found(opened);
      expect(table).toMatchObject({ sheet: "Council policy", table: "Policy", headers: HEADS });
      expect(readPolicyTable(table?.rows ?? [], { usual: kentTrial2024 })).toMatchObject({ policy, unusable: [] });
    },
  );

  it("writes into the table that is there, in its own order of columns, and makes it as long as it has to be", async () => {
    for (const old of [
      [],
      [
        ["b", "title"],
        ["c", "about"],
        ["d", "x"],
        ["e", "y"],
      ],
    ]) {
      const cells = [["Value", "Setting", "Also called"], ["a", "title", ""], ...old.map((row) => [...row, ""])];
      const opened = open([listSheet("Cases"), policySheet(cells, `A1:C${cells.length}`)]);
      await opened.workbook.writePolicy(ROWS, await found(opened));
      expect(asTexts(await found(opened))).toEqual(ROWS);
      expect(opened.grid.tables()).toMatchObject([{ area: { rows: 4, columns: 3 } }]);
    }
  });

  it.each<[string, ReturnType<typeof policySheet>, RegExp]>([
    [
      "that has other columns",
      policySheet(
        [
          [...HEADS, "Why"],
          ["title", "A", "", "as agreed"],
        ],
        "A1:D2",
      ),
      /has other columns/,
    ],
    [
      "with something just below it",
      policySheet([HEADS, ["title", "A", ""], ["", "", ""], ["keep me", "", ""]], "A1:C2"),
      /stands just below/,
    ],
    ["that holds formulas", policySheet([HEADS, ["title", '="A"', ""]], "A1:C2"), /holds formulas/],
  ])("leaves a table %s as it is, and says why", async (_, sheet, sentence) => {
    const opened = open([listSheet("Cases"), sheet]);
    const before = await found(opened);
    await expect(opened.workbook.writePolicy(ROWS, before)).rejects.toThrow(sentence);
    expect(await found(opened)).toEqual(before);
  });

  it("leaves a table that was changed meanwhile as it is", async () => {
    const opened = open([listSheet("Cases"), policySheet([HEADS, ["title", "A", ""]], "A1:C2")]);
    const before = await found(opened);
    opened.grid.type(opened.sheetId("Ours"), "B2", [["B"]]);
    await expect(opened.workbook.writePolicy(ROWS, before)).rejects.toThrow(/has changed since it was read/);
  });

  it("leaves rows that are no table, and another thing of that name, as they are", async () => {
    const plain = open([listSheet("Cases"), { name: "Policy", cells: [HEADS, ["title", "A", ""]] }]);
    await expect(plain.workbook.writePolicy(ROWS, await found(plain))).rejects.toThrow(/are no Excel table/);
    const named = open([{ ...listSheet("Cases"), tables: [] }, policySheet([HEADS, ["title", "A", ""]], "A1:C2")]);
    await expect(named.workbook.writePolicy(ROWS, undefined)).rejects.toThrow(/something else named Policy/);
  });

  it("goes to a row of it", async () => {
    const opened = open([listSheet("Cases"), policySheet([HEADS, ["title", "A", ""]], "A1:C2")]);
    await opened.workbook.showPolicyRow("Ours", 2, 0);
    expect((await opened.workbook.read()).activeSheetId).toBe(opened.sheetId("Ours"));
  });
});
