/** The whole deployment: for each stage a stack in London, and a small one where CloudFront's firewall and certificates must be. */
import { App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { EdgeStack } from "./edge.ts";
import { account } from "./settings.ts";
import { LeadProfessionalStack } from "./stack.ts";
import { stagesOf } from "./stage.ts";

export interface DeploymentOptions {
  /** What `cdk.json` says under `context`. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly outdir: string;
  /** The folders of the bundled functions. */
  readonly bundles: { readonly api: string; readonly monthly: string };
  /** One stage alone; all of them without it. */
  readonly stage?: string;
}

export function deploymentApp({ context, outdir, bundles, stage: wanted }: DeploymentOptions): App {
  // Without traces and tree: what is written says nothing of the machine that it was written on.
  const untraced = { "aws:cdk:disable-stack-trace": true, "aws:cdk:disable-creation-stack-traces": true };
  const app = new App({ context: { ...context, ...untraced }, outdir, analyticsReporting: false, treeMetadata: false });
  const asked: unknown = wanted ?? app.node.tryGetContext("stage");
  const where = account();
  for (const stage of stagesOf(app.node.tryGetContext("stages"), typeof asked === "string" ? asked : undefined)) {
    const env = where === undefined ? {} : { account: where };
    const edge = new EdgeStack(app, `LeadProfessionalEdge-${stage.name}`, stage, { ...env, region: "us-east-1" });
    const main = new LeadProfessionalStack(app, `LeadProfessional-${stage.name}`, stage, bundles, {
      ...env,
      region: "eu-west-2",
    });
    main.addStackDependency(edge, "It is told the firewall and the certificate.");
    Tags.of(edge).add("stage", stage.name);
    Tags.of(main).add("stage", stage.name);
  }
  // Whatever they find, and nobody has acknowledged where it stands, no template is made.
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
