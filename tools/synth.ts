/**
 * `npm run synth [-- STAGE [FOLDER]]`: bundles the functions and writes the CloudFormation templates into `cdk/` of `dist/` or another folder. Needs neither network nor
 * credentials. The CDK's own command runs it too (`cdk.json`).
 */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deploymentApp } from "../infra/app.ts";
import { outdir } from "../infra/settings.ts";
import { bundle } from "./build/lambda.ts";
import { cdkContext } from "./release/context.ts";

const [stage, dist = fileURLToPath(new URL("../dist", import.meta.url))] = process.argv.slice(2);

try {
  const bundles = { api: `${dist}/lambda/api`, monthly: `${dist}/lambda/monthly` };
  for (const name of ["api", "monthly"] as const) {
    rmSync(bundles[name], { recursive: true, force: true });
    await bundle(name, bundles[name]);
  }
  const to = outdir(`${dist}/cdk`);
  rmSync(to, { recursive: true, force: true });
  const { stacks } = deploymentApp({
    context: cdkContext(),
    outdir: to,
    bundles,
    ...(stage === undefined ? {} : { stage }),
  }).synth();
  for (const { templateFile } of stacks) console.log(`Wrote ${templateFile}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : "The templates cannot be written.");
  process.exitCode = 1;
}
