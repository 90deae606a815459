/** `npm run sample [-- FILE]`: writes the sample workbook, the same bytes every time, to its own place or another. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { writeWorkbook } from "../xlsx/write-workbook.ts";
import { SAMPLE_FILE } from "./sample/file.ts";
import { sampleWorkbook } from "./sample/workbook.ts";

const bytes = writeWorkbook(sampleWorkbook());
const [file = fileURLToPath(SAMPLE_FILE)] = process.argv.slice(2);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, bytes);
console.log(`Wrote the sample workbook, ${Math.ceil(bytes.length / 1024)} KB.`);
