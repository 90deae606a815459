/** `npm run build`: writes what is deployed into `dist/`. */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle, FUNCTIONS } from "./build/lambda.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
rmSync(`${dist}/lambda`, { recursive: true, force: true });
for (const name of Object.keys(FUNCTIONS) as (keyof typeof FUNCTIONS)[]) {
  await bundle(name, `${dist}/lambda/${name}`);
  console.log(`Wrote dist/lambda/${name}.`);
}
