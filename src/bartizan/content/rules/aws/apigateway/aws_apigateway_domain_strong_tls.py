"""Domain names of REST APIs use TLS 1.2 or later."""

from bartizan.content.kinds.aws.apigateway_domain import DomainName
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigateway-domain-strong-tls",
    title="Domain names of REST APIs use TLS 1.2 or later",
    severity=Severity.MEDIUM,
    every=DomainName,
    must=DomainName.strong_tls,
    because=(
        "Older versions of TLS have known weaknesses, and an attacker on the way can make both sides agree on "
        "the oldest that is offered."
    ),
    fix="Set security_policy (SecurityPolicy) to TLS_1_2 or a later policy.",
    serves=("strong-tls",),
    also=(
        "CKV_AWS_206",
        "AWS-0005",
        "AVD-AWS-0005",
        "aws-apigateway-use-secure-tls-policy",
        "AWS-0112",
        "AVD-AWS-0112",
        "aws-sam-api-use-secure-tls-policy",
    ),
    passes=[DomainName(strong_tls=True)],
    fails=[DomainName(strong_tls=False)],
)
