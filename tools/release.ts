/** `npm run release [-- STAGE [FOLDER]]`: builds what a stage of `cdk.json` (prod without one) is deployed with into one archive in `dist/release` or another folder. */
import { statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stagesOf } from "../infra/stage.ts";
import { cdkContext } from "./release/context.ts";
import { writeRelease } from "./release/write-release.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const [wanted = "prod", folder = join(root, "dist/release")] = process.argv.slice(2);

try {
  for (const stage of stagesOf(cdkContext()["stages"], wanted)) {
    const path = await writeRelease(stage, folder);
    console.log(`Wrote ${relative(root, path)} (${Math.round(statSync(path).size / 1024)} KB) for ${stage.domain}.`);
    console.log("Before its manifest is uploaded: npm run validate -- FOLDER/addin/manifest.xml, once it is unpacked.");
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : "The release cannot be written.");
  process.exitCode = 1;
}
