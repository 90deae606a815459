/**
 * `npm run functions [-- FILE]`: writes down what Excel is told of the functions with the manifest's version of today. It is
 * refused where formulas that people have saved would break, or where the version has not risen with a change.
 */
import { writeFileSync } from "node:fs";
import { functionsJson } from "./build/functions-json.ts";
import { asReleased, RELEASED_FILE, releaseProblems } from "./build/released-functions.ts";
import { ADD_IN } from "./sample/add-in.ts";

const [file = RELEASED_FILE] = process.argv.slice(2);
const json = functionsJson();
const problems = releaseProblems(ADD_IN.version, json);
if (problems.length === 0) {
  writeFileSync(file, asReleased(ADD_IN.version, json));
  console.log(`Wrote down what Excel is told of the functions with version ${ADD_IN.version}.`);
} else {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
