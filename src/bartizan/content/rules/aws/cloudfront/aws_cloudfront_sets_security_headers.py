"""CloudFront adds security headers."""

from bartizan.content.kinds.aws.cloudfront_distribution import Behaviour
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudfront-sets-security-headers",
    title="CloudFront adds security headers",
    severity=Severity.LOW,
    every=Behaviour,
    must=Behaviour.sets_headers,
    because=(
        "Browsers are not told to insist on TLS, to refuse framing or to limit scripts, unless the origin "
        "says so on every answer."
    ),
    fix=("Set response_headers_policy_id (ResponseHeadersPolicyId), such as the managed policy SecurityHeadersPolicy."),
    serves=("http-hardening",),
    also=("CKV2_AWS_32",),
    passes=[Behaviour(sets_headers=True)],
    fails=[Behaviour(sets_headers=False)],
)
