import { roughly, SECOND, type Clock } from "../../client/clock.ts";
import type { Reference } from "./reference.ts";
import type { Session } from "./session.ts";
import { Unanswered } from "../../client/unanswered.ts";

const AFTER_A_FAULT = 15 * SECOND;

export interface Refreshing {
  readonly clock: Clock;
  readonly session: Session;
  readonly reference: Reference;
  /** The person cannot be let in. */
  readonly turnedAway: (sentence: string) => void;
  /** Person, policy and register are as the service has them. */
  readonly done: () => void;
}

/** Fetches person, policy and register, one fetching at a time; whoever asks meanwhile gets one more after it. Never rejects. */
export function refreshing({ clock, session, reference, turnedAway, done }: Refreshing): () => Promise<void> {
  let running: Promise<void> | undefined;
  let asked = 0;
  let begun = 0;

  async function once(): Promise<void> {
    try {
      await reference.refresh();
      session.trouble("reference", undefined);
      done();
    } catch (error) {
      const { why, message } =
        error instanceof Unanswered
          ? error
          : new Unanswered(
              "failed",
              "Fetching the council's policy and register stopped because of a fault in this add-in.",
            );
      if (why === "offline" || why === "signed-out") return;
      if (why === "refused" && session.account.peek() === undefined) {
        turnedAway(message);
        return;
      }
      session.trouble("reference", message);
      clock.after(roughly(clock, AFTER_A_FAULT), () => {
        if (session.isSignedIn) void refresh();
      });
    }
  }
  function refresh(): Promise<void> {
    asked += 1;
    running ??= (async () => {
      do {
        begun = asked;
        await once();
      } while (begun < asked && session.isSignedIn);
    })().finally(() => {
      running = undefined;
    });
    return running;
  }
  return refresh;
}
