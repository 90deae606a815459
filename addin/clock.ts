import { dayOf, type Day } from "../rules/dates.ts";

/** The day it is where this program runs. */
export function todayHere(now = new Date()): Day {
  // A clock gives a date that exists.
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) as Day;
}
