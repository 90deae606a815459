import { expect, it } from "vitest";
import { monthDue, monthName, monthsOn, monthsUpTo, shortMonth } from "../../rules/months.ts";
import { isoDay } from "../../rules/dates.ts";

it("names months as people do", () => {
  expect([monthName("2024-11"), monthName("2025-01"), shortMonth("2024-09")]).toEqual([
    "November 2024",
    "January 2025",
    "Sep",
  ]);
});

it("counts months over the year's end", () => {
  expect([monthsOn("2024-11", 3), monthsOn("2024-01", -1)]).toEqual(["2025-02", "2023-12"]);
  expect(monthsUpTo("2025-01", 3)).toEqual(["2025-01", "2024-12", "2024-11"]);
});

it.each([
  ["2024-11-30", "2024-11"],
  ["2024-12-10", "2024-11"],
  ["2024-12-11", "2024-12"],
  ["2025-01-01", "2024-12"],
])("on %s the month that is due is %s", (day, month) => {
  expect(monthDue(isoDay(day))).toBe(month);
});
