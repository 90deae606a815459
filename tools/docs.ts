/** `npm run docs`: writes the generated references. A test fails when one of them is stale. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { measureReference } from "./docs/measure-reference.ts";
import { ruleReference } from "./docs/rule-reference.ts";

writeFileSync(fileURLToPath(new URL("../rules/README.md", import.meta.url)), ruleReference());
console.log("Wrote rules/README.md.");
writeFileSync(fileURLToPath(new URL("../docs/measures.md", import.meta.url)), measureReference());
console.log("Wrote docs/measures.md.");
