import { describe, expect, test } from "vitest";
import { check } from "../../rules/check.ts";
import { keyOf } from "../../rules/finding.ts";
import { RULE_IDS } from "../../rules/rule-ids.ts";
import { HOW, keysOf, SUBSET, WHO } from "../../tools/bench/breach-bits.ts";
import { CONTESTANTS, disagreement } from "../../tools/bench/contestants.ts";
import { inventSheet } from "../../tools/bench/invented-sheet.ts";

const invented = inventSheet(500);

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
    expect(SUBSET.length).toBeGreaterThanOrEqual(15);
  });

  test("gives every contestant the same verdict on every row", async () => {
    expect(await disagreement(invented)).toBeUndefined();
  });

  test("finds something to disagree about", () => {
    const verdicts = CONTESTANTS["json-logic-engine"](invented);
    const found = invented.sheet.rows.flatMap((_, row) => keysOf(verdicts, row));
    expect(new Set(found).size).toBeGreaterThan(20);
  });
});
