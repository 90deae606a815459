import { beforeAll, describe, expect, test } from "vitest";
import { specificationProblems, type WrittenTemplate } from "./support/specification.ts";
import { templates } from "./support/templates.ts";

let made: Readonly<Record<"dev" | "prod" | "edge", WrittenTemplate>>;
beforeAll(() => {
  const { dev, prod, edge } = templates();
  const written = (one: typeof dev): WrittenTemplate => one.toJSON() as unknown as WrittenTemplate;
  made = { dev: written(dev), prod: written(prod), edge: written(edge) };
}, 60_000);

/** The template of production with one property of one resource changed. */
function changed(type: string, change: (properties: Record<string, unknown>) => void): WrittenTemplate {
  const copy = structuredClone(made.prod);
  const [one] = Object.values(copy.Resources).filter(({ Type }) => Type === type);
  change(one?.Properties as Record<string, unknown>);
  return copy;
}

describe("the templates, by CloudFormation's published specification of resources", () => {
  test.each(["dev", "prod", "edge"] as const)(
    "have nothing in %s that it does not know, misses, or takes for another type",
    (which) => {
      expect(specificationProblems(made[which])).toEqual([]);
    },
  );

  test.each<readonly [string, string, (properties: Record<string, unknown>) => void, RegExp]>([
    [
      "a setting that there is not",
      "AWS::Lambda::Function",
      (one) => (one["Memory"] = 512),
      /\.Memory is not known\.$/,
    ],
    [
      "a setting of another type",
      "AWS::Lambda::Function",
      (one) => (one["MemorySize"] = "much"),
      /\.MemorySize is no integer\.$/,
    ],
    ["a setting that is missing", "AWS::Lambda::Function", (one) => delete one["Code"], /\.Code is missing\.$/],
    [
      "a misspelt setting deep within",
      "AWS::CloudFront::Distribution",
      (one) =>
        (one["DistributionConfig"] = {
          Enabled: true,
          DefaultCacheBehavior: { TargetOriginId: "one", ViewerProtocolPolicy: "https-only", Compres: true },
        }),
      /\.DistributionConfig\.DefaultCacheBehavior\.Compres is not known\.$/,
    ],
    [
      "a list in the place of a text",
      "AWS::SNS::Subscription",
      (one) => (one["Protocol"] = ["email"]),
      /\.Protocol is no string\.$/,
    ],
    [
      "what no resource gives",
      "AWS::SNS::Subscription",
      (one) => (one["TopicArn"] = { "Fn::GetAtt": ["Nowhere", "Arn"] }),
      /^Nowhere gives no Arn\.$/,
    ],
    [
      "what is nowhere",
      "AWS::SNS::Subscription",
      (one) => (one["TopicArn"] = { Ref: "Nowhere" }),
      /^Nowhere is nowhere\.$/,
    ],
  ])("would be caught with %s", (_what, type, change, sentence) => {
    expect(specificationProblems(changed(type, change))).toEqual([expect.stringMatching(sentence)]);
  });

  test("would be caught with a kind of resource that there is not", () => {
    const odd: WrittenTemplate = { Resources: { One: { Type: "AWS::Lambda::Functoin" } } };
    expect(specificationProblems(odd)).toEqual(["One: there is no AWS::Lambda::Functoin."]);
  });
});
