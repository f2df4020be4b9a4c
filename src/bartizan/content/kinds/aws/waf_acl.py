"""AWS WAF web ACLs."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Beside, Block, Shown, Source


class WebAcl(
    Asset, kind="aws.waf.acl", identifier="arn:{partition}:wafv2:{region}:{account}:{area}/webacl/{name}/{id}"
):
    """Rules that web requests must pass before they reach what is behind."""

    scope = Text("What it can stand before: CLOUDFRONT or REGIONAL.")
    has_rules = Flag("It has at least one rule.")
    blocks_known_bad_inputs = Flag(
        "Requests known for attacks, as by Log4j, are blocked by the rule group of AWS, all of it."
    )
    limits_rate = Flag("A rule limits how many requests one source may make.")
    logged = Flag("What it decides is logged.")


FROM_TERRAFORM = Source(
    of=WebAcl,
    each=Block("aws_wafv2_web_acl"),
    reads={
        WebAcl.scope: "scope",
        WebAcl.has_rules: "length(not_null(rule, `[]`)) > `0` || rule_json != `null`",
        WebAcl.blocks_known_bad_inputs: (
            "length(not_null(rule, `[]`)[?override_action[0].count == `null`].statement[].managed_rule_group_statement[] | "
            "[?name == 'AWSManagedRulesKnownBadInputsRuleSet' && excluded_rule == `null` && "
            "length(not_null(rule_action_override[].action_to_use[].count, `[]`)) == `0`]) > `0`"
        ),
        WebAcl.limits_rate: "length(not_null(rule, `[]`)[?statement[0].rate_based_statement != `null`]) > `0`",
        WebAcl.logged: Beside(
            types="aws_wafv2_web_acl_logging_configuration", on="resource_arn", read="`true`", none=False
        ),
    },
    shows=[
        Shown(
            text='resource "aws_wafv2_web_acl" "plain" {\n  name = "plain"\n  scope = "REGIONAL"\n}',
            gives=WebAcl(
                "aws_wafv2_web_acl.plain",
                scope="REGIONAL",
                has_rules=False,
                blocks_known_bad_inputs=False,
                limits_rate=False,
                logged=False,
            ),
        ),
        Shown(
            text="""
resource "aws_wafv2_web_acl" "set" {
  name  = "set"
  scope = "CLOUDFRONT"
  rule {
    name     = "bad-inputs"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }
  }
  rule {
    name     = "rate"
    priority = 2
    action {
      block {}
    }
    statement {
      rate_based_statement {
        limit = 1000
      }
    }
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "set" {
  resource_arn            = aws_wafv2_web_acl.set.arn
  log_destination_configs = ["arn:aws:s3:::aws-waf-logs-web"]
}
""",
            gives=WebAcl(
                "aws_wafv2_web_acl.set",
                scope="CLOUDFRONT",
                has_rules=True,
                blocks_known_bad_inputs=True,
                limits_rate=True,
                logged=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=WebAcl,
    each=Block("AWS::WAFv2::WebACL"),
    reads={
        WebAcl.scope: "Scope",
        WebAcl.has_rules: "length(not_null(Rules, `[]`)) > `0`",
        WebAcl.blocks_known_bad_inputs: (
            "length(not_null(Rules, `[]`)[?OverrideAction.Count == `null`].Statement.ManagedRuleGroupStatement | "
            "[?Name == 'AWSManagedRulesKnownBadInputsRuleSet' && ExcludedRules == `null` && "
            "length(not_null(RuleActionOverrides[].ActionToUse.Count, `[]`)) == `0`]) > `0`"
        ),
        WebAcl.limits_rate: "length(not_null(Rules, `[]`)[?Statement.RateBasedStatement != `null`]) > `0`",
        WebAcl.logged: Beside(types="AWS::WAFv2::LoggingConfiguration", on="ResourceArn", read="`true`", none=False),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::WAFv2::WebACL', Properties: {Scope: REGIONAL}}}",
            gives=WebAcl(
                "Plain",
                scope="REGIONAL",
                has_rules=False,
                blocks_known_bad_inputs=False,
                limits_rate=False,
                logged=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: CLOUDFRONT
      Rules:
        - Name: bad-inputs
          OverrideAction: {None: {}}
          Statement: {ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesKnownBadInputsRuleSet}}
        - Name: rate
          Action: {Block: {}}
          Statement: {RateBasedStatement: {Limit: 1000, AggregateKeyType: IP}}
  Log:
    Type: AWS::WAFv2::LoggingConfiguration
    Properties: {ResourceArn: !GetAtt Set.Arn, LogDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-web"]}
""",
            gives=WebAcl(
                "Set",
                scope="CLOUDFRONT",
                has_rules=True,
                blocks_known_bad_inputs=True,
                limits_rate=True,
                logged=True,
            ),
        ),
    ],
)
