import { signal } from "@preact/signals-core";
import { describe, expect, it } from "vitest";
import { isoDay } from "../../../rules/dates.ts";
import { check } from "../../../rules/check.ts";
import { createInputsStore } from "../../../addin/checking/check-inputs.ts";
import { currentCheck, LONG } from "../../../addin/checking/current-check.ts";
import { sheetOf } from "../../../rules/workbook/check-workbook.ts";
import type { WorkbookList } from "../../../addin/workbook/workbook.ts";
import { aList } from "../model/lists.ts";

const HEADERS = ["Child ref", "Case status", "Lead professional"];
const listOf = (count: number, status = "CIN"): WorkbookList =>
  aList({
    headers: HEADERS,
    rows: Array.from({ length: count }, (_, index) => [`T${1000 + index}`, status, "Invented Ann"]),
  });
const { inputs } = createInputsStore(isoDay("2024-11-30"));

/** A page that goes on only when the test says so. */
function heldUp() {
  const waiting: (() => void)[] = [];
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
    });
  return {
    pause,
    steps: () => waiting.length,
    goOn: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

describe("checking the list that is looked at", () => {
  it("is done at once for a short list, whatever the page does", () => {
    const current = signal<WorkbookList | undefined>(listOf(3));
    const seen = currentCheck(current, inputs, heldUp().pause);
    expect(seen.value?.checked.rows).toHaveLength(3);
    current.value = listOf(LONG - 1, "CP");
    expect(seen.value?.checked.rows).toHaveLength(LONG - 1);
    current.value = undefined;
    expect(seen.value).toBeUndefined();
  });

  it("lets the page go on between a few rows of a long one, and finds the same in the end", async () => {
    const list = listOf(LONG);
    const page = heldUp();
    const seen = currentCheck(signal(list), inputs, page.pause);
    expect(seen.value).toBeUndefined();
    let breaths = 0;
    for (; seen.value === undefined && breaths < 1_000; breaths += 1) {
      expect(page.steps()).toBe(1);
      page.goOn();
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(breaths).toBeGreaterThanOrEqual(10);
    expect(seen.value?.checked.counts).toEqual(check(sheetOf(list, inputs.value), inputs.value).counts);
  });

  it("shows what was found before until an edit has been checked, and drops a check that was overtaken", async () => {
    const current = signal<WorkbookList>(listOf(LONG));
    const page = heldUp();
    const seen = currentCheck(current, inputs, page.pause);
    const settle = async (): Promise<void> => {
      for (let turn = 0; turn < 1_000 && page.steps() > 0; turn += 1) {
        page.goOn();
        await Promise.resolve();
        await Promise.resolve();
      }
    };
    await settle();
    const before = seen.value;
    expect(before?.list).toBe(current.value);
    current.value = listOf(LONG, "CP");
    const overtaken = current.value;
    current.value = listOf(LONG, "EH");
    expect(seen.value).toBe(before);
    await settle();
    expect(seen.value?.list).toBe(current.value);
    expect(seen.value?.list).not.toBe(overtaken);
  });
});
