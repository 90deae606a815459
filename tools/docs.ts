/** `npm run docs`: writes the generated references. A test fails when one of them is stale. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ruleReference } from "./docs/rule-reference.ts";

writeFileSync(fileURLToPath(new URL("../rules/README.md", import.meta.url)), ruleReference());
console.log("Wrote rules/README.md.");
