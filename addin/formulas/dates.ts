import { LAST_SERIAL, isoDay, toSerial, type Day } from "../../rules/dates.ts";
import { anyDateReader, typed, type Cell } from "../../rules/read.ts";
import { ArgumentError, cellOf, rawCells } from "./arguments.ts";

const FIRST_DAY = isoDay("1990-01-01");
const SHIFT_1904 = 1_462;

const READERS = { 1900: anyDateReader(false), 1904: anyDateReader(true) };

/** The day that a cell gives; undefined for a blank one. Throws a sentence for anything that is no date of our time. */
export function dayIn(cell: Cell | undefined, name: string, date1904: boolean): Day | undefined {
  const day = READERS[date1904 ? 1904 : 1900](cell);
  if (day === undefined) return undefined;
  if (typeof day !== "number")
    throw new ArgumentError(`'${name}' is no date: give a date cell, or text such as 30/11/2024.`);
  if (day < FIRST_DAY) throw new ArgumentError(`'${name}' lies before 1990: correct the year.`);
  return day;
}

/** The check date that an argument gives, or the workbook's own where it was left out or is blank. */
export function checkDate(
  argument: unknown,
  {
    asOf,
    date1904,
    refusal,
  }: { readonly asOf: Day; readonly date1904: boolean; readonly refusal?: string | undefined },
): Day {
  const own = (): Day => {
    if (refusal !== undefined) throw new ArgumentError(`${refusal} Correct it, or give 'as_of'.`);
    return asOf;
  };
  const cells = rawCells(argument);
  const row = cells?.[0];
  if (!row) return own();
  if (cells.length > 1 || row.length > 1)
    throw new ArgumentError("'as_of' takes one date for all rows: give a single cell.");
  const cell = cellOf(row[0]);
  const day = dayIn(cell, "as_of", date1904);
  // "n/a" is no date to check on, though in a column of dates it means that there is none.
  if (day === undefined && typed(cell) !== "")
    throw new ArgumentError("'as_of' is no date: give a date cell, or text such as 30/11/2024.");
  return day ?? own();
}

/** A day as a cell of this workbook holds it; undefined past Excel's calendar. */
export function serialOf(day: Day, date1904: boolean): number | undefined {
  const serial = toSerial(day);
  return serial > LAST_SERIAL ? undefined : serial - (date1904 ? SHIFT_1904 : 0);
}
