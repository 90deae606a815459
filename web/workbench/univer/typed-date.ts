import { parseDate, toSerial } from "../../../rules/dates.ts";

/** The last serial number before which Excel's calendar and the true one differ. */
const LAST_ODD = 60;

/** "3/2/24", "03.02.2024" and "3-2-2024" with the strokes and the year that rules/dates.ts reads. */
function written(text: string): string {
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text);
  if (!parts) return text;
  const [, day = "", , month = "", year = ""] = parts;
  return `${day}/${month}/${year.length === 2 ? `20${year}` : year}`;
}

/** The serial number of a date that somebody typed, day before month; undefined for any other text. */
export function typedDate(text: string): number | undefined {
  const day = /^\s*\d/.test(text) ? parseDate(written(text.trim())) : undefined;
  const serial = day === undefined ? undefined : toSerial(day);
  return serial !== undefined && serial > LAST_ODD ? serial : undefined;
}
