import { describe, expect, it } from "vitest";
import { shownRows } from "../../xlsx/shown-rows.ts";
import { firstSheet } from "./fixtures.ts";
import { input } from "./inputs.ts";

describe("what the cells of a sheet show", () => {
  it("a merged cell's value in each of its rows", () => {
    const sheet = firstSheet(input("03-merged-lead"));
    const leads = shownRows(sheet).map((row) => row[3]);
    expect(leads[1]).not.toBe("");
    expect(leads.slice(1, 4)).toEqual([leads[1], leads[1], leads[1]]);
    expect(sheet.rows[2]?.[3] ?? "").toBe("");
  });

  it("a ref as its format shows it", () => {
    expect(shownRows(firstSheet(input("04-zero-padded-ref")))[1]?.[0]).toBe("001234");
  });

  it("nothing known where a formula has no result", () => {
    const sheet = firstSheet(input("01c-row-all-formulas-no-value"));
    expect(shownRows(sheet).flat()).toContainEqual({ notCalculated: true });
  });

  it("what stands in them, where there is nothing else to it", () => {
    const sheet = firstSheet(input("name-external"));
    expect(shownRows(sheet)).toBe(sheet.rows);
  });
});
