import { Duration, type Stack } from "aws-cdk-lib";
import { HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";

/** What CloudFront takes in places of their own, and refuses among the other headers. */
const PLACED = new Set([
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
  "access-control-allow-origin",
]);

/** Our files' headers as CloudFront sends them, with the one that only a real domain may have. */
export function headersPolicy(
  stack: Stack,
  id: string,
  headers: Readonly<Record<string, string>>,
): ResponseHeadersPolicy {
  const policy = headers["content-security-policy"];
  if (headers["referrer-policy"] !== "no-referrer" || headers["x-content-type-options"] !== "nosniff") {
    throw new Error(
      `The headers for ${id} ask for another referrer policy or content sniffing: CloudFront is told neither.`,
    );
  }
  return new ResponseHeadersPolicy(stack, id, {
    securityHeadersBehavior: {
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      ...(policy === undefined ? {} : { contentSecurityPolicy: { contentSecurityPolicy: policy, override: true } }),
    },
    ...(headers["access-control-allow-origin"] === "*"
      ? {
          corsBehavior: {
            accessControlAllowOrigins: ["*"],
            accessControlAllowMethods: ["GET", "HEAD"],
            accessControlAllowHeaders: ["*"],
            accessControlAllowCredentials: false,
            originOverride: true,
          },
        }
      : {}),
    customHeadersBehavior: {
      customHeaders: Object.entries(headers)
        .filter(([header]) => !PLACED.has(header))
        .map(([header, value]) => ({ header, value, override: true })),
    },
  });
}
