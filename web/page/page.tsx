import type { ComponentChildren } from "preact";
import { Frame } from "./frame.tsx";
import type { PageSession } from "./session.ts";
import { SignIn } from "./sign-in.tsx";

interface PageProps<Content> {
  readonly title: string;
  /** What the page is for, said before anybody signs in. */
  readonly about: string;
  /** Who may sign in where a service runs for trying out, such as "the demo evaluator". */
  readonly demo: string;
  readonly signingIn: string;
  /** What is said to somebody who has signed in without the role that the page is for. */
  readonly withoutRole: (name: string) => string;
  readonly session: Pick<PageSession<Content>, "state" | "signIn" | "signOut" | "retry">;
  readonly children: (content: Content) => ComponentChildren;
}

function Current<Content>({ about, demo, signingIn, withoutRole, session, children }: PageProps<Content>) {
  const state = session.state.value;
  switch (state.is) {
    case "opening":
      return <p role="status">Loading …</p>;
    case "signing-in":
      return <p role="status">{signingIn}</p>;
    case "no-service":
      return <p>{state.sentence}</p>;
    case "signed-out":
      return (
        <SignIn
          about={about}
          demo={demo}
          isDemo={state.isDemo}
          problem={state.problem}
          onSignIn={() => void session.signIn()}
        />
      );
    case "without-role":
      return <p>{withoutRole(state.name)}</p>;
    case "failed":
      return (
        <>
          <p class="problem" role="alert">
            {state.sentence}
          </p>
          <button type="button" onClick={() => void session.retry()}>
            Try again
          </button>
        </>
      );
    case "open":
      return <>{children(state.content)}</>;
  }
}

/** A page of the browser, whatever state it is in. */
export function Page<Content>(props: PageProps<Content>) {
  const state = props.session.state.value;
  const name = state.is === "open" || state.is === "without-role" ? state.name : undefined;
  return (
    <Frame title={props.title} name={name} onSignOut={() => void props.session.signOut()}>
      <Current {...props} />
    </Frame>
  );
}
