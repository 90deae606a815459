import { effect, untracked } from "@preact/signals-core";
import type { BasisKeeper } from "../checking/basis.ts";
import type { Service } from "./api.ts";
import type { Limits } from "./checking/next-batch.ts";
import { validator } from "./checking/validator.ts";
import { circuit as newCircuit } from "../../client/circuit.ts";
import type { Clock } from "../../client/clock.ts";
import { failureOf } from "./failure.ts";
import { kept as newKept } from "../../client/kept.ts";
import { leadLookUp } from "./leads.ts";
import { measureLookUp } from "./measures.ts";
import { reference as newReference } from "./reference.ts";
import { refreshing } from "./refreshing.ts";
import { renewRegularly, type BrowserPage } from "./renewal.ts";
import { asking, hear, type Ask } from "../../client/requests.ts";
import { newSession } from "./session.ts";
import type { Fetch } from "../../client/sign-in/sign-in.ts";
import { createSigningIn, type Opening } from "./signing-in.ts";
import { SIGNED_OUT, Unanswered } from "../../client/unanswered.ts";

export interface ServiceNeeds {
  readonly basis: BasisKeeper;
  readonly opening: Promise<Opening>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly page: BrowserPage;
  readonly limits?: Limits;
}

/** The council's service, for pane and functions; it opens, signs in again and comes back by itself. */
export function createService({ basis: keeper, opening, fetch, clock, page, limits }: ServiceNeeds): Service {
  const session = newSession();
  const kept = newKept();

  const circuit = newCircuit({
    clock,
    async probe() {
      const api = person.connected?.connection.api.replace(/\/v1$/, "");
      const heard = api === undefined ? undefined : await hear(fetch, clock, `${api}/health`, { method: "GET" });
      return typeof heard === "object" && heard.ok;
    },
    changed(line) {
      session.line(line);
      if (line === "open" && session.isSignedIn) void refresh();
    },
  });
  const person = createSigningIn({
    opening,
    session,
    kept,
    askThrough: ({ api, signIn }) =>
      asking({
        fetch,
        clock,
        circuit,
        api,
        signIn,
        expired: () => {
          if (session.isSignedIn) person.leave(SIGNED_OUT);
        },
        session: () => session.number,
      }),
    entered() {
      circuit.probeNow();
      return refresh();
    },
    forget() {
      checks.forget();
      leads.forget();
      measures.forget();
      reference.forget();
    },
  });

  const ask: Ask = (question) => {
    const { connected } = person;
    if (!connected || !session.isSignedIn) return Promise.reject(new Unanswered("signed-out", SIGNED_OUT));
    return connected.ask(question);
  };
  /** A cell may be calculated while the page still opens: it is answered once it is known who is signed in. */
  const askOnceOpen: Ask = async (question) => {
    await person.opened;
    return ask(question);
  };

  const reference = newReference({ ask, keeper, known: session.known });
  const refresh = refreshing({
    clock,
    session,
    reference,
    turnedAway: person.leave,
    done: () => {
      checks.wake();
    },
  });

  const isIn = (): boolean => ["online", "offline", "failed"].includes(session.state.value);
  const isManagerOnline = (): boolean =>
    session.state.peek() === "online" && session.account.peek()?.roles.includes("Manager") === true;
  const checks = validator({
    ask,
    clock,
    keeper,
    limits,
    isOn: () => kept.isChecking.peek() && untracked(isIn),
    checker: () => (kept.isChecking.peek() && isManagerOnline() ? session.account.peek() : undefined),
    refresh: () => {
      void refresh();
    },
    trouble: (sentence) => {
      session.trouble("checks", sentence);
    },
  });
  effect(() => {
    const isOn = kept.isChecking.value && isIn();
    untracked(() => {
      (isOn ? checks.wake : checks.hide)();
    });
  });
  // Whatever checks are made with, the service is asked by: an answer to something else is none.
  keeper.basis.subscribe(checks.wake);

  const failure = (what: string) => failureOf(what, () => person.connected !== undefined);
  const leads = leadLookUp({ ask: askOnceOpen, clock, keeper, failure: failure("look up who leads") });
  const measures = measureLookUp({
    ask: askOnceOpen,
    clock,
    keeper,
    failure: failure("get the measures of sent snapshots"),
    account: () => session.account.peek(),
  });

  renewRegularly({
    clock,
    page,
    session,
    today: keeper.today,
    refresh: () => {
      void refresh();
    },
    renewChecks: checks.renew,
  });
  page.whenOnline(circuit.probeNow);

  return {
    state: session.state,
    account: session.account,
    problem: session.problem,
    isChecking: kept.isChecking,
    hasExplained: kept.hasExplained,
    validation: checks.validation,
    signIn: person.signIn,
    signOut: person.signOut,
    retry() {
      if (circuit.line !== "open") circuit.probeNow();
      else if (session.isSignedIn) void refresh();
    },
    validate: checks.validate,
    lead: leads.lead,
    measure: measures.measure,
    ask: askOnceOpen,
  };
}
