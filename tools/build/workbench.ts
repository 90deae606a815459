import { build, type BuildOptions } from "esbuild";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ADD_IN } from "../sample/add-in.ts";
import { SAMPLE_FILE } from "../sample/file.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const WORKBENCH: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: "browser",
  target: "es2022",
  logLevel: "error",
  define: { ADD_IN: JSON.stringify(ADD_IN), "process.env.NODE_ENV": '"production"' },
};

/** Writes the workbench's page into a folder, with the sample workbook that it opens first. */
export async function buildWorkbench(outdir: string): Promise<void> {
  mkdirSync(outdir, { recursive: true });
  const page = (name: string): string => `web/workbench/page/${name}`;
  await Promise.all([
    // Split, as the grid loads the hyphenation of each language only where it is wanted.
    build({
      ...WORKBENCH,
      entryPoints: { main: page("main.ts") },
      outdir,
      format: "esm",
      splitting: true,
      chunkNames: "part-[hash]",
    }),
    build({ ...WORKBENCH, entryPoints: { page: page("page.css") }, outdir }),
    build({
      ...WORKBENCH,
      entryPoints: { office: page("office.ts"), answer: page("answer.ts") },
      outdir,
      format: "iife",
    }),
  ]);
  cpSync(join(root, page("index.html")), join(outdir, "index.html"));
  cpSync(fileURLToPath(SAMPLE_FILE), join(outdir, "allocations.xlsx"));
}
