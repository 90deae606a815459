/** `npm run icons`: draws the add-in's icons. A test fails when one of them is stale. */
import { mkdirSync, writeFileSync } from "node:fs";
import { ICONS, ICONS_FOLDER } from "./icons/files.ts";
import { encodePng } from "./icons/png.ts";

mkdirSync(ICONS_FOLDER, { recursive: true });
for (const { file, size, pixels } of ICONS) writeFileSync(new URL(file, ICONS_FOLDER), encodePng(pixels(), size));
console.log(`Wrote ${ICONS.length} icons.`);
