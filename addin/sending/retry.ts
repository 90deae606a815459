import { roughly, SECOND, type Clock } from "../../client/clock.ts";

const FIRST = 15 * SECOND;
const LONGEST = 120 * SECOND;

export interface Retry {
  later(): void;
  /** Begins anew with the shortest wait, and calls off what was to come. */
  reset(): void;
}

/** Does something again after a while, and after longer each time until it went well. */
export function createRetry(clock: Clock, work: () => void): Retry {
  let wait = FIRST;
  let callOff = (): void => undefined;
  return {
    later(): void {
      callOff();
      callOff = clock.after(roughly(clock, wait), work);
      wait = Math.min(wait * 2, LONGEST);
    },
    reset(): void {
      callOff();
      wait = FIRST;
    },
  };
}
