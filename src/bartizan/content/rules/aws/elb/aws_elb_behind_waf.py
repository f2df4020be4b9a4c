"""Public application load balancers have a web ACL."""

from bartizan.content.kinds.aws.elb_load_balancer import LoadBalancer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elb-behind-waf",
    title="Public application load balancers have a web ACL",
    severity=Severity.LOW,
    every=LoadBalancer,
    where=LoadBalancer.type.equals("application") & ~LoadBalancer.internal,
    must=LoadBalancer.behind_waf,
    because=(
        "Scanners and known attacks reach the program unfiltered, and there is no place to block a new one quickly."
    ),
    fix="Attach a web ACL with aws_wafv2_web_acl_association (AWS::WAFv2::WebACLAssociation).",
    serves=("waf",),
    also=("CKV2_AWS_28",),
    passes=[LoadBalancer(type="application", internal=False, behind_waf=True)],
    fails=[LoadBalancer(type="application", internal=False, behind_waf=False)],
)
