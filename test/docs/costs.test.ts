import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CHANGED_ROWS, LOOKED_UP, PEOPLE_A_TEAM, ROWS_A_TEAM, unitsOfActs, type Units } from "./units.ts";

const page = readFileSync(new URL("../../docs/costs.md", import.meta.url), "utf8");

/** The table below a heading: its rows of cells. */
function tableBelow(heading: string): string[][] {
  const part = page.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? "";
  return part
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
const numberIn = (cell: string | undefined): number => Number((cell ?? "").replace(/[^\d.]/g, ""));

const SIZES = [6, 60] as const;
const measured: Readonly<Record<(typeof SIZES)[number], Readonly<Record<string, Units>>>> = {
  6: await unitsOfActs(6),
  60: await unitsOfActs(60),
};

describe("the page of costs", () => {
  test("says what a team was taken to have", () => {
    expect(page).toContain(`${ROWS_A_TEAM} rows`);
    expect(page).toContain(`${PEOPLE_A_TEAM} practitioners`);
    expect(page).toContain(`${LOOKED_UP} children`);
    expect(page).toContain(`${CHANGED_ROWS} changed rows`);
  });

  test("has the units that were measured, to within a tenth", () => {
    const rows = tableBelow("What an act costs");
    expect(rows.map(([act]) => act)).toEqual(Object.keys(measured[6]));
    for (const [act = "", , ...cells] of rows) {
      const said = cells.map(numberIn);
      const found = SIZES.flatMap((teams) => [measured[teams][act]?.reads ?? 0, measured[teams][act]?.writes ?? 0]);
      for (const [index, value] of found.entries())
        expect(Math.abs((said[index] ?? 0) - value), `${act}: ${found.join(", ")}`).toBeLessThanOrEqual(
          Math.max(1, value / 10),
        );
    }
  });

  test("adds up to the table's bill for 6 and for 60 teams", () => {
    const prices = new Map(tableBelow("Prices").map(([what = "", price]) => [what, numberIn(price)]));
    const bill = tableBelow("The table's bill");
    for (const [index, teams] of SIZES.entries()) {
      const [reads, writes] = ["reads", "writes"].map((kind) =>
        tableBelow("What an act costs").reduce(
          (sum, [act = "", times]) =>
            sum +
            numberIn(times) *
              (act === "opens the evaluation page" ? 1 : teams) *
              (measured[teams][act]?.[kind as keyof Units] ?? 0),
          0,
        ),
      );
      const millions = { reads: (reads ?? 0) / 1e6, writes: (writes ?? 0) / 1e6 };
      const said = Object.fromEntries(bill.map(([what = "", ...cells]) => [what, numberIn(cells[index])]));
      expect(said["million read units"], `${teams} teams: ${millions.reads}`).toBeCloseTo(millions.reads, 1);
      expect(said["million write units"], `${teams} teams: ${millions.writes}`).toBeCloseTo(millions.writes, 2);
      const dollars =
        millions.reads * (prices.get("a million read units") ?? NaN) +
        millions.writes * (prices.get("a million write units") ?? NaN);
      expect(said["dollars a month"], `${teams} teams: ${dollars}`).toBeCloseTo(dollars, 1);
    }
  });
});
