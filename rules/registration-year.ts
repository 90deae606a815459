import { isoDay, toIso, type Day } from "./dates.ts";

/** Social Work England's year: registrations end on 30 November, and renewing them opens on 1 September. */
const LAST_DAY = "11-30";
const RENEWING_OPENS = "09-01";

/** The day to which somebody is registered who has renewed by a day: that of the next year once renewing has opened. */
export function renewedTo(asOf: Day): Day {
  const day = toIso(asOf);
  const year = Number(day.slice(0, 4));
  return isoDay(`${day.slice(5) < RENEWING_OPENS ? year : year + 1}-${LAST_DAY}`);
}
