import { RemovalPolicy, type Stack, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { issuerOf, type Functions } from "./functions.ts";
import { SCOPE, type Stage } from "./stage.ts";

export type Api = ReturnType<typeof addApi>;

/** What is logged of a request: the route and how it ended; neither its path, nor who asked, nor from where. */
const LOGGED = {
  at: "$context.requestTime",
  id: "$context.requestId",
  route: "$context.routeKey",
  status: "$context.status",
  error: "$context.error.message",
  refusedBy: "$context.authorizer.error",
  milliseconds: "$context.responseLatency",
};

/** The door to the API function. Tokens are verified here first, and again by the app, which does not count on it. */
export function addApi(stack: Stack, stage: Stage, { api }: Pick<Functions, "api">) {
  const httpApi = new HttpApi(stack, "HttpApi", {
    description: `The service of Lead Professional (${stage.name})`,
    createDefaultStage: false,
  });
  const integration = new HttpLambdaIntegration("ApiIntegration", api);
  httpApi.addRoutes({
    path: "/api/v1/{proxy+}",
    methods: [HttpMethod.ANY],
    integration,
    authorizer: new HttpJwtAuthorizer("Entra", issuerOf(stage), { jwtAudience: [stage.apiClientId] }),
    authorizationScopes: [SCOPE],
  });
  const open = ["/api/health", "/api/openapi.json"].flatMap((path) =>
    httpApi.addRoutes({ path, methods: [HttpMethod.GET], integration }),
  );
  for (const route of open) {
    Validations.of(route).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "Whether the service is well and how it is spoken to are for anyone to see; neither says anything about a child or a member of staff.",
    });
  }

  const log = new LogGroup(stack, "AccessLog", {
    retention: stage.keepsData ? RetentionDays.SIX_MONTHS : RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const httpStage = new HttpStage(stack, "HttpStage", {
    httpApi,
    stageName: "$default",
    autoDeploy: true,
    // For all callers together: some thirty managers checking at once, with room to spare.
    throttle: { rateLimit: 50, burstLimit: 100 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
    },
  });
  return { httpApi, httpStage };
}
