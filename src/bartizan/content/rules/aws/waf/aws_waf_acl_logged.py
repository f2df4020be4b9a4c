"""Web ACLs log what they decide."""

from bartizan.content.kinds.aws.waf_acl import WebAcl
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-waf-acl-logged",
    title="Web ACLs log what they decide",
    severity=Severity.LOW,
    every=WebAcl,
    must=WebAcl.logged,
    because="Nobody sees which attacks are tried, which are blocked, and which rule would block customers.",
    fix="Add aws_wafv2_web_acl_logging_configuration (AWS::WAFv2::LoggingConfiguration) for the ACL.",
    serves=("application-logging",),
    also=("CKV_AWS_176", "CKV2_AWS_31"),
    passes=[WebAcl(logged=True)],
    fails=[WebAcl(logged=False)],
)
