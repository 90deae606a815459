import { build, type BuildFailure, type BuildOptions } from "esbuild";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ADD_IN } from "../sample/add-in.ts";
import type { Deployment } from "../settings.ts";
import { functionsJson } from "./functions-json.ts";
import { LOCAL_BASE, manifestFor, manifestProblems } from "./manifest.ts";
import { settingsFor } from "./page-settings.ts";
import { releaseProblems } from "./released-functions.ts";
import { sizeOf, type Size } from "./size.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How what runs in Excel is bundled: for the browsers that Excel of 2021 and later brings with it. */
const ADD_IN_BUNDLE: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: "linked",
  sourcesContent: false,
  platform: "browser",
  target: "es2021",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "silent",
};

/**
 * The scripts and styles, each a file of its own. `addin.js` is a classic script: a module would associate the functions
 * after Excel has begun to call them. Signing in with Entra is loaded by whoever signs in, and what
 * draws charts by whoever looks at some.
 */
const BUNDLES: readonly BuildOptions[] = [
  { entryPoints: { addin: "addin/addin.ts" }, format: "iife", external: ["./entra.js", "./charts.js"] },
  { entryPoints: { entra: "client/sign-in/entra-entry.ts" }, format: "esm" },
  { entryPoints: { charts: "ui/charts/charts-entry.ts" }, format: "esm" },
  { entryPoints: { dialog: "client/sign-in/dialog.ts", relay: "client/sign-in/relay.ts" }, format: "iife" },
  { entryPoints: { pane: "addin/pane/pane.css" } },
];

/** What is copied as it is: from where, to which name. */
const COPIES: readonly (readonly [from: string, to: string])[] = [
  ["addin/pane/taskpane.html", "taskpane.html"],
  ["client/sign-in/dialog.html", "dialog.html"],
  ["client/sign-in/relay.html", "relay.html"],
  ["addin/shortcuts.json", "shortcuts.json"],
  ["addin/icons", "icons"],
  // Text, so that any browser shows it as it is.
  ["rules/README.md", "rules.txt"],
];

/** esbuild's first complaint, and where. */
function asSentence(failure: unknown): Error {
  const [first] = (failure as Partial<BuildFailure>).errors ?? [];
  if (!first) return failure instanceof Error ? failure : new Error("The add-in cannot be built.");
  const place = first.location ? ` (${first.location.file}:${first.location.line})` : "";
  return new Error(`The add-in cannot be built: ${first.text}${place}`);
}

/** Bundles as if into `dist/addin`, so that the maps name the same sources wherever the files are written. */
async function bundleInto(outdir: string, options: BuildOptions): Promise<void> {
  const { outputFiles } = await build({ ...ADD_IN_BUNDLE, ...options, outdir: join(root, "dist/addin"), write: false });
  for (const { path, contents } of outputFiles) writeFileSync(join(outdir, basename(path)), contents);
}

/** The functions alone, as Excel would have to load them without the pane. */
async function functionsAlone(): Promise<Size> {
  const { outputFiles } = await build({
    ...ADD_IN_BUNDLE,
    format: "iife",
    sourcemap: false,
    write: false,
    stdin: {
      contents: 'import { FUNCTIONS } from "./addin/formulas/functions.ts"; CustomFunctions.associate(FUNCTIONS);',
      resolveDir: root,
      loader: "ts",
    },
  });
  return sizeOf(outputFiles[0]?.contents ?? new Uint8Array());
}

/**
 * Writes the add-in into a folder, as it is served; gives the sizes of its scripts. Without a deployment it is for this
 * machine, where the server answers for the settings.
 */
export async function buildAddIn(outdir: string, deployment?: Deployment): Promise<Readonly<Record<string, Size>>> {
  const manifest = manifestFor(deployment?.base ?? LOCAL_BASE);
  const functions = functionsJson();
  const unreleasable = releaseProblems(ADD_IN.version, functions);
  if (unreleasable.length > 0) throw new Error(`The functions cannot go out. ${unreleasable.join(" ")}`);
  mkdirSync(outdir, { recursive: true });
  const alone = await Promise.all([functionsAlone(), ...BUNDLES.map((options) => bundleInto(outdir, options))]).then(
    ([size]) => size,
    (failure: unknown) => {
      throw asSentence(failure);
    },
  );
  for (const [from, to] of COPIES) cpSync(join(root, from), join(outdir, to), { recursive: true });
  writeFileSync(join(outdir, "functions.json"), functions);
  writeFileSync(join(outdir, "manifest.xml"), manifest);
  if (deployment) writeFileSync(join(outdir, "settings.json"), settingsFor(deployment));

  const read = (path: string): Uint8Array | undefined =>
    existsSync(join(outdir, path)) ? readFileSync(join(outdir, path)) : undefined;
  const problems = manifestProblems(manifest, read);
  if (problems.length > 0) throw new Error(`Office would not take the manifest. ${problems.join(" ")}`);
  const sizes = ["addin.js", "entra.js", "charts.js", "pane.css"].map(
    (file) => [file, sizeOf(readFileSync(join(outdir, file)))] as const,
  );
  return { ...Object.fromEntries(sizes), "the functions alone": alone };
}
