"""Security groups do not open plain HTTP to everyone."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-security-group-no-open-http",
    title="Security groups do not open plain HTTP to everyone",
    severity=Severity.LOW,
    every=SecurityGroupRule,
    where=SecurityGroupRule.ingress & ~SecurityGroupRule.all_ports,
    must=~(SecurityGroupRule.anywhere & SecurityGroupRule.services.has(80)),
    because=(
        "What is sent over plain HTTP can be read and changed on the way; only a load balancer that redirects "
        "to HTTPS has reason to listen there."
    ),
    fix=(
        "Serve HTTPS on 443, or put the machine behind a load balancer and allow the port from its security group only."
    ),
    serves=("restricted-ingress", "encryption-in-transit"),
    also=("CKV_AWS_260",),
    passes=[
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=False, services=frozenset({80})),
        SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({22})),
    ],
    fails=[SecurityGroupRule(ingress=True, all_ports=False, anywhere=True, services=frozenset({80}))],
)
