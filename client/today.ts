import type { Signal } from "@preact/signals-core";
import { dayOf, type Day } from "../rules/dates.ts";

/** The day it is where this program runs. */
export function todayHere(now = new Date()): Day {
  // A clock gives a date that exists.
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) as Day;
}

const A_MINUTE = 60_000;

/** Sets the day anew once it has changed: a pane may stay open over midnight, on a machine that slept. */
export function followToday(today: Signal<Day>): void {
  setInterval(() => {
    today.value = todayHere();
  }, A_MINUTE);
}
