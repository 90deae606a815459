import { build, type BuildOptions } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * How a Lambda entry is bundled. `mainFields` and bundling the SDK both shorten the start (the SDK's ES modules
 * shake out, its copy in the runtime does not); what is loaded later stays in files of its own.
 */
export const LAMBDA: BuildOptions = {
  bundle: true,
  minify: true,
  splitting: true,
  sourcemap: "linked",
  sourcesContent: false,
  platform: "node",
  target: "node22",
  format: "esm",
  outExtension: { ".js": ".mjs" },
  mainFields: ["module", "main"],
  // The SDK still has modules that call `require`.
  banner: { js: 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);' },
  logLevel: "error",
};

/** The functions that are deployed: the folder of each bundle in `dist/lambda`, and its entry. */
export const FUNCTIONS = { api: "functions/api.ts", monthly: "functions/monthly.ts" } as const;

/**
 * Bundles one function into a folder; gives the list of every source file that went into it. It is bundled as if into `dist/lambda`: the
 * same sources make the same bytes wherever they are written, so that what is tested and what is deployed can be compared.
 */
export async function bundle(name: keyof typeof FUNCTIONS, outdir: string): Promise<string[]> {
  const { metafile, outputFiles } = await build({
    ...LAMBDA,
    absWorkingDir: root,
    entryPoints: { index: FUNCTIONS[name] },
    outdir: join(root, "dist/lambda", name),
    metafile: true,
    write: false,
  });
  mkdirSync(outdir, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(join(outdir, basename(path)), contents);
  return Object.keys(metafile.inputs);
}
