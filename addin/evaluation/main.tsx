/** The evaluation's page: what its HTML loads. */
import { render } from "preact";
import { connected, pageFetch } from "./connection.ts";
import { openEvaluation } from "./evaluation.ts";
import { Page } from "./parts/page.tsx";

function thisMonth(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
}

const evaluation = openEvaluation({ connection: connected(), fetch: pageFetch, month: thisMonth });
const root = document.getElementById("evaluation");
if (root) render(<Page evaluation={evaluation} state={evaluation.state} now={thisMonth()} />, root);
