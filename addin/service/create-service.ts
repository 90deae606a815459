import { effect, untracked } from "@preact/signals-core";
import type { InputsStore } from "../checking/check-inputs.ts";
import type { Service } from "./service.ts";
import type { Limits } from "./checking/next-batch.ts";
import { validator } from "./checking/validator.ts";
import { createCircuitBreaker } from "../../client/circuit-breaker.ts";
import type { Clock } from "../../client/clock.ts";
import { failureOf } from "./failure.ts";
import { createSwitches } from "../../client/switches.ts";
import { leadLookUp } from "./leads.ts";
import { measureLookUp } from "./measures.ts";
import { createReference } from "./reference.ts";
import { createRefresh } from "./refresh.ts";
import { renewRegularly, type BrowserPage } from "./renewal.ts";
import { createAsk, exchange, type Ask } from "../../client/requests.ts";
import { newSession } from "./session.ts";
import type { Fetch } from "../../client/sign-in/sign-in.ts";
import { createSignInFlow, type ServiceSetUp } from "./sign-in-flow.ts";
import { SIGNED_OUT, ServiceError } from "../../client/service-error.ts";

export interface ServiceNeeds {
  readonly inputs: InputsStore;
  readonly opening: Promise<ServiceSetUp>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly page: BrowserPage;
  readonly limits?: Limits;
}

/** The council's service, for pane and functions; it opens, signs in again and comes back by itself. */
export function createService({ inputs: store, opening, fetch, clock, page, limits }: ServiceNeeds): Service {
  const session = newSession();
  const switches = createSwitches();

  const circuit = createCircuitBreaker({
    clock,
    async probe() {
      const api = person.connected?.connection.api.replace(/\/v1$/, "");
      const heard = api === undefined ? undefined : await exchange(fetch, clock, `${api}/health`, { method: "GET" });
      return typeof heard === "object" && heard.ok;
    },
    changed(state) {
      session.setCircuit(state);
      if (state === "closed" && session.isSignedIn) void refresh();
    },
  });
  const person = createSignInFlow({
    opening,
    session,
    switches,
    askThrough: ({ api, signIn }) =>
      createAsk({
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
    if (!connected || !session.isSignedIn) return Promise.reject(new ServiceError("signed-out", SIGNED_OUT));
    return connected.ask(question);
  };
  /** A cell may be calculated while the page still opens: it is answered once it is known who is signed in. */
  const askOnceOpen: Ask = async (question) => {
    await person.opened;
    return ask(question);
  };

  const reference = createReference({ ask, store, known: session.setAccount });
  const refresh = createRefresh({
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
    store,
    limits,
    isOn: () => switches.isChecking.peek() && untracked(isIn),
    checker: () => (switches.isChecking.peek() && isManagerOnline() ? session.account.peek() : undefined),
    refresh,
    trouble: (sentence) => {
      session.setProblem("checks", sentence);
    },
  });
  effect(() => {
    const isOn = switches.isChecking.value && isIn();
    untracked(() => {
      (isOn ? checks.wake : checks.hide)();
    });
  });
  // Whatever checks are made with, the service is asked by: an answer to something else is none.
  store.inputs.subscribe(checks.wake);

  const failure = (what: string) => failureOf(what, () => person.connected !== undefined);
  const leads = leadLookUp({ ask: askOnceOpen, clock, store, failure: failure("look up who leads") });
  const measures = measureLookUp({
    ask: askOnceOpen,
    clock,
    store,
    failure: failure("get the measures of sent snapshots"),
    account: () => session.account.peek(),
  });

  renewRegularly({ clock, page, session, today: store.today, refresh, renewChecks: checks.renew });
  page.whenOnline(circuit.probeNow);

  return {
    state: session.state,
    account: session.account,
    problem: session.problem,
    isChecking: switches.isChecking,
    hasExplained: switches.hasExplained,
    validation: checks.validation,
    signIn: person.signIn,
    signOut: person.signOut,
    retry() {
      if (circuit.state !== "closed") circuit.probeNow();
      else if (session.isSignedIn) void refresh();
    },
    validate: checks.validate,
    lead: leads.lead,
    measure: measures.measure,
    ask: askOnceOpen,
  };
}
