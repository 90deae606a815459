import { expect, it } from "vitest";
import {
  firstDay,
  isIn,
  lastDay,
  mayBeAsOf,
  MONTH,
  monthDue,
  monthName,
  monthsBetween,
  monthsOn,
  monthsUpTo,
  shortMonth,
  shortMonthAndYear,
  usualAsOf,
} from "../../rules/months.ts";
import { isoDay, toIso } from "../../rules/dates.ts";

it("names months as people do", () => {
  expect([monthName("2024-11"), monthName("2025-01"), shortMonth("2024-09"), shortMonthAndYear("2024-09")]).toEqual([
    "November 2024",
    "January 2025",
    "Sep",
    "Sep 2024",
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

it("knows a month's first and last day", () => {
  expect([firstDay("2024-02"), lastDay("2024-02")].map(toIso)).toEqual(["2024-02-01", "2024-02-29"]);
  expect(["2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01"].map((day) => isIn("2024-02", isoDay(day)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it("goes from one month to another over the year's end", () => {
  expect(monthsBetween("2024-11", "2025-01")).toEqual(["2024-11", "2024-12", "2025-01"]);
  expect(monthsBetween("2024-11", "2024-10")).toEqual([]);
});

it.each([
  ["2024-10-31", false],
  ["2024-11-01", true],
  ["2024-12-10", true],
  ["2024-12-11", false],
])("a list of November as of %s: %s", (day, may) => {
  expect(mayBeAsOf("2024-11", isoDay(day))).toBe(may);
});

it("takes a month's list as of its last day, and in the current month as of today", () => {
  expect([usualAsOf("2024-10", isoDay("2024-11-05")), usualAsOf("2024-11", isoDay("2024-11-05"))].map(toIso)).toEqual([
    "2024-10-31",
    "2024-11-05",
  ]);
});

it.each([
  ["2024-11", true],
  ["2024-13", false],
  ["1989-11", false],
  ["2024-11-30", false],
])("%s is the text of a month: %s", (text, is) => {
  expect(MONTH.test(text)).toBe(is);
});
