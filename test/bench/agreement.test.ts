import { describe, expect, test } from "vitest";
import { check } from "../../rules/check.ts";
import { isoDay } from "../../rules/dates.ts";
import { keyOf } from "../../rules/finding.ts";
import { RULE_IDS } from "../../rules/rule-ids.ts";
import { HOW, keysOf, SUBSET, WHO } from "../../tools/bench/breach-bits.ts";
import { CONTESTANTS, disagreement } from "../../tools/bench/contestants.ts";
import { inventSheet, type InventedSheet } from "../../tools/bench/invented-sheet.ts";

const on = (asOf: string, { sheet, given }: InventedSheet): InventedSheet => ({
  sheet,
  given: { ...given, asOf: isoDay(asOf) },
});

/** From before the trial to after the time in which an allocation may still be confirmed. */
const OTHER_DAYS = ["2024-10-03", "2025-03-07", "2025-04-20", "2025-05-02"];

describe("the benchmark's invented sheet", () => {
  const { sheet, given } = inventSheet(1_000);
  const checked = check(sheet, given);

  test("breaks every rule about rows somewhere, and leaves most rows clear", () => {
    const broken = new Set(
      [...checked.rows.flatMap((row) => row?.findings ?? []), ...checked.sheet].map(({ rule }) => rule),
    );
    expect([...broken].sort()).toEqual(RULE_IDS);
    expect(checked.counts.clear).toBeGreaterThan(500);
    expect(checked.counts.clear).toBeLessThan(700);
  });

  test("is the same for the same seed, and another for another", () => {
    expect(inventSheet(50).sheet.rows).toEqual(inventSheet(50).sheet.rows);
    expect(inventSheet(50, 1).sheet.rows).not.toEqual(inventSheet(50, 2).sheet.rows);
  });
});

describe("the common subset", () => {
  test("has a bit for every breach of its rules", () => {
    const keys = SUBSET.flatMap((rule) => rule.breaches.map(({ key }) => keyOf({ rule: rule.id, breach: key })));
    expect([...Object.keys(WHO), ...Object.keys(HOW)].sort()).toEqual(keys.sort());
    expect(SUBSET.length).toBeGreaterThanOrEqual(16);
  });

  test.each([500, 800])("gives every contestant the same verdict on every one of %i rows", async (rows) => {
    expect(await disagreement(inventSheet(rows, rows))).toBeUndefined();
  });

  test.each(OTHER_DAYS)("gives every contestant the same verdict on %s", async (day) => {
    expect(await disagreement(on(day, inventSheet(200, 7)))).toBeUndefined();
  });

  test("finds every breach on one day or another", () => {
    const many = inventSheet(5_000);
    const found = [many, ...OTHER_DAYS.map((day) => on(day, many))].flatMap((invented) => {
      const verdicts = CONTESTANTS["hand-written"](invented);
      return invented.sheet.rows.flatMap((_, row) => keysOf(verdicts, row));
    });
    expect([...new Set(found)].sort()).toEqual([...Object.keys(WHO), ...Object.keys(HOW)].sort());
  });
});
