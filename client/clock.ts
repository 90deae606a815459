/** Time and chance, handed in so that a test decides both. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** Does the work once, after so many milliseconds; gives what calls it off. */
  after(milliseconds: number, work: () => void): () => void;
}

export const pageClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const DAY_LONG = 24 * 60 * MINUTE;

export const pause = (clock: Clock, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });

/** A time a fifth shorter or longer at random, so that all the council's add-ins do not ask at the same moment. */
export const roughly = (clock: Clock, milliseconds: number): number =>
  Math.round(milliseconds * (0.8 + 0.4 * clock.random()));

/** The work's result, or that of `late` (which may throw) where it takes longer; the work itself goes on. */
export function within<T, L>(clock: Clock, milliseconds: number, work: Promise<T>, late: () => L): Promise<T | L> {
  return new Promise((resolve, reject) => {
    const callOff = clock.after(milliseconds, () => {
      Promise.resolve().then(late).then(resolve, reject);
    });
    work.then(resolve, reject).finally(callOff);
  });
}
