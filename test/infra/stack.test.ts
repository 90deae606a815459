import { readFileSync } from "node:fs";
import { Match } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { actionsOf, only, resources, statementsOf, templates } from "./support/templates.ts";

let made: ReturnType<typeof templates>;
beforeAll(() => {
  made = templates();
}, 60_000);

describe("what each function may do", () => {
  const TABLE = ["DeleteItem", "GetItem", "PutItem", "Query", "Scan"].map((action) => `dynamodb:${action}`);
  const KEY = [
    "Decrypt",
    "DescribeKey",
    "Encrypt",
    "GenerateDataKey",
    "GenerateDataKeyWithoutPlaintext",
    "ReEncryptFrom",
    "ReEncryptTo",
  ].map((action) => `kms:${action}`);
  const LOG = ["logs:CreateLogStream", "logs:PutLogEvents"];

  test.each([
    ["ApiRole", [...TABLE, "dynamodb:UpdateItem", ...KEY, ...LOG, "secretsmanager:GetSecretValue"]],
    ["MonthlyRole", [...TABLE, ...KEY, ...LOG, "sns:Publish"]],
  ])("%s has these rights and no other, each for one thing named", (role, expected) => {
    const statements = statementsOf(made.prod, role);
    expect(statements.flatMap(actionsOf).sort()).toEqual([...expected].sort());
    expect(statements.every(({ Effect }) => Effect === "Allow")).toBe(true);
    expect(JSON.stringify(statements.map(({ Resource }) => Resource))).not.toContain("*");
  });

  test("a function uses the key through the services that it uses, never by itself", () => {
    const services = (role: string) =>
      statementsOf(made.prod, role).find((one) => actionsOf(one).includes("kms:Decrypt"))?.Condition;
    const through = (...names: string[]) => ({
      StringEquals: { "kms:ViaService": names.map((name) => `${name}.eu-west-2.amazonaws.com`) },
    });
    expect(services("ApiRole")).toEqual(through("dynamodb", "secretsmanager"));
    expect(services("MonthlyRole")).toEqual(through("dynamodb", "sns"));
  });

  test("no role has one of AWS's own wide policies, and none may be taken on by a person", () => {
    for (const { Properties } of Object.values(resources(made.prod, "AWS::IAM::Role"))) {
      expect(Properties).not.toHaveProperty("ManagedPolicyArns");
      expect(JSON.stringify(Properties["AssumeRolePolicyDocument"])).toContain("lambda.amazonaws.com");
    }
  });

  test("both run on today's Node, on arm64, no more at once than they should", () => {
    const functions = Object.entries(resources(made.prod, "AWS::Lambda::Function"));
    const shown = functions.map(
      ([
        id,
        {
          Properties: { Runtime, Architectures, ReservedConcurrentExecutions },
        },
      ]) => [id.slice(0, 3), Runtime, Architectures, ReservedConcurrentExecutions],
    );
    expect(shown).toEqual([
      ["Api", "nodejs24.x", ["arm64"], 50],
      ["Mon", "nodejs24.x", ["arm64"], 1],
    ]);
  });

  test("both stages together reserve what the guide has somebody ask AWS for", () => {
    const reserved = [made.dev, made.prod].flatMap((template) =>
      Object.values(resources(template, "AWS::Lambda::Function")).map(
        ({ Properties }) => Properties["ReservedConcurrentExecutions"] as number,
      ),
    );
    const sum = reserved.reduce((total, one) => total + one, 0);
    const guide = readFileSync(new URL("../../docs/admin-guide.md", import.meta.url), "utf8");
    expect(guide).toContain(`${sum} for both stages in one account, and AWS insists on 100 left over, so ${sum + 100}`);
  });

  test("their logs are not kept for ever", () => {
    const logs = Object.values(resources(made.prod, "AWS::Logs::LogGroup"));
    expect(logs.map(({ Properties }) => Properties["RetentionInDays"])).toEqual([180, 180, 180]);
  });

  test("the month's run begins by itself", () => {
    made.prod.hasResourceProperties("AWS::Events::Rule", {
      ScheduleExpression: "cron(0 8 5-7 * ? *)",
      State: "ENABLED",
    });
  });
});

describe("the door", () => {
  test("every route below /api/v1 wants a token of the council's own tenant, for this service, with its scope", () => {
    made.prod.hasResourceProperties("AWS::ApiGatewayV2::Authorizer", {
      AuthorizerType: "JWT",
      JwtConfiguration: {
        Audience: ["00000000-0000-4000-8000-0000000000a2"],
        Issuer: "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000000/v2.0",
      },
      IdentitySource: ["$request.header.Authorization"],
    });
    const routes = Object.values(resources(made.prod, "AWS::ApiGatewayV2::Route")).map(({ Properties }) => [
      Properties["RouteKey"],
      Properties["AuthorizationType"],
    ]);
    expect(routes.sort()).toEqual([
      ["ANY /api/v1/{proxy+}", "JWT"],
      ["GET /api/health", "NONE"],
      ["GET /api/openapi.json", "NONE"],
    ]);
    made.prod.hasResourceProperties("AWS::ApiGatewayV2::Route", {
      AuthorizationType: "JWT",
      AuthorizationScopes: ["access_as_user"],
    });
  });

  test("the app is told the same tenant and audience, and checks by itself", () => {
    made.prod.hasResourceProperties("AWS::Lambda::Function", {
      Environment: {
        Variables: Match.objectLike({
          TOKEN_ISSUER: "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000000/v2.0",
          TOKEN_AUDIENCE: "00000000-0000-4000-8000-0000000000a2",
          TOKEN_SCOPE: "access_as_user",
        }),
      },
    });
  });

  test("callers are slowed down, and neither path, name nor address is logged", () => {
    const { Properties } = only(made.prod, "AWS::ApiGatewayV2::Stage");
    expect(Properties["DefaultRouteSettings"]).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
    const { Format } = Properties["AccessLogSettings"] as { readonly Format: string };
    expect(Format).toContain("$context.routeKey");
    expect(Format).not.toMatch(/\$context\.(path|identity|authorizer\.claims)/);
  });

  test("CloudFront and the function are given the same secret, by reference", () => {
    const reference = JSON.stringify({
      "Fn::Join": [
        "",
        [
          "{{resolve:secretsmanager:",
          { Ref: Object.keys(resources(made.prod, "AWS::SecretsManager::Secret"))[1] },
          ":SecretString:::}}",
        ],
      ],
    });
    const distribution = JSON.stringify(only(made.prod, "AWS::CloudFront::Distribution"));
    expect(distribution).toContain(
      `"OriginCustomHeaders":[{"HeaderName":"x-origin-secret","HeaderValue":${reference}}]`,
    );
    expect(JSON.stringify(resources(made.prod, "AWS::Lambda::Function"))).toContain(`"ORIGIN_SECRET":${reference}`);
  });
});

describe("an answer that says that something is wrong", () => {
  test("is kept by CloudFront for nobody else", () => {
    const { DistributionConfig } = only(made.prod, "AWS::CloudFront::Distribution").Properties as {
      readonly DistributionConfig: { readonly CustomErrorResponses?: readonly object[] };
    };
    expect(DistributionConfig.CustomErrorResponses).toEqual(
      [500, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
    );
  });
});

describe("who is told", () => {
  test("every alarm says in a sentence what is wrong and where to look, and reaches somebody", () => {
    const alarms = Object.values(resources(made.prod, "AWS::CloudWatch::Alarm"));
    expect(alarms).toHaveLength(7);
    for (const { Properties } of alarms) {
      expect(Properties["AlarmDescription"]).toMatch(/^Lead Professional \(prod\): [A-Z].{20,}\.$/);
      expect(Properties["AlarmActions"]).toHaveLength(1);
      expect(Properties["TreatMissingData"]).toBe("notBreaching");
    }
    made.prod.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "someone@example.gov.uk",
    });
  });

  test("CloudWatch may publish alarms, and use the key that they are encrypted with", () => {
    const cloudWatch = {
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
    };
    made.prod.hasResourceProperties("AWS::SNS::TopicPolicy", {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ ...cloudWatch, Action: "sns:Publish" })]) },
    });
    made.prod.hasResourceProperties("AWS::KMS::Key", {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({ ...cloudWatch, Action: ["kms:Decrypt", "kms:GenerateDataKey"] }),
        ]),
      },
    });
  });

  test("topics are encrypted with the council's key", () => {
    const topics = Object.values(resources(made.prod, "AWS::SNS::Topic"));
    expect(topics).toHaveLength(2);
    for (const { Properties } of topics) expect(Properties).toHaveProperty("KmsMasterKeyId");
  });
});

describe("the edge", () => {
  test("holds a firewall for CloudFront, which keeps no samples of requests, and takes a sheet's rows for no attack", () => {
    const { Properties } = only(made.edge, "AWS::WAFv2::WebACL");
    expect(Properties["Scope"]).toBe("CLOUDFRONT");
    const written = JSON.stringify(Properties);
    expect(written).not.toContain('"SampledRequestsEnabled":true');
    expect(written).toContain('"RuleActionOverrides":[{"ActionToUse":{"Count":{}},"Name":"SizeRestrictions_BODY"}]');
    expect(written).toContain('"RateBasedStatement":{"AggregateKeyType":"IP","Limit":20000}');
  });

  test("holds the certificate, and nothing that holds data", () => {
    const types = Object.values(made.edge.toJSON()["Resources"] as Record<string, { Type: string }>).map(
      ({ Type }) => Type,
    );
    expect(types.sort()).toEqual(["AWS::CertificateManager::Certificate", "AWS::WAFv2::WebACL"]);
    made.edge.hasResourceProperties("AWS::CertificateManager::Certificate", {
      DomainName: "lead.example.gov.uk",
      ValidationMethod: "DNS",
    });
  });
});

test("the template as a whole is what it was when it was last looked at", async () => {
  const written = JSON.stringify(made.prod.toJSON(), null, 2).replace(/[\da-f]{64}\.zip/g, "<hash of the bundle>.zip");
  await expect(`${written}\n`).toMatchFileSnapshot("prod.template.json");
});
