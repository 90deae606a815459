import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { FunctionsMetadata } from "../../web/workbench/host/dispatch/metadata.ts";
import { memoryGrid } from "../../web/workbench/memory/memory-grid.ts";
import { rangeAddress } from "../../xlsx/addresses.ts";
import { readWorkbook } from "../../xlsx/read-workbook.ts";
import type { Workbook } from "../../xlsx/workbook.ts";
import { CHECKS, SAMPLE } from "../browser/support/sample-places.ts";
import { excelClient, type ExcelClient } from "../../tools/excel-client/excel-client.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const sample = (): Workbook => {
  const workbook = readWorkbook(readFileSync(file("web/workbench/sample/allocations.xlsx")));
  if ("unreadable" in workbook) throw new Error(workbook.unreadable);
  return workbook;
};

/** The script that ships, in Microsoft's client, over the sample with its formulas written by us. */
function opened() {
  const { sheets, names } = sample();
  const grid = memoryGrid(
    sheets.map(({ name, rows, tables }) => ({
      name,
      cells: name === "Cases" ? rows.map((cells) => cells.slice(0, SAMPLE.columns)) : rows,
      tables: tables.map((table) => ({ name: table.name, address: rangeAddress(table) })),
    })),
  );
  for (const [name, formula] of names) if (name.startsWith("LP_")) grid.setName(name, formula);
  const client: ExcelClient = excelClient({ grid });
  client.runScript(file("dist/addin/addin.js"));
  client.registerFunctions(JSON.parse(readFileSync(file("dist/addin/functions.json"), "utf8")) as FunctionsMetadata);
  const cases = grid.sheets()[0]?.id ?? "";
  grid.write(cases, { top: 4, left: SAMPLE.columns + 1, rows: 1, columns: 2 }, [
    ["=LP.CHECK(Allocations[#Headers],Allocations[#Data])", "=LP.WHY(Allocations[#Headers],Allocations[#Data])"],
  ]);
  return { grid, client, cases, checks: () => grid.read(cases, CHECKS).map(([value]) => value) };
}

describe("the script that ships, in Microsoft's client", () => {
  let expected: unknown[] = [];
  beforeAll(() => {
    expected =
      sample()
        .sheets[0]?.rows.slice(SAMPLE.first - 1, SAMPLE.last)
        .map((cells) => cells[SAMPLE.columns + 1]) ?? [];
  });

  it("fills the sample's check column with what the rules say of it", async () => {
    const { checks } = opened();
    await expect.poll(checks, { timeout: 5_000 }).toEqual(expected);
    expect(new Set(expected).size).toBe(5);
  });

  it("says Not eligible once a case becomes child protection, with reason and next step, and takes it back", async () => {
    const { grid, cases, checks } = opened();
    await expect.poll(checks, { timeout: 5_000 }).toEqual(expected);
    const row = expected.indexOf("Clear");
    const before = grid.read(cases, `E${row + 5}`);
    grid.type(cases, `E${row + 5}`, [["CP"]]);
    await expect.poll(() => checks()[row], { timeout: 5_000 }).toBe("Not eligible");
    await expect
      .poll(() => grid.read(cases, `${SAMPLE.why}${row + SAMPLE.first}`)[0]?.[0], { timeout: 5_000 })
      .toMatch(/^LP-03: .* Next: /);
    grid.type(cases, `E${row + 5}`, before);
    await expect.poll(checks, { timeout: 5_000 }).toEqual(expected);
  });

  it("checks anew when the workbook is read with another check date", async () => {
    const { grid, checks } = opened();
    await expect.poll(checks, { timeout: 5_000 }).toEqual(expected);
    grid.setName("LP_CheckDate", "45833");
    grid.addSheet("Notes");
    await expect
      .poll(() => checks().filter((verdict) => verdict === "Not eligible").length, { timeout: 5_000 })
      .toBeGreaterThan(10);
  });
});
