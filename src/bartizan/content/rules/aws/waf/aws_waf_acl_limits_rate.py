"""Web ACLs limit how often one source may ask."""

from bartizan.content.kinds.aws.waf_acl import WebAcl
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-waf-acl-limits-rate",
    title="Web ACLs limit how often one source may ask",
    severity=Severity.LOW,
    every=WebAcl,
    must=WebAcl.limits_rate,
    because="One client can try passwords or exhaust the service as fast as its line allows.",
    fix="Add a rule with a rate_based_statement (RateBasedStatement).",
    serves=("rate-limiting", "denial-of-service-protection"),
    passes=[WebAcl(limits_rate=True)],
    fails=[WebAcl(limits_rate=False)],
)
