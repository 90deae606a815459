import { Page } from "../../page/page.tsx";
import type { Evaluation } from "../evaluation.ts";
import { AllFigures } from "./all-figures.tsx";

interface EvaluationPageProps {
  readonly evaluation: Evaluation;
  /** The current month, such as "2024-11". */
  readonly now: string;
}

const ABOUT = "This page compares the monthly snapshots of teams, for those who evaluate the trial. Sign in to see it.";

const withoutRole = (name: string): string =>
  `You are signed in as ${name}, without the role Evaluator that this page is for. Ask whoever administers the service; a team's own months are in the add-in's pane.`;

/** The evaluation, whatever state it is in. */
export const EvaluationPage = ({ evaluation, now }: EvaluationPageProps) => (
  <Page
    title="Evaluation of lead professionals"
    about={ABOUT}
    demo="the demo evaluator"
    signingIn="Signing in and fetching the figures …"
    withoutRole={withoutRole}
    session={evaluation}
  >
    {(figures) => <AllFigures evaluation={evaluation} of={figures} now={now} />}
  </Page>
);
