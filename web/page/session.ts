import { signal, type Signal } from "@preact/signals";
import { readMe, type Account } from "../../client/responses.ts";
import { pageClock, type Clock } from "../../client/clock.ts";
import type { Ask } from "../../client/requests.ts";
import type { Fetch } from "../../client/sign-in/sign-in.ts";
import { ServiceError } from "../../client/service-error.ts";
import { createPageAsk } from "../../client/page/page-ask.ts";
import type { PageConnection } from "../../client/page/connection.ts";
import { sentenceOf } from "../../client/page/sentence.ts";

/** What a page shows: one of these at a time; its content once somebody with the role has signed in. */
export type PageState<Content> =
  | { readonly is: "opening" }
  /** There is no service here, or it cannot be used. */
  | { readonly is: "no-service"; readonly sentence: string }
  | { readonly is: "signed-out"; readonly problem: string | undefined; readonly isDemo: boolean }
  | { readonly is: "signing-in" }
  | { readonly is: "without-role"; readonly name: string }
  | { readonly is: "failed"; readonly sentence: string }
  | { readonly is: "open"; readonly name: string; readonly content: Content };

/** How a page reaches the service. */
export interface Reach {
  readonly connection: Promise<PageConnection | string>;
  readonly fetch: Fetch;
  readonly clock?: Clock;
}

export interface PageNeeds<Content> extends Reach {
  /** The role that the page is for. */
  readonly role: string;
  /** What is shown to somebody with the role. Throws where it cannot be had. */
  readonly load: (ask: Ask, account: Account) => Content | Promise<Content>;
  /** What is said where nobody foresaw why it failed. */
  readonly failed: string;
  /** What is said where the service no longer believes who is signed in. */
  readonly expired: string;
  /** Whoever was signed in has signed out. */
  readonly signedOut?: () => void;
}

export interface PageSession<Content> {
  readonly state: Signal<PageState<Content>>;
  signIn(): Promise<void>;
  signOut(): Promise<void>;
  /** Asks again who is signed in, and for what the page shows. */
  retry(): Promise<void>;
  /** The service, once it is known how to reach it. */
  service(): { readonly connected: PageConnection; readonly ask: Ask } | undefined;
  /** Changes when somebody signs out: what was asked for before is nobody's after. */
  number(): number;
}

/** Who is signed in on a page of the browser, and what they are shown. */
export function openSession<Content>({
  connection,
  fetch,
  clock = pageClock,
  role,
  load,
  failed,
  expired,
  signedOut,
}: PageNeeds<Content>): PageSession<Content> {
  const state = signal<PageState<Content>>({ is: "opening" });
  let number = 0;
  let service: ReturnType<PageSession<Content>["service"]>;

  const out = (problem?: string): void => {
    state.value = { is: "signed-out", problem, isDemo: service?.connected.isDemo ?? false };
  };

  void connection.then((connected) => {
    if (typeof connected === "string") {
      state.value = { is: "no-service", sentence: connected };
      return;
    }
    const ask = createPageAsk({
      connected,
      fetch,
      clock,
      expired: () => {
        out(expired);
      },
      session: () => number,
    });
    service = { connected, ask };
    out();
  });

  async function retry(): Promise<void> {
    if (!service) return;
    const { ask } = service;
    const began = number;
    state.value = { is: "signing-in" };
    try {
      const account = readMe((await ask({ method: "GET", path: "/me" })).json);
      const next: PageState<Content> = account.roles.includes(role)
        ? { is: "open", name: account.name, content: await load(ask, account) }
        : { is: "without-role", name: account.name };
      if (number === began) state.value = next;
    } catch (error) {
      if (number !== began || (error instanceof ServiceError && error.why === "signed-out")) return;
      state.value = { is: "failed", sentence: sentenceOf(error, failed) };
    }
  }

  return {
    state,
    retry,
    service: () => service,
    number: () => number,
    async signIn() {
      if (!service) return;
      state.value = { is: "signing-in" };
      try {
        await service.connected.signIn.signIn();
      } catch (error) {
        out(sentenceOf(error, failed));
        return;
      }
      await retry();
    },
    async signOut() {
      await service?.connected.signIn.signOut();
      number += 1;
      signedOut?.();
      out();
    },
  };
}
