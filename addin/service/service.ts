import type { Account } from "../../client/responses.ts";
import type { ReadonlySignal, Signal } from "@preact/signals-core";
import type { Sheet } from "../../rules/sheet.ts";
import type { Ask } from "../../client/requests.ts";

/**
 * `none`: this add-in was built for no service. `offline`: the service does not answer and is asked again by itself.
 * `failed`: it answers with faults.
 */
export type ServiceState = "none" | "signed-out" | "signing-in" | "online" | "offline" | "failed";

/** A look-up that came to nothing: why, as a sentence for a cell. */
export class DisplayError extends Error {}

/** What the council's service says of the rows that were sent to it. */
export interface Validation {
  /** How many of the rows on the sheet the service has answered for, unchanged since. */
  readonly answered: number;
  readonly of: number;
  /** The sheet's row numbers that were not sent, because their child ref is blank or looks like a name. */
  readonly heldBack: readonly number[];
  /** Sentences: the service's policy or register differs from what is used here, or its verdicts do. */
  readonly differences: readonly string[];
}

/** The council's service as the pane and the functions know it. Nothing here ever waits for it before showing something. */
export interface Service {
  readonly state: ReadonlySignal<ServiceState>;
  readonly account: ReadonlySignal<Account | undefined>;
  /** The last fault as a sentence, with its reference; undefined without one. */
  readonly problem: ReadonlySignal<string | undefined>;
  /** The switch "Check with the council's service". */
  readonly isChecking: Signal<boolean>;
  readonly validation: ReadonlySignal<Validation | undefined>;
  /** Whether a person has been told what checking with the service sends. */
  readonly hasExplained: Signal<boolean>;
  signIn(): Promise<void>;
  signOut(): Promise<void>;
  /** Asks again now instead of waiting. */
  retry(): void;
  /** Has the rows of a sheet validated in the background; rows that have not changed since are not sent again. */
  validate(sheet: Sheet): void;
  /** Who leads for a child: one line as LP.LEAD shows it. Throws `DisplayError`. */
  lead(childRef: string): Promise<string>;
  /** A measure of a sent snapshot, `month` as 2024-11; the team as the policy knows it, or the person's own. Throws `DisplayError`. */
  measure(id: string, month: string, team: string | undefined): Promise<number>;
  /** Asks the service something else, as the person who is signed in. Throws `Unanswered`. */
  readonly ask: Ask;
}
