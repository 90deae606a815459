import { Match } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { only, resources, templates } from "./support/templates.ts";

let made: ReturnType<typeof templates>;
beforeAll(() => {
  made = templates();
}, 60_000);

describe("what is kept", () => {
  test("the table is encrypted with the council's key, recoverable to any second of 35 days, and cannot be deleted", () => {
    made.prod.hasResource("AWS::DynamoDB::Table", {
      DeletionPolicy: "Retain",
      Properties: {
        BillingMode: "PAY_PER_REQUEST",
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        SSESpecification: {
          SSEEnabled: true,
          SSEType: "KMS",
          KMSMasterKeyId: { "Fn::GetAtt": [Match.stringLikeRegexp("^Key"), "Arn"] },
        },
        TimeToLiveSpecification: { AttributeName: "e", Enabled: true },
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
      },
    });
  });

  test("the key is turned every year and, like the hash keys, outlives the stack", () => {
    made.prod.hasResource("AWS::KMS::Key", { DeletionPolicy: "Retain", Properties: { EnableKeyRotation: true } });
    const kept = Object.entries(resources(made.prod, "AWS::SecretsManager::Secret")).map(
      ([id, { DeletionPolicy }]) => `${id.slice(0, 8)} ${String(DeletionPolicy)}`,
    );
    expect(kept.sort()).toEqual(["HashKeys Retain", "OriginSe Delete"]);
  });

  test("a stage for trying things out can be thrown away whole", () => {
    made.dev.hasResource("AWS::DynamoDB::Table", {
      DeletionPolicy: "Delete",
      Properties: { DeletionProtectionEnabled: false },
    });
    expect(only(made.dev, "AWS::KMS::Key").DeletionPolicy).toBe("Delete");
  });

  test("no template holds a secret: the hash keys are made empty, and the origin's is generated where it is kept", () => {
    const [hashKeys, origin] = Object.values(resources(made.prod, "AWS::SecretsManager::Secret"));
    expect(Object.keys(hashKeys?.Properties ?? {}).sort()).toEqual(["Description", "KmsKeyId", "Tags"]);
    expect(origin?.Properties).toMatchObject({ GenerateSecretString: { PasswordLength: 48 } });
    expect(JSON.stringify(made.prod.toJSON())).not.toContain('SecretString":"');
  });

  test("no bucket is open to anyone, and none answers in the clear", () => {
    const buckets = Object.entries(resources(made.prod, "AWS::S3::Bucket"));
    expect(buckets).toHaveLength(2);
    const shut = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    for (const [id, { Properties }] of buckets) {
      expect(Properties["PublicAccessBlockConfiguration"]).toEqual(shut);
      expect(Properties).toHaveProperty("BucketEncryption");
      made.prod.hasResourceProperties("AWS::S3::BucketPolicy", {
        Bucket: { Ref: id },
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
          ]),
        },
      });
    }
    const allowed = Object.values(resources(made.prod, "AWS::S3::BucketPolicy"))
      .flatMap(
        ({ Properties }) =>
          (Properties["PolicyDocument"] as { Statement: { Effect: string; Principal: unknown }[] }).Statement,
      )
      .filter(({ Effect }) => Effect === "Allow");
    // CloudFront reads the files, and S3 writes its own log.
    expect(new Set(allowed.map(({ Principal }) => JSON.stringify(Principal)))).toEqual(
      new Set(['{"Service":"cloudfront.amazonaws.com"}', '{"Service":"logging.s3.amazonaws.com"}']),
    );
  });
});
