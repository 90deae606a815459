import { effect, untracked, type ReadonlySignal } from "@preact/signals-core";
import type { Day } from "../../rules/dates.ts";
import { MINUTE, type Clock } from "../../client/clock.ts";
import type { Session } from "./session.ts";

/** The page of the browser that the add-in runs in. */
export interface BrowserPage {
  isVisible(): boolean;
  whenShown(listener: () => void): void;
  /** The browser's network is back. */
  whenOnline(listener: () => void): void;
}

export interface RenewalNeeds {
  readonly clock: Clock;
  readonly page: BrowserPage;
  readonly today: ReadonlySignal<Day>;
  readonly session: Session;
  /** Fetches person, policy and register anew. */
  readonly refresh: () => Promise<void>;
  /** Has every row asked about anew. */
  readonly renewChecks: () => void;
}

const RENEWED_EVERY = 10 * MINUTE;

/** Renews what the service said every ten minutes, later where the page is hidden, and what is fetched on a new day. */
export function renewRegularly({ clock, page, today, session, refresh, renewChecks }: RenewalNeeds): void {
  let isDue = false;
  function renew(): void {
    isDue = !page.isVisible();
    if (isDue || !session.isSignedIn) return;
    void refresh();
    renewChecks();
  }
  const everyTenMinutes = (): void => {
    clock.after(RENEWED_EVERY, () => {
      renew();
      everyTenMinutes();
    });
  };
  everyTenMinutes();
  page.whenShown(() => {
    if (isDue) renew();
  });

  let day = today.peek();
  effect(() => {
    if (today.value === day) return;
    day = today.value;
    untracked(() => {
      if (session.isSignedIn) void refresh();
    });
  });
}
