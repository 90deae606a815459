import { build, type BuildOptions } from "esbuild";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deployment } from "../settings.ts";
import { settingsFor } from "./page-settings.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const from = (name: string): string => `addin/evaluation/${name}`;

const BUNDLE: BuildOptions = {
  absWorkingDir: root, bundle: true, minify: true, platform: "browser", target: "es2022", format: "esm",
  jsx: "automatic", jsxImportSource: "preact", logLevel: "error",
};

/** Writes the evaluation's page into a folder. Signing in with Entra and drawing charts are files of their own. */
export async function buildEvaluation(outdir: string, deployment?: Deployment): Promise<void> {
  mkdirSync(outdir, { recursive: true });
  await build({
    ...BUNDLE, outdir, external: ["./entra.js", "./charts.js"],
    entryPoints: { main: from("main.tsx"), entra: from("entra-entry.ts"), charts: "addin/charts/charts-entry.ts", "signed-in": from("signed-in.ts"), evaluation: from("evaluation.css") },
  });
  for (const page of ["evaluation.html", "signed-in.html"]) cpSync(join(root, from(page)), join(outdir, page));
  if (deployment) writeFileSync(join(outdir, "settings.json"), settingsFor(deployment));
}
