import { MINUTE, SECOND, within, type Clock } from "../../client/clock.ts";
import { DisplayError } from "./service.ts";

export interface BatchNeeds<Value> {
  readonly clock: Clock;
  /** The most keys that one request takes. */
  readonly most: number;
  /** Asks for some keys at once. A key that is missing from the answer was not answered. */
  readonly send: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;
  /** What a failure is to the cell that asked. */
  readonly failure: (error: unknown) => DisplayError;
}

export interface Batch<Value> {
  /** Always settles: with a value, or with a `DisplayError`. */
  readonly ask: (key: string) => Promise<Value>;
  /** Forgets every answer, so that nobody else is given it. */
  readonly forget: () => void;
}

const COLLECTED_FOR = 30;
const LATEST = 8 * SECOND;
const KEPT_FOR = 5 * MINUTE;
/** More answers than this are not kept: a workbook that asks for more must wait for them anew. */
const MOST_KEPT = 20_000;

const LATE = "The council's service did not answer in time. Calculate the cell again.";
const FORGOTTEN = "You have signed out of the council's service.";
const INCOMPLETE = "The council's service left this one out of its answer. Calculate the cell again.";

interface Entry<Value> {
  readonly answer: Promise<Value>;
  readonly settle: (value: Value) => void;
  readonly fail: (error: DisplayError) => void;
  /** When it was answered. */
  at: number | undefined;
}

function newEntry<Value>(clock: Clock): Entry<Value> {
  let settle: Entry<Value>["settle"] = () => undefined;
  let fail: Entry<Value>["fail"] = () => undefined;
  const settled = new Promise<Value>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  const answer = within(clock, LATEST, settled, () => {
    throw new DisplayError(LATE);
  });
  return { answer, settle, fail, at: undefined };
}

/** Gathers what many cells ask within a moment into few requests; the same question is asked once, and its answer kept some minutes. */
export function batch<Value>({ clock, most, send, failure }: BatchNeeds<Value>): Batch<Value> {
  const entries = new Map<string, Entry<Value>>();
  let waiting: string[] = [];
  let sending: Promise<void> = Promise.resolve();

  const drop = (key: string, entry: Entry<Value>): void => {
    if (entries.get(key) === entry) entries.delete(key);
  };

  async function sendSome(keys: readonly string[]): Promise<void> {
    // What has been given up meanwhile is not asked any more.
    const pending = keys.flatMap((key) => {
      const entry = entries.get(key);
      return entry && entry.at === undefined ? [{ key, entry }] : [];
    });
    if (pending.length === 0) return;
    try {
      const values = await send(pending.map(({ key }) => key));
      for (const { key, entry } of pending) {
        const value = values.get(key);
        if (value === undefined) {
          entry.fail(new DisplayError(INCOMPLETE));
          continue;
        }
        entry.at = clock.now();
        entry.settle(value);
      }
    } catch (error) {
      const failed = failure(error);
      for (const { entry } of pending) entry.fail(failed);
    }
  }

  function flush(): void {
    const keys = waiting;
    waiting = [];
    // One request at a time: cells in their thousands are no reason to flood the service. One that hangs holds up the next no longer than a cell waits.
    for (let at = 0; at < keys.length; at += most) {
      const some = keys.slice(at, at + most);
      sending = sending.then(() => within(clock, LATEST, sendSome(some), () => undefined));
    }
  }

  return {
    ask(key) {
      const held = entries.get(key);
      if (held && (held.at === undefined || clock.now() - held.at < KEPT_FOR)) return held.answer;
      const entry = newEntry<Value>(clock);
      entries.delete(key);
      entries.set(key, entry);
      if (entries.size > MOST_KEPT) entries.delete(entries.keys().next().value ?? key);
      entry.answer.catch(() => {
        drop(key, entry);
      });
      if (waiting.length === 0) clock.after(COLLECTED_FOR, flush);
      waiting.push(key);
      return entry.answer;
    },
    forget() {
      // Those still waiting are told; one that is answered already cannot fail any more.
      for (const entry of entries.values()) entry.fail(new DisplayError(FORGOTTEN));
      entries.clear();
      sending = Promise.resolve();
    },
  };
}
