import type { Clock } from "../../client/clock.ts";

/** Lets everything happen that waits for no time: promises, cryptography, the service in memory. */
export async function settle(isBusy: () => boolean = () => false): Promise<void> {
  for (let quiet = 0; quiet < 6;) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    quiet = isBusy() ? 0 : quiet + 1;
  }
}

/** A clock that stands still until it is told to go on. Chance is always one half: no jitter. */
export function testClock(begins: Date, isBusy: () => boolean = () => false) {
  let now = begins.getTime();
  let timers: { readonly at: number; readonly work: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    random: () => 0.5,
    after(milliseconds, work) {
      const timer = { at: now + milliseconds, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  /** Goes on by so many milliseconds, doing what falls due on the way in its order. */
  async function advance(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    await settle(isBusy);
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      now = next.at;
      timers = timers.filter((one) => one !== next);
      next.work();
      await settle(isBusy);
    }
    now = end;
  }
  return { clock, advance, settle: () => settle(isBusy) };
}
