/** `npm run golden -- FILE.json…`: works through files of worked cases and prints each that differs. */
import { readFileSync } from "node:fs";
import { differencesOf, type WorkedCases } from "./golden-cases.ts";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Which worked cases? npm run golden -- test/golden/cases.json");
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const path of files) {
  let file: WorkedCases;
  try {
    file = JSON.parse(readFileSync(path, "utf8")) as WorkedCases;
  } catch (error) {
    console.error(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : "no reason given"}`);
    process.exit(2);
  }
  for (const one of file.cases) {
    let lines: string[];
    try {
      lines = differencesOf(file, one);
    } catch (error) {
      lines = [error instanceof Error ? error.message : "it cannot be checked"];
    }
    if (lines.length === 0) passed += 1;
    else {
      failed += 1;
      console.log([`${file.title}: ${one.name}`, ...lines.map((line) => `  ${line}`)].join("\n"));
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
