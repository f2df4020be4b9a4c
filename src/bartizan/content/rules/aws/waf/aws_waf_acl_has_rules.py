"""Web ACLs have rules."""

from bartizan.content.kinds.aws.waf_acl import WebAcl
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-waf-acl-has-rules",
    title="Web ACLs have rules",
    severity=Severity.MEDIUM,
    every=WebAcl,
    must=WebAcl.has_rules,
    because="An empty web ACL passes every request on, while it looks as if something guarded the service.",
    fix="Add rule blocks (Rules), such as the managed rule groups of AWS.",
    serves=("waf",),
    also=("CKV_AWS_175", "CKV_AWS_342"),
    passes=[WebAcl(has_rules=True)],
    fails=[WebAcl(has_rules=False)],
)
