import { roughly, SECOND, type Clock } from "./clock.ts";

/** `lost`: the service could not be reached; `faulty`: it answered with faults, several in a row. */
export type Line = "open" | "lost" | "faulty";

export interface Circuit {
  readonly line: Line;
  /** A request reached nothing. */
  readonly lost: () => void;
  /** A request was answered with a fault. */
  readonly faulted: () => void;
  /** A request was answered as it should be. */
  readonly answered: () => void;
  /** Asks now whether the service is back, instead of waiting. */
  readonly probeNow: () => void;
}

const FAULTS = 3;
const LONGEST = 60 * SECOND;
const FIRST = 5 * SECOND;

export interface Watching {
  readonly clock: Clock;
  /** Whether the service says that it is well; never rejects. */
  readonly probe: () => Promise<boolean>;
  readonly changed: (line: Line) => void;
}

/** Keeps a service that is down from being asked by everybody: only a probe goes out, at longer and longer intervals. */
export function circuit({ clock, probe, changed }: Watching): Circuit {
  let line: Line = "open";
  let faults = 0;
  let wait = FIRST;
  let isProbing = false;
  let callOff = (): void => undefined;

  function turn(to: Line): void {
    if (line === to) return;
    line = to;
    changed(to);
  }
  function waitLonger(): void {
    callOff();
    callOff = clock.after(roughly(clock, wait), () => {
      void ask();
    });
    wait = Math.min(wait * 2, LONGEST);
  }
  function close(to: Exclude<Line, "open">): void {
    if (line !== "open") return;
    wait = FIRST;
    turn(to);
    waitLonger();
  }
  async function ask(): Promise<void> {
    if (isProbing) return;
    isProbing = true;
    const isWell = await probe();
    isProbing = false;
    if (isWell) answered();
    else if (line !== "open") waitLonger();
  }
  function answered(): void {
    faults = 0;
    callOff();
    turn("open");
  }

  return {
    get line() {
      return line;
    },
    answered() {
      // An answer that was on its way when the line went down does not bring it back: the probe does.
      if (line === "open") faults = 0;
    },
    lost: () => {
      close("lost");
    },
    faulted() {
      faults += 1;
      if (faults >= FAULTS) close("faulty");
    },
    probeNow: () => {
      if (line !== "open") void ask();
    },
  };
}
