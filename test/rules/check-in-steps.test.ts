import { expect, test } from "vitest";
import { check, checkInSteps } from "../../rules/check.ts";
import { inventSheet } from "../../tools/bench/invented-sheet.ts";

test.each([1, 7, 200, 1_000])(
  "a sheet that is checked %i rows at a time gives what it gives when checked at once",
  (rowsAStep) => {
    const { sheet, given } = inventSheet(300);
    const steps = checkInSteps(sheet, given, rowsAStep);
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses += 1;
    expect(JSON.stringify(step.value)).toBe(JSON.stringify(check(sheet, given)));
    expect(pauses).toBeGreaterThanOrEqual(Math.floor(300 / rowsAStep));
  },
);
