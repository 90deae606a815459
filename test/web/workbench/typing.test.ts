import { describe, expect, it } from "vitest";
import { grown } from "../../../web/workbench/univer/grown.ts";
import { typedDate } from "../../../web/workbench/univer/typed-date.ts";
import { area } from "./grid-contract/clause.ts";

describe("a date that is typed", () => {
  it.each([
    ["05/11/2024", 45601],
    ["5/11/24", 45601],
    ["05.11.2024", 45601],
    ["5-11-2024", 45601],
    ["2024-11-05", 45601],
    [" 29/02/2024 ", 45351],
    ["01/03/1900", 61],
  ])("%s is day before month", (text, serial) => {
    expect(typedDate(text)).toBe(serial);
  });

  it.each([
    "31/09/2024",
    "29/02/2023",
    "11/13/2024",
    "5/11",
    "5/11-2024",
    "KC-104233",
    "2 days",
    "",
    "28/02/1900",
    "05/11/202",
  ])("%s is none", (text) => {
    expect(typedDate(text)).toBeUndefined();
  });
});

describe("a table with an edit", () => {
  const table = { area: area(3, 1, 5, 4), hasTotals: false };

  it("takes in the rows just below it", () => {
    expect(grown(table, area(8, 1))).toEqual(area(3, 1, 6, 4));
    expect(grown(table, area(8, 4, 3, 2))).toEqual(area(3, 1, 8, 4));
  });

  it.each([
    ["inside it", area(7, 1)],
    ["a row further down", area(9, 1)],
    ["left of it", area(8, 0)],
    ["right of it", area(8, 5)],
  ])("stays as it is when the edit is %s", (_, edited) => {
    expect(grown(table, edited)).toBeUndefined();
  });

  it("stays above its totals", () => {
    expect(grown({ ...table, hasTotals: true }, area(8, 1))).toBeUndefined();
  });
});
