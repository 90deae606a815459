/** `npm run build`: writes what is deployed into `dist/`. ADDIN_URL and the ENTRA_ settings say where the add-in is served. */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle, FUNCTIONS } from "./build/lambda.ts";
import { buildPages } from "./build/pages.ts";
import { showSize } from "./build/size.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
rmSync(`${dist}/lambda`, { recursive: true, force: true });
for (const name of Object.keys(FUNCTIONS) as (keyof typeof FUNCTIONS)[]) {
  await bundle(name, `${dist}/lambda/${name}`);
  console.log(`Wrote dist/lambda/${name}.`);
}
try {
  const sizes = await buildPages(dist);
  console.log("Wrote dist/addin, dist/workbench, dist/evaluation and dist/admin.");
  for (const [what, size] of Object.entries(sizes)) console.log(`  ${what}: ${showSize(size)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : "The pages cannot be built.");
  process.exitCode = 1;
}
