import { describe, expect, test } from "vitest";
import { mapHeaders } from "../../../rules/headers.ts";
import type { Cell } from "../../../rules/read.ts";
import { suggestedBy } from "../../../rules/workbook/suggestions.ts";

const suggested = (header: string, cells: readonly Cell[]): string | undefined =>
  mapHeaders([header], new Map(), suggestedBy(cells.map((cell) => [cell]))).suggestions[0]?.field;

const NAMES = ["Hazel Example", "Sam Invented"];
const DATES = [45_600, 45_610];

/** A header that is nearly one that is known, cells that it may stand over, and cells that contradict it. */
const NEARLY: readonly (readonly [
  header: string,
  field: string,
  may: readonly Cell[],
  contradicts: readonly Cell[],
])[] = [
  ["Allocated onn", "leadFrom", DATES, NAMES],
  ["Lead profesional", "lead", NAMES, DATES],
  ["Case staus", "status", ["CIN", "CP"], NAMES],
  ["Lead rle", "leadRole", ["SWA", "SW"], NAMES],
  ["Distrct", "team", ["Dover", "Thanet"], DATES],
  ["Complexty", "complexity", ["Low", "High"], NAMES],
  ["Agencies invted", "agenciesInvited", [3, 4], NAMES],
  ["Most contct with", "mostContact", ["education", "health"], NAMES],
  ["Restrictd", "restricted", ["yes", "no"], NAMES],
  ["Famly ref", "family", ["F-1", "F-2"], DATES],
];

describe("a header that is nearly one that is known", () => {
  test.each(NEARLY)(
    "%s is suggested where its cells may be that, and where there are none yet",
    (header, field, may) => {
      expect(suggested(header, may)).toBe(field);
      expect(suggested(header, [])).toBe(field);
    },
  );

  test.each(NEARLY)("%s is not suggested where its cells contradict it", (header, field, _, contradicts) => {
    expect(suggested(header, contradicts)).not.toBe(field);
  });

  test("is suggested whatever stands below it where only whether it is filled counts", () => {
    expect(suggested("Reason for choce", NAMES)).toBe("rationale");
  });
});

describe("a header that says nothing", () => {
  test.each<readonly [string, string, readonly Cell[]]>([
    ["Strand", "status", ["CIN", "CP", "LAC"]],
    ["Wkr", "lead", NAMES],
    ["Mgr", "overseer", NAMES],
    ["Sup'd", "lastSupervision", DATES],
    ["Title of wkr", "leadRole", ["SWA", "SW"]],
    ["Patch", "team", ["Dover", "Thanet"]],
  ])("%s is suggested as what its cells show: %s", (header, field, cells) => {
    expect(suggested(header, cells)).toBe(field);
  });

  test("names nobody's child: names that stand each on a row of its own are no workers", () => {
    expect(suggested("Child's name", NAMES)).toBeUndefined();
    expect(
      suggested("Young person", ["Ann Example", "Bea Example", "Cy Example", "Di Example", "Ed Example"]),
    ).toBeUndefined();
  });
});
