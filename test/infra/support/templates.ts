import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { deploymentApp } from "../../../infra/app.ts";
import { bundle } from "../../../tools/build/lambda.ts";
import { cdkContext } from "../../../tools/release/context.ts";

/** The bundles, made for these tests alone. */
export async function bundles(): Promise<{ readonly api: string; readonly monthly: string }> {
  const folder = mkdtempSync(join(tmpdir(), "lp-bundles-"));
  const made = { api: join(folder, "api"), monthly: join(folder, "monthly") };
  await Promise.all([bundle("api", made.api), bundle("monthly", made.monthly)]);
  return made;
}

/** Both stages, as `npm run synth` writes them but for the bundles, in whose place stands an empty file. */
export function templates() {
  const stub = mkdtempSync(join(tmpdir(), "lp-stub-"));
  writeFileSync(join(stub, "index.mjs"), "");
  const assembly = deploymentApp({
    context: cdkContext(),
    outdir: mkdtempSync(join(tmpdir(), "lp-cdk-")),
    bundles: { api: stub, monthly: stub },
  }).synth();
  const templateOf = (id: string): Template =>
    Template.fromJSON(assembly.getStackByName(id).template as Record<string, unknown>);
  return {
    dev: templateOf("LeadProfessional-dev"),
    prod: templateOf("LeadProfessional-prod"),
    edge: templateOf("LeadProfessionalEdge-prod"),
  };
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** The resources of a type, by their logical ids. */
export const resources = (template: Template, type: string): Readonly<Record<string, Resource>> =>
  template.findResources(type) as Record<string, Resource>;

/** The only resource of a type. */
export function only(template: Template, type: string): Resource {
  const [first, ...others] = Object.values(resources(template, type));
  if (!first || others.length > 0) throw new Error(`There are ${others.length + (first ? 1 : 0)} of ${type}.`);
  return first;
}

export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What the role of a function may do. */
export function statementsOf(template: Template, role: string): readonly Statement[] {
  const policies = Object.entries(resources(template, "AWS::IAM::Policy")).filter(([id]) => id.startsWith(role));
  return policies.flatMap(
    ([, { Properties }]) => (Properties["PolicyDocument"] as { readonly Statement: readonly Statement[] }).Statement,
  );
}

export const actionsOf = ({ Action }: Statement): readonly string[] => (typeof Action === "string" ? [Action] : Action);
