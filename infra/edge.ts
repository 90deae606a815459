import { CfnOutput, Stack, type Environment } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { Stage } from "./stage.ts";

/** A whole council may come from one address: well above what its managers send, and well below a flood. Requests in five minutes. */
const MOST_FROM_ONE_ADDRESS = 20_000;

/** Neither samples of requests nor a log: both would hold staff's addresses, outside the United Kingdom. */
const visible = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false });

/** A group of rules that AWS keeps up to date; `counted` are those of its rules that block nothing. */
const managed = (priority: number, name: string, counted: readonly string[] = []): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: visible(name),
});

/** What CloudFront takes from Virginia alone. It holds no data. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, env: Environment) {
    super(scope, id, {
      env,
      description: `Lead Professional for Excel (${stage.name}): firewall and certificate of its CloudFront distribution`,
    });

    // Stands still until the council has put the record that ACM asks for into its DNS.
    const certificate = new Certificate(this, "Certificate", {
      domainName: stage.domain,
      validation: CertificateValidation.fromDns(),
    });

    const webAcl = new CfnWebACL(this, "WebAcl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: visible("lead-professional"),
      rules: [
        {
          name: "too-many-from-one-address",
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: MOST_FROM_ONE_ADDRESS, aggregateKeyType: "IP" } },
          visibilityConfig: visible("too-many-from-one-address"),
        },
        managed(1, "AWSManagedRulesAmazonIpReputationList"),
        managed(2, "AWSManagedRulesKnownBadInputsRuleSet"),
        // A sheet's rows come to megabytes, where the group takes 8 KB for an attack; the service itself refuses what is over 5 MB.
        managed(3, "AWSManagedRulesCommonRuleSet", ["SizeRestrictions_BODY"]),
      ],
    });

    new CfnOutput(this, "WebAclArn", { value: webAcl.attrArn, description: "The stack in London asks for it" });
    new CfnOutput(this, "CertificateArn", {
      value: certificate.certificateArn,
      description: "The stack in London asks for it",
    });
  }
}
