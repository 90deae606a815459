import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deploymentApp } from "../../infra/app.ts";
import type { Stage } from "../../infra/stage.ts";
import { buildAddIn } from "../build/add-in.ts";
import { buildAdmin } from "../build/admin.ts";
import { buildEvaluation } from "../build/evaluation.ts";
import { bundle } from "../build/lambda.ts";
import { archiveOf, sha256 } from "./archive.ts";
import { cdkContext } from "./context.ts";
import { deploymentOf } from "./deployment.ts";
import { sbomOf, type Lock } from "./sbom.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), "utf8"));

/**
 * Builds everything that one stage is deployed with, anew, and writes it into a folder as one archive; gives the archive's path.
 * `cdk/` is what the CDK's own command deploys; `addin/`, `evaluation/` and `admin/` go into the bucket as they are.
 */
export async function writeRelease(stage: Stage, outdir: string): Promise<string> {
  const { version, license } = read("package.json") as { readonly version: string; readonly license: string };
  mkdirSync(outdir, { recursive: true });
  const work = mkdtempSync(join(outdir, "work-"));
  try {
    const deployment = deploymentOf(stage);
    const bundles = { api: join(work, "lambda/api"), monthly: join(work, "lambda/monthly") };
    await Promise.all([
      bundle("api", bundles.api),
      bundle("monthly", bundles.monthly),
      buildAddIn(join(work, "addin"), deployment),
      buildEvaluation(join(work, "evaluation"), deployment),
      buildAdmin(join(work, "admin"), deployment),
    ]);
    const { stacks } = deploymentApp({
      context: cdkContext(),
      outdir: join(work, "cdk"),
      bundles,
      stage: stage.name,
    }).synth();
    rmSync(join(work, "cdk/validation-report.json"), { force: true });
    // The acknowledgements keep where in our source they stand, by the whole path on this machine.
    for (const { id } of stacks) {
      const file = join(work, "cdk", `${id}.metadata.json`);
      writeFileSync(file, readFileSync(file, "utf8").replaceAll(root, ""));
    }
    writeFileSync(join(work, "sbom.cdx.json"), sbomOf(read("package-lock.json") as Lock, license));
    for (const file of ["LICENSE", "CHANGELOG.md"]) copyFileSync(join(root, file), join(work, file));

    const archive = archiveOf(work);
    const name = `lead-professional-${version}.zip`;
    writeFileSync(join(outdir, name), archive);
    writeFileSync(join(outdir, `${name}.sha256`), `${sha256(archive)}  ${name}\n`);
    return join(outdir, name);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
