import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseTree } from "custom-functions-metadata";
import { FUNCTIONS } from "../../addin/formulas/functions.ts";

const SOURCE = fileURLToPath(new URL("../../addin/formulas/functions.ts", import.meta.url));

/**
 * What Excel is told of the LP functions, from their own comments. Throws a sentence where the comments cannot be used,
 * or describe other functions than those that are associated.
 */
export function functionsJson(source = readFileSync(SOURCE, "utf8")): string {
  const { functions, associate, extras } = parseTree(source, SOURCE);
  const errors = extras.flatMap((extra) => extra.errors);
  if (errors.length > 0) throw new Error(`The functions' comments cannot be used: ${errors.join("; ")}`);
  const [described, associated] = [
    associate
      .map(({ id }) => id)
      .sort()
      .join(" "),
    Object.keys(FUNCTIONS).sort().join(" "),
  ];
  if (described !== associated)
    throw new Error(`The functions described (${described}) are not those associated (${associated}).`);
  // With it, error cells reach a function; without it Excel answers for it. Data types are not asked for: they come with
  // CustomFunctionsRuntime 1.4, and the manifest requires 1.3, so that a formula answers alike in every Excel that has it.
  return `${JSON.stringify({ allowErrorForDataTypeAny: true, functions }, null, 2)}\n`;
}
