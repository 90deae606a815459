import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stack, Validations } from "aws-cdk-lib";
import { CfnBucket } from "aws-cdk-lib/aws-s3";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { deploymentApp } from "../../infra/app.ts";
import { sha256 } from "../../tools/release/archive.ts";
import { cdkContext } from "../../tools/release/context.ts";
import { bundles } from "./support/templates.ts";

let made: Awaited<ReturnType<typeof bundles>>;
beforeAll(async () => {
  made = await bundles();
}, 60_000);
// The CDK says by the exit code that a check found something.
afterEach(() => {
  process.exitCode = undefined;
});

const prod = () => {
  const outdir = mkdtempSync(join(tmpdir(), "lp-cdk-"));
  return { outdir, app: deploymentApp({ context: cdkContext(), outdir, bundles: made, stage: "prod" }) };
};

describe("the checks of AwsSolutions", () => {
  test("find nothing in the templates that is not acknowledged", () => {
    const { app } = prod();
    expect(app.synth().stacks.map(({ id }) => id)).toEqual(["LeadProfessionalEdge-prod", "LeadProfessional-prod"]);
    expect(process.exitCode).toBeUndefined();
  });

  test("do look: with a bucket that nobody has thought about there are no templates", () => {
    const { app } = prod();
    const main = app.node.children
      .filter((child) => Stack.isStack(child))
      .find(({ stackName }) => stackName === "LeadProfessional-prod");
    if (!main) throw new Error("There is no such stack.");
    new CfnBucket(main, "Unthought");
    expect(() => app.synth()).toThrow(/LeadProfessional-prod\/Unthought[\s\S]*AwsSolutions-S1/);
  });

  test("are acknowledged where these six stand and nowhere else, each with its reason", () => {
    const { app } = prod();
    const acknowledged = app.node.findAll().flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) =>
          Object.entries(data as Record<string, string>).map(([rule, reason]) => ({
            at: `${node.path} ${rule.replace("Annotation::", "")}`,
            reason,
          })),
        )
        // The library's own, for its own template.
        .filter(({ at }) => at.includes("AwsSolutions")),
    );
    expect(acknowledged.map(({ at }) => at.replace("LeadProfessional-prod/", "")).sort()).toEqual([
      "Distribution AwsSolutions-CFR1",
      "HashKeys AwsSolutions-SMG4",
      "HttpApi/GET--api--health AwsSolutions-APIG4",
      "HttpApi/GET--api--openapi.json AwsSolutions-APIG4",
      "OriginSecret AwsSolutions-SMG4",
      "WebLogs AwsSolutions-S1",
    ]);
    for (const { reason } of acknowledged) expect(reason).toMatch(/^[A-Z].{40,}\.$/);
  });
});

const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, sha256(new Uint8Array(readFileSync(join(folder, name))))]),
  );

describe("what the templates deploy", () => {
  test("is, byte for byte, the bundles that run behind AWS's own runtime client in the tests", () => {
    const { app, outdir } = prod();
    const template = app.synth().getStackByName("LeadProfessional-prod").template as {
      Resources: Record<string, { Type: string; Properties: { Code?: { S3Key: string } } }>;
    };
    const keys = Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) =>
      Type === "AWS::Lambda::Function" ? [[id, Properties.Code?.S3Key ?? ""] as const] : [],
    );
    expect(keys).toHaveLength(2);
    for (const [id, key] of keys) {
      const asset = join(outdir, `asset.${key.replace(".zip", "")}`);
      expect(contentOf(asset)).toEqual(contentOf(id.startsWith("Api") ? made.api : made.monthly));
      expect(readdirSync(asset)).toEqual(expect.arrayContaining(["index.mjs", "index.mjs.map"]));
    }
  });

  test("is the same wherever it is bundled", async () => {
    const again = await bundles();
    expect(contentOf(again.api)).toEqual(contentOf(made.api));
    expect(contentOf(again.monthly)).toEqual(contentOf(made.monthly));
  });
});
