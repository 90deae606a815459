import { BANK_HOLIDAYS, HOLIDAYS_FROM, HOLIDAYS_TO } from "./holidays.ts";

/** A calendar date as whole days since 1 January 1970: no time, no zone. */
export type Day = number;

const MILLISECONDS = 86_400_000;
const EXCEL_EPOCH = 25_569; // the 1900-system serial of 1 January 1970
/** 31 December 9999, the last date Excel knows. */
export const LAST_SERIAL = 2_958_465;
const SHIFT_1904 = 1_462;

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** The day of a year, month (1-12) and day of the month; undefined where the calendar has none. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const time = new Date(Date.UTC(year, month - 1, date));
  const isReal = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
  return isReal ? time.getTime() / MILLISECONDS : undefined;
}

/** The day of an ISO date ("2024-11-30"; a time after it is dropped); undefined for any other text. */
export function parseIso(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

const TIME = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?)?`;
/** "30/11/2024", "30-11-2024", "30.11.2024", with a time or without. */
const IN_NUMBERS = new RegExp(`^(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4})${TIME}$`, "i");
/** "30 November 2024", "30-Nov-2024". */
const WITH_NAME = new RegExp(`^(\\d{1,2})([-./ ])([a-z]{3,9})\\2(\\d{4})${TIME}$`, "i");
const MONTH_NAMES = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** 1 to 12 for a month's English name or its first three letters; 0, which no calendar has, for any other text. */
const monthNamed = (text: string): number =>
  MONTH_NAMES.findIndex((name) => name === text.toLowerCase() || name.slice(0, 3) === text.toLowerCase()) + 1;

/** The day of an ISO date or a British one ("30/11/2024", "30 Nov 2024"; a time after it is dropped); US order is never tried. */
export function parseDate(text: string): Day | undefined {
  const inNumbers = IN_NUMBERS.exec(text);
  if (inNumbers) return dayOf(Number(inNumbers[4]), Number(inNumbers[3]), Number(inNumbers[1]));
  const named = WITH_NAME.exec(text);
  return named ? dayOf(Number(named[4]), monthNamed(String(named[3])), Number(named[1])) : parseIso(text);
}

/**
 * Whether a date in numbers has its month first, as in the US: `certain` where nothing else can be meant ("11/21/2024"),
 * `possible` where both orders give a day, and different ones ("11/9/2024").
 */
export function monthFirst(text: string): "certain" | "possible" | undefined {
  const found = IN_NUMBERS.exec(text);
  if (!found) return undefined;
  const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  if (dayOf(year, first, second) === undefined) return undefined;
  if (dayOf(year, second, first) === undefined) return "certain";
  return first === second ? undefined : "possible";
}

/** The day of an ISO date that the program itself holds; throws on anything else. */
export function isoDay(text: string): Day {
  const day = parseIso(text);
  if (day === undefined) throw new RangeError(`"${text}" is not a date of the form 2024-11-30`);
  return day;
}

/** The day of an Excel serial number (a time is dropped); undefined outside Excel's calendar. */
export function fromSerial(serial: number, date1904: boolean): Day | undefined {
  const whole = Math.floor(serial) + (date1904 ? SHIFT_1904 : 0);
  if (!(whole >= 1 && whole <= LAST_SERIAL)) return undefined;
  // The 1900 system counts a 29 February 1900 that never was: days before it are one further on.
  return whole - EXCEL_EPOCH + (whole < 60 ? 1 : 0);
}

/** The serial number of a day as a cell holds it: 1900 system, unless told otherwise. */
export const toSerial = (day: Day, date1904 = false): number => day + EXCEL_EPOCH - (date1904 ? SHIFT_1904 : 0);

export const toIso = (day: Day): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

/** A day as people write it: "30 Nov 2024". */
export function showDay(day: Day): string {
  const time = new Date(day * MILLISECONDS);
  const month = time.getUTCMonth() * 3;
  return `${time.getUTCDate()} ${MONTHS.slice(month, month + 3)} ${time.getUTCFullYear()}`;
}

function monthsOn(day: Day, months: number): Day {
  const to = new Date(day * MILLISECONDS);
  const date = to.getUTCDate();
  to.setUTCMonth(to.getUTCMonth() + months);
  // Where the month has no such day, the date has run over into the next: back to the last day before it.
  if (to.getUTCDate() !== date) to.setUTCDate(0);
  return to.getTime() / MILLISECONDS;
}

/** A sheet asks for the same few dates again and again. */
const worked = new Map<number, Day>();
const MOST_KEPT = 20_000;
const MOST_MONTHS = 2_000;

/** The same day some months on, clamped to the month's end, as Excel's EDATE. */
export function edate(day: Day, months: number): Day {
  const key = day * MOST_MONTHS + months;
  const known = worked.get(key);
  if (known !== undefined) return known;
  if (worked.size >= MOST_KEPT) worked.clear();
  const fresh = monthsOn(day, months);
  worked.set(key, fresh);
  return fresh;
}

/** The first day of the month that a day lies in. */
export const monthStart = (day: Day): Day => day - new Date(day * MILLISECONDS).getUTCDate() + 1;

export const CALENDAR_FROM = isoDay(HOLIDAYS_FROM);
export const CALENDAR_TO = isoDay(HOLIDAYS_TO);

/** For each day of the calendar, how many working days there were up to and including it. */
const workingDaysUpTo = (() => {
  const holidays = new Set(BANK_HOLIDAYS.map(isoDay));
  let count = 0;
  return Array.from({ length: CALENDAR_TO - CALENDAR_FROM + 1 }, (_, index) => {
    const day = CALENDAR_FROM + index;
    const weekday = (((day + 4) % 7) + 7) % 7; // 0 is Sunday; 1 January 1970 was a Thursday
    if (weekday !== 0 && weekday !== 6 && !holidays.has(day)) count += 1;
    return count;
  });
})();

/**
 * How many working days lie after `from`, up to and including `to`: the day of the event is day 0.
 * Undefined past the end of the bank-holiday list. An event before its beginning counts from the
 * beginning, which can only make the answer too small.
 */
export function workingDays(from: Day, to: Day): number | undefined {
  const before = workingDaysUpTo[Math.max(from, CALENDAR_FROM) - CALENDAR_FROM];
  const upTo = workingDaysUpTo[to - CALENDAR_FROM];
  return before === undefined || upTo === undefined ? undefined : upTo - before;
}

/** Whether `on` is after the nth working day after `from`; false where the bank-holiday list cannot say. */
export function isPastWorkingDay(n: number, from: Day, on: Day): boolean {
  const gone = workingDays(from, on - 1);
  return gone !== undefined && gone >= n;
}
