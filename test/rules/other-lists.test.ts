import { describe, expect, test } from "vitest";
import { checkInSteps } from "../../rules/check.ts";
import { belongTogether } from "../../rules/other-lists.ts";
import { checkRows, GIVEN, keysByRow, sheetOf } from "./sheets.ts";

const listOf = (...refs: (string | number)[]) => sheetOf(refs.map((childRef) => ({ childRef })));
const refs = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `C-${from + index}`);

describe("two lists", () => {
  test.each([
    ["share no child", refs(1, 4), refs(5, 9), true],
    ["share fewer than half of the smaller's children", refs(1, 5), refs(4, 20), true],
    ["share half of the smaller's children", refs(1, 4), refs(3, 20), false],
    ["share all of them", refs(1, 4), refs(1, 20), false],
    ["share one child, the only one of the smaller", ["C-1"], refs(1, 20), false],
    ["share them written otherwise", ["c-1 ", "C-2"], ["C-1", " c-2"], false],
    ["have no refs on one of them", ["", ""], refs(1, 4), true],
    ["have no refs at all", [], [], true],
    ["give one child again and again", ["C-1", "C-1", "C-1", "C-2", "C-3"], ["C-1", "D-1", "D-2"], true],
  ])("that %s", (_what, one, other, together) => {
    expect(belongTogether(listOf(...one), listOf(...other))).toBe(together);
    expect(belongTogether(listOf(...other), listOf(...one))).toBe(together);
  });

  test("without child refs belong together", () => {
    expect(belongTogether(sheetOf([{}], ["lead", "status"]), sheetOf([{}], ["lead", "status"]))).toBe(true);
  });
});

describe("lists that belong together", () => {
  const dover = {
    name: "Dover",
    sheet: { ...sheetOf([{ childRef: "C-9" }, { lead: "Kim Socialworker" }]), rowNumbers: [7, 8] },
  };

  test("name sheet and row, and for the same sheet the row alone", () => {
    const messageWith = (name: string | undefined) =>
      checkRows([{}], { others: [{ ...dover, name }] }).rows[0]?.findings.find(({ rule }) => rule === "LP-02")?.message;
    expect(messageWith("Dover")).toContain("row 8 of 'Dover' names somebody else");
    expect(messageWith(undefined)).toContain("row 8 names somebody else");
  });

  test("name this list's rows before another's", () => {
    const message = checkRows([{}, { lead: "W3" }, { lead: "E1" }], { others: [dover] }).rows[0]?.findings[0]?.message;
    expect(message).toContain("rows 2 and 3 and row 8 of 'Dover' name somebody else");
  });

  test("are each read by their own columns, and say nothing about this one's own rows", () => {
    const odd = { name: "Dover", sheet: sheetOf([{ lead: "Una Nowhere" }], ["lead", "childRef"]) };
    const { rows, counts, coverage } = checkRows([{}], { others: [odd] });
    expect(keysByRow({ ...checkRows([{}], { others: [odd] }) })).toEqual([["LP-02/two-leads"]]);
    expect([rows.length, counts.action]).toEqual([1, 1]);
    expect(coverage).toEqual(checkRows([{}]).coverage);
  });

  test("are read a few rows at a time too", () => {
    const steps = checkInSteps(sheetOf([{}]), { ...GIVEN, others: [dover] }, 1);
    let count = 0;
    while (steps.next().done !== true) count += 1;
    expect(count).toBe(4);
  });
});
