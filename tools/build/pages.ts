import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deployment } from "../settings.ts";
import { buildAddIn } from "./add-in.ts";
import { buildAdmin } from "./admin.ts";
import { buildEvaluation } from "./evaluation.ts";
import type { Size } from "./size.ts";
import { buildWorkbench } from "./workbench.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Everything that the pages are made from. */
const SOURCES = [
  "addin",
  "client",
  "rules",
  "ui",
  "web",
  "xlsx",
  "manifest.xml",
  "package-lock.json",
  "tools/build",
  "tools/sample",
];
/** What is built, each a folder of its own. */
const PAGES = ["addin", "workbench", "evaluation", "admin"];
/** Written last: a build that was broken off has none. */
const STAMP = "pages.sha256";

function filesIn(path: string): string[] {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path];
}

/** A hash of the sources' content: a date would say nothing after a change of branch. */
function hashOfSources(): string {
  const hash = createHash("sha256").update(JSON.stringify(deployment() ?? "here"));
  for (const file of SOURCES.flatMap((source) => filesIn(join(root, source)))) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Whether a folder holds the pages as today's sources make them. */
export function isBuilt(dist: string): boolean {
  const stamp = join(dist, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashOfSources();
}

/**
 * Builds the add-in, the workbench, the evaluation and the administration, each into its folder of `dist`; gives the sizes of the add-in's scripts.
 * What stood there stays until all is built: a server may be reading it.
 */
export async function buildPages(dist: string): Promise<Readonly<Record<string, Size>>> {
  mkdirSync(dist, { recursive: true });
  const work = mkdtempSync(join(dist, "pages-"));
  try {
    const hash = hashOfSources();
    const [sizes] = await Promise.all([
      buildAddIn(join(work, "addin"), deployment()),
      buildWorkbench(join(work, "workbench")),
      buildEvaluation(join(work, "evaluation"), deployment()),
      buildAdmin(join(work, "admin"), deployment()),
    ]);
    for (const made of [STAMP, ...PAGES]) rmSync(join(dist, made), { recursive: true, force: true });
    for (const made of PAGES) renameSync(join(work, made), join(dist, made));
    writeFileSync(join(dist, STAMP), hash);
    return sizes;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
