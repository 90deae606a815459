import { expect, test } from "vitest";
import { monthSaid } from "../../../rules/workbook/month-of-list.ts";

test.each([
  ["a title", ["Thanet & Margate – caseload – Oct 2024", "Oct"], "2024-10"],
  ["a sheet's name", ["Nov 2024"], "2024-11"],
  ["a year of two digits", ["NOV-24"], "2024-11"],
  ["a whole name", ["Caseload September 2026"], "2026-09"],
  ["the short form of September", ["Sept. 2026"], "2026-09"],
  ["a month as figures", ["cases 2024-11"], "2024-11"],
  ["a whole date", ["As at 30 November 2024"], "2024-11"],
  ["title and name alike", ["Caseload Dec 2024", "Dec 24"], "2024-12"],
])("the month is read from %s", (_, texts, month) => {
  expect(monthSaid(texts)).toBe(month);
});

test.each([
  ["a month without its year", ["Oct"]],
  ["two months", ["Nov 2024", "copied from Oct 2024"]],
  ["a word that begins like a month", ["Marden 2024", "Decisions 24"]],
  ["a number of more digits", ["May 20245"]],
  ["nothing", []],
])("no month is read from %s", (_, texts) => {
  expect(monthSaid(texts)).toBeUndefined();
});
