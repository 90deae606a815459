import { edate, isoDay, toIso, type Day } from "./dates.ts";

const NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const nameIn = (month: string): string => NAMES[Number(month.slice(5)) - 1] ?? month;

/** "2024-11" as people write it: "November 2024". */
export const monthName = (month: string): string => `${nameIn(month)} ${month.slice(0, 4)}`;

/** "Nov". */
export const shortMonth = (month: string): string => nameIn(month).slice(0, 3);

/** "Nov 2024". */
export const shortMonthAndYear = (month: string): string => `${shortMonth(month)} ${month.slice(0, 4)}`;

export const monthOf = (day: Day): string => toIso(day).slice(0, 7);

/** The month some months after (or, below zero, before) another. */
export const monthsOn = (month: string, months: number): string => monthOf(edate(isoDay(`${month}-01`), months));

/** So many months up to and with one, the latest first. */
export const monthsUpTo = (month: string, howMany: number): string[] =>
  Array.from({ length: howMany }, (_, back) => monthsOn(month, -back));

/** Until when a month's list may still be as of, counted from its end. */
const DAYS_AFTER = 10;

/** The month that is due: the one before, in the first days of a month, and else the month itself. */
export const monthDue = (today: Day): string => monthOf(today - DAYS_AFTER);
