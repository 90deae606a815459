import { signal, type ReadonlySignal } from "@preact/signals";
import { readMe } from "../../client/answers.ts";
import { pageClock, type Clock } from "../../client/clock.ts";
import type { Ask } from "../../client/requests.ts";
import type { Fetch } from "../../client/sign-in/sign-in.ts";
import { Unanswered } from "../../client/unanswered.ts";
import { askingThrough } from "../../client/page/asking.ts";
import type { Connected } from "../../client/page/connection.ts";
import { sentenceOf } from "../../client/page/sentence.ts";
import { auditDesk, type AuditDesk } from "./audit/audit-trail.ts";
import { membersDesk, type MembersDesk } from "./members/members-editor.ts";
import { policyDesk, type PolicyDesk } from "./policy/policy-editor.ts";
import { registerDesk, type RegisterDesk } from "./register/register-editor.ts";

/** What an administrator works with. */
export interface Desks {
  readonly policy: PolicyDesk;
  readonly register: RegisterDesk;
  readonly members: MembersDesk;
  readonly audit: AuditDesk;
}

/** What the page shows: one of these at a time. */
export type State =
  | { readonly is: "opening" }
  /** There is no service here, or it cannot be used. */
  | { readonly is: "no-service"; readonly sentence: string }
  | { readonly is: "signed-out"; readonly problem: string | undefined; readonly isDemo: boolean }
  | { readonly is: "signing-in" }
  | { readonly is: "not-an-admin"; readonly name: string }
  | { readonly is: "failed"; readonly sentence: string }
  | { readonly is: "open"; readonly name: string; readonly desks: Desks };

export interface Admin {
  readonly state: ReadonlySignal<State>;
  signIn(): Promise<void>;
  signOut(): Promise<void>;
  /** Asks again who is signed in. */
  retry(): Promise<void>;
}

export interface AdminNeeds {
  readonly connection: Promise<Connected | string>;
  readonly fetch: Fetch;
  /** An ISO date. */
  readonly today: () => string;
  readonly clock?: Clock;
}

const FAILED = "The page could not be opened. Try again later.";
const EXPIRED = "You have been signed out. Sign in again: what you had not sent yet is still here.";

/** What the administration's page does; it shows `state`. */
export function openAdmin({ connection, fetch, today, clock = pageClock }: AdminNeeds): Admin {
  const state = signal<State>({ is: "opening" });
  let session = 0;
  let open: { readonly connected: Connected; readonly ask: Ask } | undefined;
  /** Kept while nobody has signed out, so that a token that ends takes nothing with it that was typed. */
  let kept: { readonly name: string; readonly desks: Desks } | undefined;

  const out = (problem?: string): void => {
    state.value = { is: "signed-out", problem, isDemo: open?.connected.isDemo ?? false };
  };

  void connection.then((connected) => {
    if (typeof connected === "string") {
      state.value = { is: "no-service", sentence: connected };
      return;
    }
    open = {
      connected,
      ask: askingThrough({
        connected,
        fetch,
        clock,
        expired: () => {
          out(EXPIRED);
        },
        session: () => session,
      }),
    };
    out();
  });

  const desksFor = (ask: Ask): Desks => ({
    policy: policyDesk(ask, today),
    register: registerDesk(ask, today),
    members: membersDesk(ask, today),
    audit: auditDesk(ask),
  });

  async function retry(): Promise<void> {
    if (!open) return;
    const began = session;
    state.value = { is: "signing-in" };
    try {
      const { name, roles } = readMe((await open.ask({ method: "GET", path: "/me" })).json);
      if (session !== began) return;
      if (!roles.includes("Admin")) {
        state.value = { is: "not-an-admin", name };
        return;
      }
      kept = kept?.name === name ? kept : { name, desks: desksFor(open.ask) };
      state.value = { is: "open", ...kept };
    } catch (error) {
      if (session !== began || (error instanceof Unanswered && error.why === "signed-out")) return;
      state.value = { is: "failed", sentence: sentenceOf(error, FAILED) };
    }
  }

  return {
    state,
    retry,
    async signIn() {
      if (!open) return;
      state.value = { is: "signing-in" };
      try {
        await open.connected.signIn.signIn();
      } catch (error) {
        out(sentenceOf(error, FAILED));
        return;
      }
      await retry();
    },
    async signOut() {
      await open?.connected.signIn.signOut();
      session += 1;
      kept = undefined;
      out();
    },
  };
}
