import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CALENDAR_FROM,
  CALENDAR_TO,
  dayOf,
  edate,
  fromSerial,
  isoDay,
  isPastWorkingDay,
  monthStart,
  parseDate,
  parseIso,
  showDay,
  toIso,
  toSerial,
  workingDays,
} from "../../rules/dates.ts";
import { BANK_HOLIDAYS } from "../../rules/holidays.ts";
import { runs } from "./any-cells.ts";

const anyDay = fc.integer({ min: isoDay("1900-01-01"), max: isoDay("2100-12-31") });
const inCalendar = fc.integer({ min: CALENDAR_FROM, max: CALENDAR_TO });

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** EDATE by hand: months counted on, the day clamped. */
function edateByHand(iso: string, months: number): string {
  const [year = 0, month = 0, date = 0] = iso.split("-").map(Number);
  const all = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(all / 12), (((all % 12) + 12) % 12) + 1];
  return [
    String(y).padStart(4, "0"),
    String(m).padStart(2, "0"),
    String(Math.min(date, daysIn(y, m))).padStart(2, "0"),
  ].join("-");
}

const isWorkingDay = (day: number): boolean => {
  const weekday = new Date(`${toIso(day)}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !BANK_HOLIDAYS.includes(toIso(day));
};

describe("a calendar date", () => {
  test("is the same written as ISO, as British and as a serial number", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = toIso(day).split("-");
        expect(parseIso(toIso(day))).toBe(day);
        expect(parseDate(`${date}/${month}/${year}`)).toBe(day);
        expect(parseDate(`${Number(date)}/${Number(month)}/${year}`)).toBe(day);
        expect(dayOf(Number(year), Number(month), Number(date))).toBe(day);
        if (day >= isoDay("1900-03-01")) expect(fromSerial(toSerial(day), false)).toBe(day);
      }),
      runs(500),
    );
  });

  test.each([
    "2024-02-30",
    "2024-13-01",
    "2024-00-10",
    "2024-11-00",
    "0024-11-30",
    "2024-1-1",
    "24-11-30",
    "30/11/24",
    "11/30/2024",
    "30-11.2024",
    "30 11 2024",
    "30 Novembre 2024",
    "30 Nov. 2024",
    "31 Nov 2024",
    "30/11/2024x",
    "2024-11-30x",
    "",
  ])("'%s' is none", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test("loses the time written after it", () => {
    expect(parseIso("2024-11-30T09:30:00Z")).toBe(isoDay("2024-11-30"));
    expect(parseIso("2024-11-30 23:59")).toBe(isoDay("2024-11-30"));
  });

  test("that the program holds must be one", () => {
    expect(() => isoDay("soon")).toThrow('"soon" is not a date');
  });

  test("reads as people write it", () => {
    expect(showDay(isoDay("2024-11-30"))).toBe("30 Nov 2024");
    expect(showDay(isoDay("2025-01-01"))).toBe("1 Jan 2025");
  });

  test("lies in a month that begins on the first", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(toIso(monthStart(day))).toBe(`${toIso(day).slice(0, 7)}-01`);
      }),
      runs(200),
    );
  });
});

describe("Excel's serial numbers", () => {
  test.each([
    [1, "1900-01-01"],
    [2, "1900-01-02"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [45_626, "2024-11-30"],
    [45_626.99, "2024-11-30"],
    [2_958_465, "9999-12-31"],
  ])("%d is %s", (serial, iso) => {
    expect(fromSerial(serial, false)).toBe(isoDay(iso));
  });

  test("60, the 29 February 1900 that never was, is no later than 1 March", () => {
    expect(fromSerial(60, false)).toBeLessThan(isoDay("1900-03-01"));
  });

  test.each([
    [0, "1904-01-01"],
    [1, "1904-01-02"],
    [44_164, "2024-11-30"],
  ])("in the 1904 system %d is %s", (serial, iso) => {
    expect(fromSerial(serial, true)).toBe(isoDay(iso));
    expect(toSerial(isoDay(iso), true)).toBe(serial);
  });

  test("outside Excel's calendar none is a date", () => {
    for (const serial of [0, 0.9, -1, 2_958_466, 1e308, Infinity, -Infinity, Number.NaN])
      expect(fromSerial(serial, false), String(serial)).toBeUndefined();
  });
});

describe("the same day some months on", () => {
  test("is what a person counts", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -120, max: 120 }), (day, months) => {
        expect(toIso(edate(day, months))).toBe(edateByHand(toIso(day), months));
      }),
      runs(1000),
    );
  });

  test.each([
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-10-31", 1, "2024-11-30"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-10-04", 6, "2025-04-04"],
  ])("%s and %d is %s", (from, months, to) => {
    expect(edate(isoDay(from), months)).toBe(isoDay(to));
  });
});

describe("working days", () => {
  test("are those that a person counts, day by day, bank holidays left out", () => {
    fc.assert(
      fc.property(inCalendar, fc.nat(200), (from, length) => {
        const to = Math.min(from + length, CALENDAR_TO);
        const counted = Array.from({ length: to - from }, (_, index) => from + 1 + index).filter(isWorkingDay).length;
        expect(workingDays(from, to)).toBe(counted);
      }),
      runs(300),
    );
  });

  test("'more than n gone' begins the day after the nth", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: CALENDAR_FROM, max: CALENDAR_TO - 60 }),
        fc.integer({ min: 1, max: 20 }),
        (from, n) => {
          let nth = from;
          for (let gone = 0; gone < n;) if (isWorkingDay((nth += 1))) gone += 1;
          expect(isPastWorkingDay(n, from, nth)).toBe(false);
          expect(isPastWorkingDay(n, from, nth + 1)).toBe(true);
        },
      ),
      runs(300),
    );
  });

  test("cannot be counted to a day past the list's end", () => {
    expect(workingDays(CALENDAR_TO - 3, CALENDAR_TO + 1)).toBeUndefined();
    expect(workingDays(CALENDAR_TO + 1, CALENDAR_TO + 9)).toBeUndefined();
    expect(isPastWorkingDay(1, CALENDAR_TO - 3, CALENDAR_TO + 9)).toBe(false);
  });

  test("since a day before the list are counted from its beginning: never too many", () => {
    expect(workingDays(isoDay("2017-06-01"), isoDay("2018-01-02"))).toBe(1);
    expect(workingDays(isoDay("2017-06-01"), isoDay("2017-06-30"))).toBeUndefined();
  });

  test("the list has eight bank holidays or more every year, none at a weekend", () => {
    const years = new Set(BANK_HOLIDAYS.map((iso) => iso.slice(0, 4)));
    for (const year of years)
      expect(BANK_HOLIDAYS.filter((iso) => iso.startsWith(year)).length, year).toBeGreaterThanOrEqual(8);
    for (const iso of BANK_HOLIDAYS) expect(new Date(`${iso}T12:00:00Z`).getUTCDay() % 6, iso).not.toBe(0);
  });
});

test("a month on is the same however many dates were asked about before", () => {
  const first = isoDay("2025-01-31");
  const before = edate(first, 1);
  for (let day = 0; day < 25_000; day += 1) edate(day, 7);
  expect([edate(first, 1), before]).toEqual([isoDay("2025-02-28"), isoDay("2025-02-28")]);
});
