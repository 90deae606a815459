import { signal, type ReadonlySignal } from "@preact/signals";
import type { Account } from "../../client/answers.ts";
import { pageClock, type Clock } from "../../client/clock.ts";
import type { Ask } from "../../client/requests.ts";
import { SignInProblem, type Fetch } from "../../client/sign-in/sign-in.ts";
import { Unanswered } from "../../client/unanswered.ts";
import { askingThrough } from "../../client/page/asking.ts";
import type { Connected } from "../../client/page/connection.ts";
import { sentenceOf as sentenceFor } from "../../client/page/sentence.ts";
import { accountOf, feedbackIn, monthsIn, trialPolicy } from "./fetching.ts";
import { spanOf, type Span } from "./months.ts";
import type { Evaluation, Seen, State } from "./state.ts";

export interface EvaluationNeeds {
  readonly connection: Promise<Connected | string>;
  readonly fetch: Fetch;
  /** The current month, such as "2024-11". */
  readonly month: () => string;
  readonly clock?: Clock;
}

const FAILED = "The figures could not be fetched. Try again later.";
const sentenceOf = (error: unknown): string => sentenceFor(error, FAILED);
const isSignedOut = (error: unknown): boolean => error instanceof Unanswered && error.why === "signed-out";

/** What the evaluation page does; it shows `state`. */
export function openEvaluation({
  connection,
  fetch,
  month,
  clock = pageClock,
}: EvaluationNeeds): Evaluation & { readonly state: ReadonlySignal<State> } {
  const state = signal<State>({ is: "opening" });
  let session = 0;
  let looks = 0;
  let open: { readonly connected: Connected; readonly ask: Ask } | undefined;
  let account: Account | undefined;

  const out = (problem?: string): void => {
    session += 1;
    account = undefined;
    state.value = { is: "signed-out", problem, isDemo: open?.connected.isDemo ?? false };
  };

  void connection.then((connected) => {
    if (typeof connected === "string") {
      state.value = { is: "no-service", sentence: connected };
      return;
    }
    open = {
      connected,
      ask: askingThrough({ connected, fetch, clock, expired: () => undefined, session: () => session }),
    };
    out();
  });

  async function fetched(ask: Ask, wanted: Span | undefined): Promise<Seen | undefined> {
    account ??= await accountOf(ask);
    if (!account.roles.includes("Evaluator")) return undefined;
    const policy = await trialPolicy(ask);
    if (!policy) throw new Unanswered("failed", "The council has no policy yet. Ask whoever administers the service.");
    const span = wanted ?? spanOf(policy.trial, month());
    const [months, feedback] = await Promise.all([monthsIn(ask, span), feedbackIn(ask, span)]);
    const own = new Set(account.roles.includes("Manager") ? account.teams : []);
    return { span, policy, months, own, feedback, isLoading: false, problem: undefined };
  }

  async function look(span?: Span): Promise<void> {
    if (!open) return;
    const began = session;
    const mine = (looks += 1);
    // An answer to an earlier question may come after that to a later one.
    const isStale = (): boolean => session !== began || looks !== mine;
    const before = state.peek();
    state.value =
      before.is === "seen"
        ? { ...before, seen: { ...before.seen, isLoading: true, problem: undefined } }
        : { is: "signing-in" };
    try {
      const seen = await fetched(open.ask, span ?? (before.is === "seen" ? before.seen.span : undefined));
      if (isStale() || !account) return;
      state.value = seen ? { is: "seen", name: account.name, seen } : { is: "not-an-evaluator", name: account.name };
    } catch (error) {
      if (isStale()) return;
      if (isSignedOut(error)) out(sentenceOf(error));
      else if (before.is === "seen")
        state.value = { ...before, seen: { ...before.seen, isLoading: false, problem: sentenceOf(error) } };
      else state.value = { is: "failed", sentence: sentenceOf(error) };
    }
  }

  return {
    state,
    look,
    async signIn() {
      if (!open) return;
      state.value = { is: "signing-in" };
      try {
        await open.connected.signIn.signIn();
      } catch (error) {
        out(sentenceOf(error));
        return;
      }
      await look();
    },
    async signOut() {
      await open?.connected.signIn.signOut();
      out();
    },
    async csv({ from, to }) {
      const token = await open?.connected.signIn.token();
      if (!open || token === undefined)
        throw new SignInProblem("You are signed out. Sign in again, then download the file.");
      const response = await fetch(`${open.connected.api}/measures.csv?from=${from}&to=${to}`, {
        headers: { authorization: `Bearer ${token}` },
        credentials: "omit",
        cache: "no-store",
      }).catch(() => undefined);
      if (!response?.ok) throw new Unanswered("failed", "The file could not be fetched. Try again later.");
      return response.blob();
    },
  };
}
