import type { Ask } from "../../client/requests.ts";
import type { Switches, BrowserStorage } from "../../client/switches.ts";
import { isSignInProblem, type SignIn } from "../../client/sign-in/sign-in.ts";
import { NO_SERVICE } from "./failure.ts";
import type { Session } from "./session.ts";

export interface Connection {
  /** The service's address on this page's own server, such as "/api/v1". */
  readonly api: string;
  readonly signIn: SignIn;
}

/** What the page finds out while it opens. Nothing waits for it. */
export interface ServiceSetUp extends BrowserStorage {
  readonly connection: Connection | undefined;
  /** Why there is no connection though there should be one, as a sentence. */
  readonly problem?: string | undefined;
}

export interface SignInFlowNeeds {
  readonly opening: Promise<ServiceSetUp>;
  readonly session: Session;
  readonly switches: Switches;
  readonly askThrough: (connection: Connection) => Ask;
  /** Somebody is signed in. */
  readonly entered: () => Promise<void>;
  /** Nobody is signed in any more: what the service said goes with them. */
  readonly forget: () => void;
}

/** Signs in and out, the first time by itself where somebody was signed in when the pane was last open. */
export interface SignInFlow {
  /** Settles once the page knows whether there is a service, and who is signed in to it; never rejects. */
  readonly opened: Promise<void>;
  readonly connected: { readonly connection: Connection; readonly ask: Ask } | undefined;
  readonly signIn: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Nobody is signed in any more; `sentence` says why. */
  readonly leave: (sentence: string | undefined) => void;
}

export function createSignInFlow({
  opening,
  session,
  switches,
  askThrough,
  entered,
  forget,
}: SignInFlowNeeds): SignInFlow {
  let connected: SignInFlow["connected"];

  function leave(sentence: string | undefined): void {
    session.setSignIn("signed-out");
    forget();
    session.setProblem("checks", undefined);
    session.setProblem("reference", undefined);
    session.setProblem("sign-in", sentence);
  }
  async function enter(): Promise<void> {
    session.setSignIn("signed-in");
    session.setProblem("sign-in", undefined);
    switches.isSignedIn.value = true;
    await entered();
  }

  async function open(): Promise<void> {
    const { connection, storage, prefix, problem } = await opening;
    switches.open(storage, prefix);
    session.setProblem("page", problem);
    if (!connection) return;
    connected = { connection, ask: askThrough(connection) };
    session.setSignIn("signed-out");
    if (!switches.isSignedIn.peek()) return;
    session.setSignIn("signing-in");
    // Where nobody can be reached the person is still who they were: the service is asked again by itself.
    const isNobody = await connection.signIn.token().then(
      (token) => token === undefined,
      () => false,
    );
    if (session.state.peek() !== "signing-in") return;
    if (isNobody) session.setSignIn("signed-out");
    else await enter();
  }

  return {
    leave,
    get connected() {
      return connected;
    },
    opened: open().catch(() => {
      session.setProblem(
        "page",
        "The council's service cannot be used because of a fault in this add-in. Everything else works.",
      );
    }),
    async signIn() {
      await opening.catch(() => undefined);
      if (!connected) session.setProblem("sign-in", NO_SERVICE);
      if (!connected || session.state.peek() !== "signed-out") return;
      session.setSignIn("signing-in");
      try {
        await connected.connection.signIn.signIn();
      } catch (error) {
        session.setSignIn("signed-out");
        session.setProblem("sign-in", isSignInProblem(error) ? error.message : "Signing in did not work. Try again.");
        return;
      }
      if (session.state.peek() === "signing-in") await enter();
    },
    async signOut() {
      switches.isSignedIn.value = false;
      leave(undefined);
      // Whatever becomes of it, no token of this session is used again.
      await connected?.connection.signIn.signOut().catch(() => undefined);
    },
  };
}
