/** `npm run build [-- FOLDER]`: writes what is deployed, and the workbench, into `dist/` or another folder. ADDIN_URL and the ENTRA_ settings say where the add-in is served. */
import { rmSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, FUNCTIONS } from "./build/lambda.ts";
import { buildPages } from "./build/pages.ts";
import { showSize } from "./build/size.ts";

const [dist = fileURLToPath(new URL("../dist", import.meta.url))] = process.argv.slice(2);
const name = basename(dist);
rmSync(`${dist}/lambda`, { recursive: true, force: true });
for (const one of Object.keys(FUNCTIONS) as (keyof typeof FUNCTIONS)[]) {
  await bundle(one, `${dist}/lambda/${one}`);
  console.log(`Wrote ${name}/lambda/${one}.`);
}
try {
  const sizes = await buildPages(dist);
  console.log(`Wrote ${name}/addin, ${name}/workbench, ${name}/evaluation and ${name}/admin.`);
  for (const [what, size] of Object.entries(sizes)) console.log(`  ${what}: ${showSize(size)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : "The pages cannot be built.");
  process.exitCode = 1;
}
