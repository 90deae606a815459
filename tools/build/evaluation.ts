import type { Deployment } from "../settings.ts";
import { buildWebPage } from "./web.ts";

/** Writes the evaluation's page into a folder. Drawing charts is a file of its own. */
export const buildEvaluation = (outdir: string, deployment?: Deployment): Promise<void> =>
  buildWebPage(
    outdir,
    {
      html: "addin/evaluation/evaluation.html",
      later: ["./charts.js"],
      entryPoints: {
        main: "addin/evaluation/main.tsx",
        charts: "addin/charts/charts-entry.ts",
        evaluation: "addin/evaluation/evaluation.css",
      },
    },
    deployment,
  );
