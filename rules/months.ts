import { edate, isoDay, toIso, type Day } from "./dates.ts";

/** What a month looks like as text, such as "2024-11". */
export const MONTH = /^(199\d|20\d\d)-(0[1-9]|1[0-2])$/;

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

const nameIn = (month: string): string => NAMES.slice(Number(month.slice(5)) - 1, Number(month.slice(5))).join("");

/** "2024-11" as people write it: "November 2024". */
export const monthName = (month: string): string => `${nameIn(month)} ${month.slice(0, 4)}`;

/** "Nov". */
export const shortMonth = (month: string): string => nameIn(month).slice(0, 3);

/** "Nov 2024". */
export const shortMonthAndYear = (month: string): string => `${shortMonth(month)} ${month.slice(0, 4)}`;

export const monthOf = (day: Day): string => toIso(day).slice(0, 7);

/** The month some months after (or, below zero, before) another. */
export const monthsOn = (month: string, months: number): string => monthOf(edate(firstDay(month), months));

export const firstDay = (month: string): Day => isoDay(`${month}-01`);
export const lastDay = (month: string): Day => edate(firstDay(month), 1) - 1;
export const isIn = (month: string, day: Day): boolean => day >= firstDay(month) && day <= lastDay(month);

/** From one month to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthsOn(month, 1)) months.push(month);
  return months;
}

/** So many months up to and with one, the latest first. */
export const monthsUpTo = (month: string, howMany: number): string[] =>
  Array.from({ length: howMany }, (_, back) => monthsOn(month, -back));

/** How many days after its end a month's list may still be as of. */
export const DAYS_AFTER = 10;

/** Whether a month's list may be as of a day. */
export const mayBeAsOf = (month: string, day: Day): boolean =>
  day >= firstDay(month) && day <= lastDay(month) + DAYS_AFTER;

/** The day that a month's list is as of, unless told otherwise: its last, or today in the current month. */
export const usualAsOf = (month: string, today: Day): Day => (month === monthOf(today) ? today : lastDay(month));

/** The month that is due: the one before, in the first days of a month, and else the month itself. */
export const monthDue = (today: Day): string => monthOf(today - DAYS_AFTER);
