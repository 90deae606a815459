import { CfnOutput, CfnParameter, Duration, RemovalPolicy, type Stack, Validations } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { addInHeaders, webPageHeaders } from "./response-headers.ts";
import { ORIGIN_HEADER } from "../functions/http/origin.ts";
import type { Api } from "./api.ts";
import { headersPolicy } from "./headers-policy.ts";
import type { Stage } from "./stage.ts";

/** CloudFront's JavaScript is ES 5.1 with a few later things, of which destructuring is none: it is written as ES 5.1 alone. */
const PAGE_OF_FOLDER = `function handler(event) {
  var request = event.request;
  request.uri += request.uri.split("/")[1] + ".html";
  return request;
}`;

/** Held as what it is: under our stricter reading of optional properties the CDK's own bucket does not fit what its own functions take. */
const bucketOf = (stack: Stack, id: string, props: BucketProps): IBucket => new Bucket(stack, id, props) as IBucket;

/** The add-in's files and the service at one address, as on one machine: `/addin/*`, `/evaluation/*`, `/admin/*`, `/api/*`. */
export function addWeb(stack: Stack, { domain, keepsData }: Stage, { httpApi }: Api, originSecret: Secret): void {
  // They are made in Virginia and named here by hand: carrying them over would take two more functions with rights of their own.
  const webAcl = new CfnParameter(stack, "WebAclArn", {
    allowedPattern: "arn:aws:wafv2:us-east-1:\\d{12}:global/webacl/.+",
    description: "WebAclArn, as the stack in us-east-1 gives it out",
  });
  const certificate = new CfnParameter(stack, "CertificateArn", {
    allowedPattern: "arn:aws:acm:us-east-1:\\d{12}:certificate/.+",
    description: "CertificateArn, as the stack in us-east-1 gives it out",
  });

  const isPrivate = {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  };
  const logs = bucketOf(stack, "WebLogs", {
    ...isPrivate,
    // CloudFront hands its logs over by access control lists.
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(90) }],
  });
  Validations.of(logs).acknowledge({
    id: "AwsSolutions-S1",
    reason: "This is where the logs are; a log of who reads logs would have to be somewhere too.",
  });
  const files = bucketOf(stack, "Files", {
    ...isPrivate,
    versioned: true,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: "files/",
  });

  const bucketOrigin = S3BucketOrigin.withOriginAccessControl(files);
  const filesCache = new CachePolicy(stack, "FilesCache", {
    comment: "A new version of the add-in is everywhere within five minutes",
    defaultTtl: Duration.minutes(5),
    minTtl: Duration.seconds(0),
    maxTtl: Duration.minutes(5),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
  const filesWith = (id: string, headers: Readonly<Record<string, string>>): BehaviorOptions => ({
    origin: bucketOrigin,
    cachePolicy: filesCache,
    responseHeadersPolicy: headersPolicy(stack, id, headers),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    compress: true,
  });
  const addInPage = filesWith("AddInPages", addInHeaders("taskpane.html"));
  const addInIcon = filesWith("AddInIcons", addInHeaders("icons/icon-16.png"));
  const addInByExcel = filesWith("AddInByExcel", addInHeaders("functions.json"));
  const addInFile = filesWith("AddInFiles", addInHeaders("pane.css"));
  // The evaluation's and the administration's, which are served alike.
  const webPage = filesWith("WebPages", webPageHeaders("evaluation.html"));
  const webFile = filesWith("WebFiles", webPageHeaders("main.js"));

  const service: BehaviorOptions = {
    origin: new HttpOrigin(`${httpApi.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders: { [ORIGIN_HEADER]: originSecret.secretValue.unsafeUnwrap() },
    }),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    // With it goes the authorization header; the host stays behind, by which API Gateway knows itself.
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    // A token that was sent in the clear should fail, not be sent again.
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  };

  const pageOfFolder = new EdgeFunction(stack, "PageOfFolder", {
    runtime: FunctionRuntime.JS_2_0,
    comment: "A page stands at the address of its folder: /evaluation/ is /evaluation/evaluation.html",
    code: FunctionCode.fromInline(PAGE_OF_FOLDER),
  });
  const webFolder = {
    ...webPage,
    functionAssociations: [{ function: pageOfFolder, eventType: FunctionEventType.VIEWER_REQUEST }],
  };

  const distribution = new Distribution(stack, "Distribution", {
    comment: domain,
    domainNames: [domain],
    certificate: Certificate.fromCertificateArn(stack, "Certificate", certificate.valueAsString),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    webAclId: webAcl.valueAsString,
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    enableLogging: true,
    logBucket: logs,
    logFilePrefix: "cloudfront/",
    defaultBehavior: webFile,
    // Kept for ten seconds otherwise, whatever the answer's own headers say: one manager's "busy" would be everybody's.
    errorResponses: [500, 502, 503, 504].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    additionalBehaviors: {
      "/api/*": service,
      "/addin/*.html": addInPage,
      "/addin/icons/*": addInIcon,
      "/addin/functions.json": addInByExcel,
      "/addin/addin.js": addInByExcel,
      "/addin/shortcuts.json": addInByExcel,
      "/addin/*": addInFile,
      "/evaluation/": webFolder,
      "/evaluation/*.html": webPage,
      "/admin/": webFolder,
      "/admin/*.html": webPage,
    },
  });
  Validations.of(distribution).acknowledge({
    id: "AwsSolutions-CFR1",
    reason:
      "Excel on the web fetches the add-in's files from Microsoft's own data centres, which need not be in the United Kingdom.",
  });

  new CfnOutput(stack, "Address", {
    value: `https://${domain}`,
    description: "Where people reach the add-in's files and the service",
  });
  new CfnOutput(stack, "DistributionDomain", {
    value: distribution.distributionDomainName,
    description: "What the domain's CNAME record must point to",
  });
  new CfnOutput(stack, "DistributionId", { value: distribution.distributionId });
  new CfnOutput(stack, "FilesBucket", {
    value: files.bucketName,
    description: "Where the add-in's files go, below addin/, evaluation/ and admin/",
  });
}
