import type { ReadonlySignal } from "@preact/signals";
import { Frame } from "../../page/frame.tsx";
import { SignIn } from "../../page/sign-in.tsx";
import type { Evaluation, State } from "../state.ts";
import { Seen } from "./all-figures.tsx";

interface PageProps {
  readonly evaluation: Evaluation;
  readonly state: ReadonlySignal<State>;
  /** The current month, such as "2024-11". */
  readonly now: string;
}

const ABOUT = "This page compares the monthly snapshots of teams, for those who evaluate the trial. Sign in to see it.";

function Shown({
  evaluation,
  state,
  now,
}: {
  readonly evaluation: Evaluation;
  readonly state: State;
  readonly now: string;
}) {
  switch (state.is) {
    case "opening":
      return <p role="status">Loading …</p>;
    case "signing-in":
      return <p role="status">Signing in and fetching the figures …</p>;
    case "no-service":
      return <p>{state.sentence}</p>;
    case "signed-out":
      return (
        <SignIn
          about={ABOUT}
          demo="the demo evaluator"
          isDemo={state.isDemo}
          problem={state.problem}
          onSignIn={() => void evaluation.signIn()}
        />
      );
    case "not-an-evaluator":
      return (
        <p>
          You are signed in as {state.name}, without the role Evaluator that this page is for. Ask whoever administers
          the service; a team's own months are in the add-in's pane.
        </p>
      );
    case "failed":
      return (
        <>
          <p class="problem" role="alert">
            {state.sentence}
          </p>
          <button type="button" onClick={() => void evaluation.look()}>
            Try again
          </button>
        </>
      );
    case "seen":
      return <Seen evaluation={evaluation} seen={state.seen} now={now} />;
  }
}

/** The evaluation, whatever state it is in. */
export function Page({ evaluation, state, now }: PageProps) {
  const current = state.value;
  const name = current.is === "seen" || current.is === "not-an-evaluator" ? current.name : undefined;
  return (
    <Frame title="Evaluation of lead professionals" name={name} onSignOut={() => void evaluation.signOut()}>
      <Shown evaluation={evaluation} state={current} now={now} />
    </Frame>
  );
}
