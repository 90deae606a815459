import { signal } from "@preact/signals-core";
import type { DeskNeeds } from "../../addin/model/desk.ts";
import type { Sending, SendState } from "../../addin/sending/api.ts";
import { NotAnswered, type Service, type ServiceState, type Validation } from "../../addin/service/api.ts";
import type { Sheet } from "../../rules/sheet.ts";

/** A service that nobody is signed in to; it notes the sheets that it is handed. */
function silentService(): Service & { readonly sheets: Sheet[] } {
  const sheets: Sheet[] = [];
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    sheets,
    state: signal<ServiceState>("signed-out"),
    account: signal(undefined),
    problem: signal(undefined),
    isChecking: signal(false),
    validation: signal<Validation | undefined>(undefined),
    hasExplained: signal(false),
    signIn: nothing,
    signOut: nothing,
    retry: () => undefined,
    validate: (sheet) => {
      sheets.push(sheet);
    },
    lead: () => Promise.resolve(""),
    measure: () => Promise.resolve(0),
    ask: () => Promise.reject(new Error("Nobody is signed in.")),
  };
}

/** What a desk needs of a service that is never asked. */
export function nothingSent(): Pick<DeskNeeds, "service" | "history" | "sendingOf"> & {
  readonly service: ReturnType<typeof silentService>;
} {
  const refuse = (): Promise<never> => Promise.reject(new NotAnswered("Sign in first."));
  const sending: Sending = {
    state: signal<SendState>({ is: "idle" }),
    outbox: signal([]),
    receipts: signal([]),
    preview: refuse,
    send: refuse,
    cancel: refuse,
    resume: () => Promise.resolve(),
  };
  return {
    service: silentService(),
    history: { months: refuse, changes: refuse, giveFeedback: refuse },
    sendingOf: () => sending,
  };
}
