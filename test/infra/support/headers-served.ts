interface Behaviour {
  readonly PathPattern?: string;
  readonly ResponseHeadersPolicyId?: { readonly Ref: string };
}

interface HeadersConfig {
  readonly CorsConfig?: { readonly AccessControlAllowOrigins: { readonly Items: readonly string[] } };
  readonly CustomHeadersConfig?: { readonly Items: readonly { readonly Header: string; readonly Value: string }[] };
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy?: { readonly ContentSecurityPolicy: string };
    readonly ContentTypeOptions?: unknown;
    readonly ReferrerPolicy?: { readonly ReferrerPolicy: string };
    readonly StrictTransportSecurity?: {
      readonly AccessControlMaxAgeSec: number;
      readonly IncludeSubdomains?: boolean;
    };
  };
}

const matches = (pattern: string, path: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  ).test(path);

const headersOf = ({
  CorsConfig,
  CustomHeadersConfig,
  SecurityHeadersConfig: secure,
}: HeadersConfig): Record<string, string> => ({
  ...(CorsConfig ? { "access-control-allow-origin": CorsConfig.AccessControlAllowOrigins.Items.join() } : {}),
  ...Object.fromEntries((CustomHeadersConfig?.Items ?? []).map(({ Header, Value }) => [Header, Value])),
  ...(secure.ContentSecurityPolicy
    ? { "content-security-policy": secure.ContentSecurityPolicy.ContentSecurityPolicy }
    : {}),
  ...(secure.ContentTypeOptions ? { "x-content-type-options": "nosniff" } : {}),
  ...(secure.ReferrerPolicy ? { "referrer-policy": secure.ReferrerPolicy.ReferrerPolicy } : {}),
  ...(secure.StrictTransportSecurity
    ? {
        "strict-transport-security": `max-age=${secure.StrictTransportSecurity.AccessControlMaxAgeSec}${secure.StrictTransportSecurity.IncludeSubdomains ? "; includeSubDomains" : ""}`,
      }
    : {}),
});

/** The headers that a template has CloudFront send with a path, by the first behaviour that fits it, as CloudFront chooses. */
export function headersServed(template: string): (path: string) => Record<string, string> {
  const { Resources } = JSON.parse(template) as {
    readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: unknown }>>;
  };
  const distribution = Object.values(Resources).find(({ Type }) => Type === "AWS::CloudFront::Distribution");
  const { DistributionConfig: config } = distribution?.Properties as {
    readonly DistributionConfig: {
      readonly CacheBehaviors: readonly Behaviour[];
      readonly DefaultCacheBehavior: Behaviour;
    };
  };
  return (path) => {
    const behaviour =
      config.CacheBehaviors.find(({ PathPattern = "" }) => matches(PathPattern, path)) ?? config.DefaultCacheBehavior;
    const policy = Resources[behaviour.ResponseHeadersPolicyId?.Ref ?? ""];
    if (!policy) throw new Error(`Nothing says with which headers ${path} is sent.`);
    return headersOf(
      (policy.Properties as { readonly ResponseHeadersPolicyConfig: HeadersConfig }).ResponseHeadersPolicyConfig,
    );
  };
}
