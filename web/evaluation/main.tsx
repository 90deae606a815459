/** The evaluation's page: what its HTML loads. */
import { render } from "preact";
import { openPageConnection, pageFetch } from "../../client/page/connection.ts";
import { openEvaluation } from "./evaluation.ts";
import { EvaluationPage } from "./parts/page.tsx";

/** Who looks, where a service runs for trying out. */
const DEMO_EVALUATOR = { name: "Demo Evaluator", roles: ["Evaluator"], teams: [] };

function thisMonth(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
}

const evaluation = openEvaluation({
  connection: openPageConnection(DEMO_EVALUATOR),
  fetch: pageFetch,
  month: thisMonth,
});
const root = document.getElementById("evaluation");
if (root) render(<EvaluationPage evaluation={evaluation} now={thisMonth()} />, root);
