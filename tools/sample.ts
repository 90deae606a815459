/** `npm run sample`: writes the sample workbook; the same bytes every time. */
import { mkdirSync, writeFileSync } from "node:fs";
import { writeWorkbook } from "../xlsx/write-workbook.ts";
import { SAMPLE_FILE } from "./sample/file.ts";
import { sampleWorkbook } from "./sample/workbook.ts";

const bytes = writeWorkbook(sampleWorkbook());
mkdirSync(new URL(".", SAMPLE_FILE), { recursive: true });
writeFileSync(SAMPLE_FILE, bytes);
console.log(`Wrote the sample workbook, ${Math.ceil(bytes.length / 1024)} KB.`);
