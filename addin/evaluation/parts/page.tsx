import type { ReadonlySignal } from "@preact/signals";
import type { Evaluation, State } from "../state.ts";
import { Seen } from "./seen.tsx";

interface PageProps {
  readonly evaluation: Evaluation;
  readonly state: ReadonlySignal<State>;
  /** The current month, such as "2024-11". */
  readonly now: string;
}

function SignIn({ evaluation, problem, isDemo }: { readonly evaluation: Evaluation; readonly problem: string | undefined; readonly isDemo: boolean }) {
  return (
    <>
      {problem !== undefined && <p class="problem" role="alert">{problem}</p>}
      <p>This page compares the monthly snapshots of teams, for those who evaluate the trial. Sign in to see it.</p>
      <button type="button" class="main" onClick={() => void evaluation.signIn()}>{isDemo ? "Sign in as the demo evaluator" : "Sign in"}</button>
    </>
  );
}

function Shown({ evaluation, state, now }: { readonly evaluation: Evaluation; readonly state: State; readonly now: string }) {
  switch (state.is) {
    case "opening": return <p role="status">Loading …</p>;
    case "signing-in": return <p role="status">Signing in and fetching the figures …</p>;
    case "no-service": return <p>{state.sentence}</p>;
    case "signed-out": return <SignIn evaluation={evaluation} problem={state.problem} isDemo={state.isDemo} />;
    case "not-an-evaluator":
      return <p>You are signed in as {state.name}, without the role Evaluator that this page is for. Ask whoever administers the service; a team's own months are in the add-in's pane.</p>;
    case "failed": return <><p class="problem" role="alert">{state.sentence}</p><button type="button" onClick={() => void evaluation.look()}>Try again</button></>;
    case "seen": return <Seen evaluation={evaluation} seen={state.seen} now={now} />;
  }
}

/** The evaluation, whatever state it is in. */
export function Page({ evaluation, state, now }: PageProps) {
  const current = state.value;
  const name = current.is === "seen" || current.is === "not-an-evaluator" ? current.name : undefined;
  return (
    <>
      <header>
        <h1>Evaluation of lead professionals</h1>
        {name !== undefined && <p class="who">Signed in as {name}. <button type="button" class="link" onClick={() => void evaluation.signOut()}>Sign out</button></p>}
      </header>
      <main><Shown evaluation={evaluation} state={current} now={now} /></main>
    </>
  );
}
