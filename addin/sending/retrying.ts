import { roughly, SECOND, type Clock } from "../../client/clock.ts";

const FIRST = 15 * SECOND;
const LONGEST = 120 * SECOND;

/** Does something again after a while, and after longer each time until it went well. */
export function retrying(clock: Clock, work: () => void) {
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
