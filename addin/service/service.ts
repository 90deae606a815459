import { effect, untracked } from "@preact/signals-core";
import type { BasisKeeper } from "../checking/basis.ts";
import type { Service } from "./api.ts";
import type { Limits } from "./checking/next-batch.ts";
import { validator } from "./checking/validator.ts";
import { circuit as newCircuit } from "../../client/circuit.ts";
import { MINUTE, type Clock } from "../../client/clock.ts";
import { failureOf, NO_SERVICE } from "./failure.ts";
import { kept as newKept, type KeptIn } from "../../client/kept.ts";
import { leadLookUp } from "./leads.ts";
import { measureLookUp } from "./measures.ts";
import { reference as newReference } from "./reference.ts";
import { refreshing } from "./refreshing.ts";
import { asking, hear, type Ask } from "../../client/requests.ts";
import { newSession } from "./session.ts";
import { SignInProblem, type Fetch, type SignIn } from "../../client/sign-in/sign-in.ts";
import { SIGNED_OUT, Unanswered } from "../../client/unanswered.ts";

export interface Connection {
  /** The service's address on this page's own server, such as "/api/v1". */
  readonly api: string;
  readonly signIn: SignIn;
}

/** What the page finds out while it opens. Nothing waits for it. */
export interface Opening extends KeptIn {
  readonly connection: Connection | undefined;
  /** Why there is no connection though there should be one, as a sentence. */
  readonly problem?: string | undefined;
}

export interface Page {
  isVisible(): boolean;
  whenShown(listener: () => void): void;
  /** The browser's network is back. */
  whenOnline(listener: () => void): void;
}

export interface ServiceNeeds {
  readonly basis: BasisKeeper;
  readonly opening: Promise<Opening>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly page: Page;
  readonly limits?: Limits;
}

const REFRESHED_EVERY = 10 * MINUTE;

/** The council's service, for pane and functions; it opens, signs in again and comes back by itself. */
export function createService({ basis: keeper, opening, fetch, clock, page, limits }: ServiceNeeds): Service {
  const session = newSession();
  const kept = newKept();
  let connected: { readonly connection: Connection; readonly ask: Ask } | undefined;

  const ask: Ask = (question) => {
    if (!connected || !session.isSignedIn) return Promise.reject(new Unanswered("signed-out", SIGNED_OUT));
    return connected.ask(question);
  };
  const circuit = newCircuit({
    clock,
    async probe() {
      const heard =
        connected &&
        (await hear(fetch, clock, `${connected.connection.api.replace(/\/v1$/, "")}/health`, { method: "GET" }));
      return typeof heard === "object" && heard.ok;
    },
    changed(line) {
      session.line(line);
      if (line === "open" && session.isSignedIn) void refresh();
    },
  });
  const reference = newReference({ ask, keeper, known: session.known });
  const refresh = refreshing({
    clock,
    session,
    reference,
    turnedAway(sentence) {
      leave();
      session.trouble("sign-in", sentence);
    },
    done: () => {
      checks.wake();
    },
  });

  const isIn = (): boolean => ["online", "offline", "failed"].includes(session.state.peek());
  const checks = validator({
    ask,
    clock,
    keeper,
    limits,
    isOn: () => kept.isChecking.peek() && isIn(),
    checker() {
      const account = session.account.peek();
      return kept.isChecking.peek() && session.state.peek() === "online" && account?.roles.includes("Manager")
        ? account
        : undefined;
    },
    refresh: () => {
      void refresh();
    },
    trouble: (sentence) => {
      session.trouble("checks", sentence);
    },
  });

  /** A cell may be calculated while the page still opens: it is answered once it is known who is signed in. */
  const askOnceOpen: Ask = async (question) => {
    await opened;
    return ask(question);
  };
  const failure = (what: string) => failureOf(what, () => connected !== undefined);
  const leads = leadLookUp({ ask: askOnceOpen, clock, keeper, failure: failure("look up who leads") });
  const measures = measureLookUp({
    ask: askOnceOpen,
    clock,
    keeper,
    failure: failure("get the measures of sent snapshots"),
    account: () => session.account.peek(),
  });

  /** Nobody is signed in any more: what the service said goes with them. */
  function leave(): void {
    session.stand("signed-out");
    checks.forget();
    leads.forget();
    measures.forget();
    reference.forget();
    session.trouble("checks", undefined);
    session.trouble("reference", undefined);
  }
  function expired(): void {
    if (!session.isSignedIn) return;
    leave();
    session.trouble("sign-in", SIGNED_OUT);
  }
  async function enter(): Promise<void> {
    session.stand("signed-in");
    session.trouble("sign-in", undefined);
    kept.isSignedIn.value = true;
    circuit.probeNow();
    await refresh();
  }

  async function open(): Promise<void> {
    const { connection, storage, prefix, problem } = await opening;
    kept.open(storage, prefix);
    session.trouble("page", problem);
    if (!connection) return;
    const { api, signIn } = connection;
    connected = {
      connection,
      ask: asking({ fetch, clock, circuit, api, signIn, expired, session: () => session.number }),
    };
    session.stand("signed-out");
    if (!kept.isSignedIn.peek()) return;
    session.stand("signing-in");
    // Where nobody can be reached the person is still who they were: the service is asked again by itself.
    const isNobody = await signIn.token().then(
      (token) => token === undefined,
      () => false,
    );
    if (session.state.peek() !== "signing-in") return;
    if (isNobody) session.stand("signed-out");
    else await enter();
  }
  const opened = open().catch(() => {
    session.trouble(
      "page",
      "The council's service cannot be used because of a fault in this add-in. Everything else works.",
    );
  });

  effect(() => {
    const isOn = kept.isChecking.value && ["online", "offline", "failed"].includes(session.state.value);
    untracked(() => {
      (isOn ? checks.wake : checks.hide)();
    });
  });
  // Whatever checks are made with, the service is asked by: an answer to something else is none.
  keeper.basis.subscribe(checks.wake);
  let day = keeper.today.peek();
  effect(() => {
    if (keeper.today.value === day) return;
    day = keeper.today.value;
    untracked(() => {
      if (session.isSignedIn) void refresh();
    });
  });

  let isDue = false;
  function renew(): void {
    isDue = !page.isVisible();
    if (isDue || !session.isSignedIn) return;
    void refresh();
    checks.renew();
  }
  const everyTenMinutes = (): void => {
    clock.after(REFRESHED_EVERY, () => {
      renew();
      everyTenMinutes();
    });
  };
  everyTenMinutes();
  page.whenShown(() => {
    if (isDue) renew();
  });
  page.whenOnline(circuit.probeNow);

  return {
    state: session.state,
    account: session.account,
    problem: session.problem,
    isChecking: kept.isChecking,
    hasExplained: kept.hasExplained,
    validation: checks.validation,
    async signIn() {
      await opening.catch(() => undefined);
      if (!connected) session.trouble("sign-in", NO_SERVICE);
      if (!connected || session.state.peek() !== "signed-out") return;
      session.stand("signing-in");
      try {
        await connected.connection.signIn.signIn();
      } catch (error) {
        session.stand("signed-out");
        session.trouble(
          "sign-in",
          error instanceof SignInProblem ? error.message : "Signing in did not work. Try again.",
        );
        return;
      }
      if (session.state.peek() === "signing-in") await enter();
    },
    async signOut() {
      kept.isSignedIn.value = false;
      leave();
      session.trouble("sign-in", undefined);
      // Whatever becomes of it, no token of this session is used again.
      await connected?.connection.signIn.signOut().catch(() => undefined);
    },
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
