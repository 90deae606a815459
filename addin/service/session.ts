import { computed, signal, type ReadonlySignal } from "@preact/signals-core";
import type { ServiceState } from "./service.ts";
import type { Account } from "../../client/responses.ts";
import type { CircuitState } from "../../client/circuit-breaker.ts";

/** What somebody should know of the service, by what it came of; each is taken back by the next success of its kind. */
export type ProblemSource = "page" | "sign-in" | "reference" | "checks";

/** Whether there is a service at all, and somebody signed in to it. */
type SignInState = "none" | "signed-out" | "signing-in" | "signed-in";

/** Where the person stands with the service; everything that is shown of it comes from here. */
export interface Session {
  readonly state: ReadonlySignal<ServiceState>;
  readonly account: ReadonlySignal<Account | undefined>;
  readonly problem: ReadonlySignal<string | undefined>;
  readonly isSignedIn: boolean;
  /** Counts sign-ins and sign-outs: what was asked in one session is nobody's in the next. */
  readonly number: number;
  readonly setSignIn: (standing: SignInState) => void;
  readonly setAccount: (account: Account | undefined) => void;
  readonly setCircuit: (circuit: CircuitState) => void;
  readonly setProblem: (what: ProblemSource, sentence: string | undefined) => void;
}

export function newSession(): Session {
  const standing = signal<SignInState>("none");
  const circuit = signal<CircuitState>("closed");
  const account = signal<Account | undefined>(undefined);
  const troubles = signal<Readonly<Partial<Record<ProblemSource, string | undefined>>>>({});
  let number = 0;
  const state = computed((): ServiceState => {
    if (standing.value !== "signed-in") return standing.value;
    if (circuit.value !== "closed") return circuit.value === "unreachable" ? "offline" : "failed";
    return account.value ? "online" : "signing-in";
  });
  return {
    state,
    account,
    problem: computed(() => Object.values(troubles.value).find((sentence) => sentence !== undefined)),
    get isSignedIn() {
      return standing.peek() === "signed-in";
    },
    get number() {
      return number;
    },
    setSignIn(next) {
      if (standing.peek() === next) return;
      number += 1;
      standing.value = next;
      if (next !== "signed-in") account.value = undefined;
    },
    setAccount(person) {
      if (JSON.stringify(person) !== JSON.stringify(account.peek())) account.value = person;
    },
    setCircuit: (next) => {
      circuit.value = next;
    },
    setProblem(what, sentence) {
      if (troubles.peek()[what] !== sentence) troubles.value = { ...troubles.peek(), [what]: sentence };
    },
  };
}
