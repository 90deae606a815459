import { roughly, SECOND, type Clock } from "../../client/clock.ts";
import type { Reference } from "./reference.ts";
import type { Session } from "./session.ts";
import { ServiceError } from "../../client/service-error.ts";

const AFTER_A_FAULT = 15 * SECOND;

export interface RefreshNeeds {
  readonly clock: Clock;
  readonly session: Session;
  readonly reference: Reference;
  /** The person cannot be let in. */
  readonly turnedAway: (sentence: string) => void;
  /** Person, policy and register are as the service has them. */
  readonly done: () => void;
}

/** Fetches person, policy and register, one fetching at a time; whoever asks meanwhile gets one more after it. Never rejects. */
export function createRefresh({ clock, session, reference, turnedAway, done }: RefreshNeeds): () => Promise<void> {
  let running: Promise<void> | undefined;
  let requested = 0;
  let begun = 0;

  async function fetchReference(): Promise<void> {
    try {
      await reference.refresh();
      session.setProblem("reference", undefined);
      done();
    } catch (error) {
      const { why, message } =
        error instanceof ServiceError
          ? error
          : new ServiceError(
              "failed",
              "Fetching the council's policy and register stopped because of a fault in this add-in.",
            );
      if (why === "offline" || why === "signed-out") return;
      if (why === "refused" && session.account.peek() === undefined) {
        turnedAway(message);
        return;
      }
      session.setProblem("reference", message);
      clock.after(roughly(clock, AFTER_A_FAULT), () => {
        if (session.isSignedIn) void refresh();
      });
    }
  }
  function refresh(): Promise<void> {
    requested += 1;
    running ??= (async () => {
      do {
        begun = requested;
        await fetchReference();
      } while (begun < requested && session.isSignedIn);
    })().finally(() => {
      running = undefined;
    });
    return running;
  }
  return refresh;
}
