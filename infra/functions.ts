import { Duration, RemovalPolicy, type Stack } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFn, type FunctionProps, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Data } from "./data.ts";
import { SCOPE, type Stage } from "./stage.ts";

export type Functions = ReturnType<typeof addFunctions>;

/** What DynamoDB asks of its key on behalf of whoever reads or writes; the other services ask for less. */
const KEY_ACTIONS = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

export const issuerOf = ({ tenantId }: Stage): string => `https://login.microsoftonline.com/${tenantId}/v2.0`;

export function addFunctions(
  stack: Stack,
  stage: Stage,
  bundles: { readonly api: string; readonly monthly: string },
  data: Data,
) {
  const { key, table, hashKeys, originSecret, reminders } = data;

  /** The key is of use to a function through these services alone, never by itself. */
  const mayUseKey = (...services: string[]) =>
    new PolicyStatement({
      actions: KEY_ACTIONS,
      resources: [key.keyArn],
      conditions: {
        StringEquals: { "kms:ViaService": services.map((service) => `${service}.${stack.region}.amazonaws.com`) },
      },
    });
  const may = (actions: string[], resource: string) => new PolicyStatement({ actions, resources: [resource] });

  /** A function with a role of its own, which may do what is listed and write its own log. */
  function functionOf(
    id: string,
    statements: readonly PolicyStatement[],
    props: Omit<FunctionProps, "runtime" | "handler" | "role">,
  ): LambdaFn {
    const logGroup = new LogGroup(stack, `${id}Log`, {
      retention: stage.keepsData ? RetentionDays.SIX_MONTHS : RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(stack, `${id}Role`, {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `What ${id} of ${stage.name} may do`,
    });
    logGroup.grantWrite(role);
    for (const statement of statements) role.addToPolicy(statement);
    return new LambdaFn(stack, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      role,
      logGroup,
      ...props,
    });
  }

  // The bundles come with source maps: a fault in the log names our own file and line.
  const environment = { TABLE_NAME: table.tableName, NODE_OPTIONS: "--enable-source-maps" };

  const api = functionOf(
    "Api",
    [
      may(
        [
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:Query",
          "dynamodb:Scan",
        ],
        table.tableArn,
      ),
      may(["secretsmanager:GetSecretValue"], hashKeys.ref),
      mayUseKey("dynamodb", "secretsmanager"),
    ],
    {
      description: "Answers the add-in: checks, snapshots, who leads, the policy and the register",
      code: Code.fromAsset(bundles.api),
      // The app itself answers for a request that takes longer than 25 seconds.
      timeout: Duration.seconds(29),
      memorySize: 1024,
      reservedConcurrentExecutions: stage.keepsData ? 50 : 5,
      environment: {
        ...environment,
        TOKEN_ISSUER: issuerOf(stage),
        TOKEN_AUDIENCE: stage.apiClientId,
        TOKEN_JWKS_URL: `https://login.microsoftonline.com/${stage.tenantId}/discovery/v2.0/keys`,
        TOKEN_SCOPE: SCOPE,
        HASH_KEY_SECRET: hashKeys.ref,
        // A reference that CloudFormation resolves when it deploys: the template does not hold the secret. Whoever may read
        // the function's settings can; they could read more already.
        ORIGIN_SECRET: originSecret.secretValue.unsafeUnwrap(),
      },
    },
  );

  const monthly = functionOf(
    "Monthly",
    [
      // It adds nothing up: counters alone are updated in place.
      may(
        ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:Query", "dynamodb:Scan"],
        table.tableArn,
      ),
      may(["sns:Publish"], reminders.topicArn),
      mayUseKey("dynamodb", "sns"),
    ],
    {
      description: "Reminds teams of the month's snapshot, and sweeps up after uploads",
      code: Code.fromAsset(bundles.monthly),
      timeout: Duration.minutes(5),
      memorySize: 512,
      // Two at a time could both begin a reminder.
      reservedConcurrentExecutions: 1,
      environment: { ...environment, REMINDER_TOPIC: reminders.topicArn },
    },
  );

  // The first run of a month reminds; the next two do so only if the one before broke off.
  new Rule(stack, "MonthlyRule", {
    description: "The first working days of a month have passed: who has not sent its snapshot?",
    schedule: Schedule.cron({ minute: "0", hour: "8", day: "5-7" }),
    targets: [new LambdaFunction(monthly)],
  });
  return { api, monthly };
}
