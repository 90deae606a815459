/** `npm run icons [-- FOLDER]`: draws the add-in's icons, into its own folder or another. A test fails when one of them is stale. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ICONS, ICONS_FOLDER } from "./icons/files.ts";
import { encodePng } from "./icons/png.ts";

const [folder = fileURLToPath(ICONS_FOLDER)] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const { file, size, pixels } of ICONS) writeFileSync(join(folder, file), encodePng(pixels(), size));
console.log(`Wrote ${ICONS.length} icons.`);
