/** `npm run docs [-- FOLDER]`: writes the generated references, into the project or below a folder. A test fails when one of them is stale. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureReference } from "./docs/measure-reference.ts";
import { ruleReference } from "./docs/rule-reference.ts";

const [root = fileURLToPath(new URL("..", import.meta.url))] = process.argv.slice(2);
const REFERENCES = { "rules/README.md": ruleReference, "docs/measures.md": measureReference };

for (const [page, written] of Object.entries(REFERENCES)) {
  const path = join(root, page);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, written());
  console.log(`Wrote ${page}.`);
}
