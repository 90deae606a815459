import { CfnOutput, RemovalPolicy, type Stack, Validations } from "aws-cdk-lib";
import { AttributeType, BillingMode, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { CfnSecret, Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { Stage } from "./stage.ts";

export type Data = ReturnType<typeof addData>;

/** What is kept: the table, the secrets and the topics, under one key of the council's own. */
export function addData(stack: Stack, { name, keepsData }: Stage) {
  const removalPolicy = keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

  const key = new Key(stack, "Key", {
    description: `Encrypts what Lead Professional (${name}) keeps`,
    alias: `alias/lead-professional-${name}`,
    enableKeyRotation: true,
    removalPolicy,
  });
  // Alarms are published by CloudWatch itself, which is nobody in this account.
  const cloudWatch = new ServicePrincipal("cloudwatch.amazonaws.com");
  const ofThisAccount = { StringEquals: { "aws:SourceAccount": stack.account } };
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [cloudWatch],
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: ["*"],
      conditions: ofThisAccount,
    }),
  );

  const table = new Table(stack, "Table", {
    partitionKey: { name: "pk", type: AttributeType.STRING },
    sortKey: { name: "sk", type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    // The attribute in which functions/store writes the second of expiry.
    timeToLiveAttribute: "e",
    deletionProtection: keepsData,
    removalPolicy,
  });

  // Made empty, because its form (a version and its 32 random bytes) is nothing that CloudFormation can generate; `npm run hash-key` makes
  // what belongs in it. A CfnSecret, because any other would be filled with a password.
  const hashKeys = new CfnSecret(stack, "HashKeys", {
    description: `The keys that Lead Professional (${name}) hashes child references with, by version`,
    kmsKeyId: key.keyArn,
  });
  hashKeys.applyRemovalPolicy(removalPolicy);
  Validations.of(hashKeys).acknowledge({
    id: "AwsSolutions-SMG4",
    reason:
      "A child hashed with one key is not found by another: keys are added by hand when there is cause to, and none is ever taken away.",
  });

  const originSecret = new Secret(stack, "OriginSecret", {
    description: `What CloudFront proves itself by to the service of Lead Professional (${name})`,
    encryptionKey: key,
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
  });
  Validations.of(originSecret).acknowledge({
    id: "AwsSolutions-SMG4",
    reason:
      "CloudFront and the function must change over together, which a deployment does and a rotation cannot. It opens no data: people sign in besides.",
  });

  const reminders = new Topic(stack, "Reminders", {
    displayName: "Lead Professional",
    masterKey: key,
    enforceSSL: true,
  });
  const alarmTopic = new Topic(stack, "AlarmTopic", {
    displayName: "Lead Professional alarms",
    masterKey: key,
    enforceSSL: true,
  });

  // Asking for encryption on the way gave the topic a policy, in which nobody else may publish unless it says so.
  alarmTopic.addToResourcePolicy(
    new PolicyStatement({
      principals: [cloudWatch],
      actions: ["sns:Publish"],
      resources: [alarmTopic.topicArn],
      conditions: ofThisAccount,
    }),
  );

  new CfnOutput(stack, "TableName", { value: table.tableName });
  new CfnOutput(stack, "HashKeySecret", {
    value: hashKeys.ref,
    description: "Where the first hash key goes, before anybody sends a snapshot",
  });
  new CfnOutput(stack, "ReminderTopic", {
    value: reminders.topicArn,
    description: "What managers subscribe to for the monthly reminder",
  });
  return { key, table, hashKeys, originSecret, reminders, alarmTopic };
}
