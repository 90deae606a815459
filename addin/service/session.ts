import { computed, signal, type ReadonlySignal } from "@preact/signals-core";
import type { ServiceState } from "./api.ts";
import type { Account } from "../../client/answers.ts";
import type { Line } from "../../client/circuit.ts";

/** What somebody should know of the service, by what it came of; each is taken back by the next success of its kind. */
export type Trouble = "page" | "sign-in" | "reference" | "checks";

/** Whether there is a service at all, and somebody signed in to it. */
type Standing = "none" | "signed-out" | "signing-in" | "signed-in";

/** Where the person stands with the service; everything that is shown of it comes from here. */
export interface Session {
  readonly state: ReadonlySignal<ServiceState>;
  readonly account: ReadonlySignal<Account | undefined>;
  readonly problem: ReadonlySignal<string | undefined>;
  readonly isSignedIn: boolean;
  /** Counts sign-ins and sign-outs: what was asked in one session is nobody's in the next. */
  readonly number: number;
  readonly stand: (standing: Standing) => void;
  readonly known: (account: Account | undefined) => void;
  readonly line: (line: Line) => void;
  readonly trouble: (what: Trouble, sentence: string | undefined) => void;
}

export function newSession(): Session {
  const standing = signal<Standing>("none");
  const line = signal<Line>("open");
  const account = signal<Account | undefined>(undefined);
  const troubles = signal<Readonly<Partial<Record<Trouble, string | undefined>>>>({});
  let number = 0;
  const state = computed((): ServiceState => {
    if (standing.value !== "signed-in") return standing.value;
    if (line.value !== "open") return line.value === "lost" ? "offline" : "failed";
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
    stand(next) {
      if (standing.peek() === next) return;
      number += 1;
      standing.value = next;
      if (next !== "signed-in") account.value = undefined;
    },
    known(person) {
      if (JSON.stringify(person) !== JSON.stringify(account.peek())) account.value = person;
    },
    line: (next) => {
      line.value = next;
    },
    trouble(what, sentence) {
      if (troubles.peek()[what] !== sentence) troubles.value = { ...troubles.peek(), [what]: sentence };
    },
  };
}
