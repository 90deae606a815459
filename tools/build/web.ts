import { build } from "esbuild";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deployment } from "../settings.ts";
import { settingsFor } from "./page-settings.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface WebPage {
  /** Its HTML, from the project's folder. */
  readonly html: string;
  /** The page's own scripts and styles. */
  readonly entryPoints: Readonly<Record<string, string>>;
  /** Scripts that are loaded later, as the page names them. */
  readonly later?: readonly string[];
}

/** Writes a page of the browser, outside Excel, into a folder; with signing in with Entra as files of their own. */
export async function buildWebPage(
  outdir: string,
  { html, entryPoints, later = [] }: WebPage,
  deployment?: Deployment,
): Promise<void> {
  mkdirSync(outdir, { recursive: true });
  await build({
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: "browser",
    target: "es2022",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "error",
    outdir,
    external: ["./entra.js", ...later],
    entryPoints: { ...entryPoints, entra: "client/page/entra-entry.ts", "signed-in": "client/page/signed-in.ts" },
  });
  for (const page of [html, "client/page/signed-in.html"]) cpSync(join(root, page), join(outdir, basename(page)));
  if (deployment) writeFileSync(join(outdir, "settings.json"), settingsFor(deployment));
}
