/**
 * `npm run validate [-- MANIFEST]`: asks Microsoft's own validator about a manifest, `dist/addin/manifest.xml` or another.
 * It needs the internet: the validator is fetched by npm, and asks a service of Microsoft's, which is sent the manifest.
 */
import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { logError } from "./microsoft/log-error.ts";
import { runTool } from "./microsoft/run-tool.ts";

const [given = "dist/addin/manifest.xml"] = process.argv.slice(2);
const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = resolve(root, given);

if (existsSync(manifest)) {
  console.log(
    `Asking Microsoft about ${relative(root, manifest)}. This needs the internet; of this machine the manifest alone is sent.`,
  );
  const code = await runTool("office-addin-manifest", "validate", manifest).catch(() => 1);
  if (code !== 0) {
    logError(
      "Microsoft did not accept the manifest, or could not be asked: what the validator says stands above. Without the internet it cannot be asked.",
    );
    process.exitCode = 1;
  }
} else {
  logError(`There is no ${given}. npm run build writes the add-in with its manifest, npm run release an archive.`);
  process.exitCode = 2;
}
