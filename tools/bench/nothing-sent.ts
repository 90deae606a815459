import { signal } from "@preact/signals-core";
import type { PaneModelNeeds } from "../../addin/model/create-pane-model.ts";
import type { SnapshotSender, SendState } from "../../addin/sending/sender.ts";
import { DisplayError, type Service, type ServiceState, type Validation } from "../../addin/service/service.ts";
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

/** What the pane's model needs of a service that is never asked. */
export function nothingSent(): Pick<PaneModelNeeds, "service" | "history" | "sendingOf"> & {
  readonly service: ReturnType<typeof silentService>;
} {
  const refuse = (): Promise<never> => Promise.reject(new DisplayError("Sign in first."));
  const sending: SnapshotSender = {
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
