import { describe, expect, test } from "vitest";
import type { Cell } from "../../../rules/read.ts";
import type { Allocations } from "../../../rules/workbook/allocations.ts";
import type { KnownList } from "../../../addin/formulas/known-list.ts";
import { aList } from "../model/lists.ts";
import { aWorkbook, call, settled, stream } from "./formulas.ts";

const HEADERS = ["Child ref", "Case status", "Lead professional", "Lead's role", "Overseer", "Allocated on"];
const ROW = ["C-1", "CIN", "Alex Socialworker", "Social Worker", "", "2024-06-03"];
const changed = (changes: Readonly<Record<number, Cell>>): Cell[] => ROW.map((cell, at) => changes[at] ?? cell);

/** The list whose rows stand from row 5 on, as it was read. */
const known = (
  rows: readonly (readonly Cell[])[],
  allocations: Partial<Allocations> = {},
  besides: Partial<KnownList> = {},
): KnownList => ({
  allocations: { ...aList({ headers: HEADERS, headerRow: 4, rows }).allocations, ...allocations },
  whole: undefined,
  others: [],
  isPart: false,
  ...besides,
});

/** What a function shows beside rows that Excel hands over, of a list that is known to be this one. */
async function shownOf(id: "CHECK" | "WHY", rows: readonly (readonly unknown[])[], list: KnownList): Promise<string> {
  aWorkbook({ listAt: () => list });
  await settled();
  const { shown } = stream(id, [HEADERS], rows, null, ["Cases!A4:F4", `Cases!A5:F${4 + rows.length}`]);
  return (shown as string[]).join("\n");
}

describe("LP.CHECK and LP.WHY of a list that was read", () => {
  test("give a merged cell's value to each of its rows", async () => {
    const rows = [ROW, changed({ 0: "C-2", 2: "" })];
    const read = [ROW, changed({ 0: "C-2" })];
    expect(await shownOf("WHY", rows, known(rows))).toContain("LP-01");
    expect(await shownOf("WHY", rows, known(read, { merged: new Map([[6, new Set([2])]]) }))).not.toContain("LP-01");
  });

  test("take a reference as the sheet shows it", async () => {
    const rows = [changed({ 0: 123 }), changed({ 0: "000123", 2: "Kim Socialworker" })];
    const padded = { shownText: (_: number, __: number, value: number) => String(value).padStart(6, "0") };
    expect(await shownOf("WHY", rows, known(rows))).not.toContain("LP-02");
    expect(await shownOf("WHY", rows, known(rows, padded))).toContain("LP-02");
  });

  test("say nothing of totals and of rows made ready for later, and take no list's newest row for one", async () => {
    const ready = ["", "", "#N/A", "", "", ""];
    const rows = [ROW, ready, ["Total", "1", "", "", "", ""]];
    const list = known([ROW], { preparedRows: [6], totalsRows: [7] });
    expect((await shownOf("CHECK", rows, list)).split("\n").slice(1)).toEqual(["", ""]);
    expect((await shownOf("CHECK", [...rows, changed({ 0: "C-9", 2: "" })], list)).split("\n")[3]).not.toBe("");
  });

  test("look at the lists beside it, and take its status from the list as a whole", async () => {
    const other = {
      name: "West",
      sheet: { columns: aList({ headers: HEADERS, rows: [] }).allocations.mapping.columns },
    };
    const others = [{ ...other, sheet: { ...other.sheet, rows: [changed({ 2: "Kim Socialworker" })] } }];
    expect(await shownOf("WHY", [ROW], known([ROW], {}, { others }))).toMatch(/LP-02.*West/);
  });
});

describe("a list that nobody has read", () => {
  test("shows nothing beside look-ups without an answer", async () => {
    aWorkbook();
    await settled();
    const ready = ["", 0, { type: "Error", basicValue: "#N/A" }, "", "", ""];
    expect((stream("CHECK", [HEADERS], [ROW, ready]).shown as string[])[1]).toBe("");
  });
});

describe("a check date that the workbook names and nobody can use", () => {
  const refusal = "The name LP_CheckDate holds 'soon', which is no date.";
  test("is said in the cell, unless the formula gives a date", async () => {
    aWorkbook({ inputs: { refusal } });
    await settled();
    expect(stream("CHECK", [HEADERS], [ROW]).shown).toBe(`#VALUE! ${refusal} Correct it, or give 'as_of'.`);
    expect(stream("CHECK", [HEADERS], [ROW], "2024-11-30").shown).toHaveLength(1);
    await expect(call("ELIGIBLE", "CIN", "Alex Socialworker")).rejects.toThrow("Correct it, or give 'as_of'.");
  });
});
