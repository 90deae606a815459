import { check } from "../../rules/check.ts";
import { enter, SUBSET, type Verdicts } from "./breach-bits.ts";
import type { InventedSheet } from "./invented-sheet.ts";

/** The subset by this product: its findings, words waiting in them, entered as bits. */
export function byOurs({ sheet, given }: InventedSheet): Verdicts {
  const verdicts = new Uint32Array(sheet.rows.length * 2);
  const { rows } = check(sheet, { ...given, rules: SUBSET });
  rows.forEach((row, index) => {
    for (const finding of row?.findings ?? []) enter(finding, index, verdicts);
  });
  return verdicts;
}
