import type { Deployment } from "../settings.ts";
import { buildWebPage } from "./web.ts";

/** Writes the evaluation's page into a folder. Drawing charts is a file of its own. */
export const buildEvaluation = (outdir: string, deployment?: Deployment): Promise<void> =>
  buildWebPage(
    outdir,
    {
      html: "web/evaluation/evaluation.html",
      later: ["./charts.js"],
      entryPoints: {
        main: "web/evaluation/main.tsx",
        charts: "ui/charts/charts-entry.ts",
        evaluation: "web/evaluation/evaluation.css",
      },
    },
    deployment,
  );
