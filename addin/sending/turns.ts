import type { OutboxEntry } from "./sender.ts";

/** One piece of work: a month that is being sent, or gone on with. */
export interface Turn {
  readonly isResumption: boolean;
  hasBegun: boolean;
  isStopped: boolean;
  /** Its commit is on its way: from then on it can no longer be stopped. */
  isCommitting: boolean;
  entry: OutboxEntry | undefined;
}

export interface Turns {
  readonly all: readonly Turn[];
  /** Does some work once everything before it is done. */
  add(work: (turn: Turn) => Promise<void>, isResumption?: boolean): Promise<void>;
  /** Settles once everything that was added is done. */
  finished(): Promise<void>;
}

/** Does one thing after the other, the first once `opened` has settled; what a turn throws goes to `failed`. */
export function createTurns(
  opened: Promise<unknown>,
  failed: (error: unknown, entry: OutboxEntry | undefined) => void,
): Turns {
  let turns: readonly Turn[] = [];
  let queue: Promise<void> = Promise.resolve();
  return {
    get all() {
      return turns;
    },
    finished: () => queue,
    add(work, isResumption = false) {
      const turn: Turn = { isResumption, hasBegun: false, isStopped: false, isCommitting: false, entry: undefined };
      turns = [...turns, turn];
      queue = queue.then(async () => {
        turn.hasBegun = true;
        try {
          await opened;
          if (!turn.isStopped) await work(turn);
        } catch (error) {
          if (!turn.isStopped) failed(error, turn.entry);
        } finally {
          turns = turns.filter((one) => one !== turn);
        }
      });
      return queue;
    },
  };
}
