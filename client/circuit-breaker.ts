import { roughly, SECOND, type Clock } from "./clock.ts";

/**
 * `closed`: requests go through. Else it is open, and they are cut off: `unreachable` where the service could not be
 * reached, `faulty` where it answered with faults, several in a row.
 */
export type CircuitState = "closed" | "unreachable" | "faulty";

export interface CircuitBreaker {
  readonly state: CircuitState;
  /** A request reached nothing. */
  readonly unreachable: () => void;
  /** A request was answered with a fault. */
  readonly fault: () => void;
  /** A request was answered as it should be. */
  readonly success: () => void;
  /** Asks now whether the service is back, instead of waiting. */
  readonly probeNow: () => void;
}

const FAULTS = 3;
const LONGEST = 60 * SECOND;
const FIRST = 5 * SECOND;

export interface CircuitBreakerNeeds {
  readonly clock: Clock;
  /** Whether the service says that it is well; never rejects. */
  readonly probe: () => Promise<boolean>;
  readonly changed: (state: CircuitState) => void;
}

/** Keeps a service that is down from being asked by everybody: only a probe goes out, at longer and longer intervals. */
export function createCircuitBreaker({ clock, probe, changed }: CircuitBreakerNeeds): CircuitBreaker {
  let state: CircuitState = "closed";
  let faults = 0;
  let wait = FIRST;
  let isProbing = false;
  let callOff = (): void => undefined;

  function turn(to: CircuitState): void {
    if (state === to) return;
    state = to;
    changed(to);
  }
  function waitLonger(): void {
    callOff();
    callOff = clock.after(roughly(clock, wait), () => {
      void ask();
    });
    wait = Math.min(wait * 2, LONGEST);
  }
  function open(to: Exclude<CircuitState, "closed">): void {
    if (state !== "closed") return;
    wait = FIRST;
    turn(to);
    waitLonger();
  }
  async function ask(): Promise<void> {
    if (isProbing) return;
    isProbing = true;
    const isWell = await probe();
    isProbing = false;
    if (isWell) close();
    else if (state !== "closed") waitLonger();
  }
  function close(): void {
    faults = 0;
    callOff();
    turn("closed");
  }

  return {
    get state() {
      return state;
    },
    success() {
      // An answer that was on its way when the circuit opened does not close it: the probe does.
      if (state === "closed") faults = 0;
    },
    unreachable: () => {
      open("unreachable");
    },
    fault() {
      faults += 1;
      if (faults >= FAULTS) open("faulty");
    },
    probeNow: () => {
      if (state !== "closed") void ask();
    },
  };
}
